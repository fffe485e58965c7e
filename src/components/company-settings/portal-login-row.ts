import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { PortalLogin } from '../../model/index.js';
import { unknownInWords } from './setting-state.js';
import type { SettingsPage } from './settings-page.js';

/** S9: the company's own login page, to open and to hand out. */
export function portalLoginRow(page: SettingsPage): TemplateResult {
  const { portalLogin } = page.view;
  return html`<div class="row">
    <div class="about">
      <span class="name">${msg('Portal login')}</span>
      ${portalLogin === undefined ? nothing : addressPill(portalLogin)}
      <p>
        ${portalLogin === undefined ? msg('The address where this company’s users log in.') : advice(portalLogin)}
      </p>
    </div>
    <div class="control">
      ${portalLogin === undefined ? unknown(page.view) : page.copied.line(portalLogin.url, msg('Copy portal login address'))}
    </div>
  </div>`;
}

function addressPill({ isFriendly }: PortalLogin): TemplateResult {
  return isFriendly
    ? html`<span class="pill good">${msg('Friendly address')}</span>`
    : html`<span class="pill warn">${msg('Older address')}</span>`;
}

/** S9: which address it is, whose logos it shows, and whether users come here at all. */
function advice({ isFriendly, hasOwnLogos, hasIdentityProvider }: PortalLogin): TemplateResult {
  const bypassed = hasIdentityProvider
    ? msg('With its own identity provider the company’s users may never see this page.')
    : nothing;
  return html`${addressInWords(isFriendly, hasOwnLogos)} ${bypassed}`;
}

function addressInWords(isFriendly: boolean, hasOwnLogos: boolean): string {
  if (!isFriendly && hasOwnLogos)
    return msg(
      'This older address shows the vendor’s logo. The company’s own logos appear at a friendly address only.',
    );
  if (!isFriendly) return msg('This older address shows the vendor’s logo, not your own.');
  return hasOwnLogos
    ? msg(
        'Hand out this address instead of your generic one: only here do users see the company’s own logos.',
      )
    : msg('The address where this company’s users log in.');
}

function unknown({ capabilities }: SettingsPage['view']): TemplateResult {
  const state = capabilities.operations.portalLogin;
  return html`<p class="unknown">
    <span class="pill off">${msg('Unknown')}</span>
    ${unknownInWords(state.state === 'absent' ? state.reason : 'not-told')}
  </p>`;
}
