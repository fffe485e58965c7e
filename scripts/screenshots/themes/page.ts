/** In the browser: the elements with data of their own, dressed as the address says (`?theme=psa&scheme=dark&density=compact&dir=rtl`). */
import { html, render, type TemplateResult } from 'lit';
import { createMemoryClient, createMemoryJobs } from '../../../src/clients/memory/index.js';
import '../../../src/components/index.js';
import { activateAll, DAIRY, withContacts } from '../../../test/components/job-list/plans.js';

const FLORIST_WITH_TASKFIRE = 175;
const wish = new URLSearchParams(location.search);
const themes = import.meta.glob<string>('../../../src/themes/*.css', { query: '?inline', import: 'default' });

const seed = withContacts(60);
const admin = createMemoryClient({ seed });
const jobs = createMemoryJobs(admin, { pageSize: 10 });

/** What a picture in the documentation has room for. */
function excerpt(): TemplateResult {
  return html`<portal-contact-grid .admin=${admin} .jobs=${jobs} .companyId=${DAIRY}></portal-contact-grid>
    <portal-job-list .jobs=${jobs}></portal-job-list>`;
}

function everything(): TemplateResult {
  return html`${excerpt()}
    <portal-company-settings .admin=${admin} .companyId=${DAIRY}></portal-company-settings>
    <portal-taskfire .admin=${admin} .companyId=${FLORIST_WITH_TASKFIRE}></portal-taskfire>
    <portal-logo-manager .admin=${admin} .companyId=${FLORIST_WITH_TASKFIRE}></portal-logo-manager>
    <portal-sso-log .admin=${admin} .companyId=${DAIRY}></portal-sso-log>
    <portal-global-settings .admin=${admin}></portal-global-settings>`;
}

const theme = themes[`../../../src/themes/${wish.get('theme') ?? ''}.css`];
const sheet = new CSSStyleSheet();
sheet.replaceSync(theme === undefined ? '' : await theme());
document.adoptedStyleSheets = [sheet];
document.documentElement.dir = wish.get('dir') ?? 'ltr';
document.documentElement.style.colorScheme = wish.get('scheme') ?? 'light';
document.body.style.cssText =
  'margin: 0; padding: 12px; font-family: system-ui; display: grid; gap: 12px; --portal-grid-max-block-size: 262px';
await jobs.start(activateAll(seed));
render(wish.has('all') ? everything() : excerpt(), document.body);
const density = wish.get('density');
if (density !== null) for (const one of document.body.children) one.setAttribute('density', density);
