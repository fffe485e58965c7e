import type { CompanyPageWords } from './words.js';

const row = (label: string, control: string): string =>
  `<tr><td class="FieldLabels">${label}</td><td>${control}</td></tr>`;

const group = (heading: string, content: string): string =>
  `<fieldset><legend>${heading}</legend><table class="FieldGroup">${content}</table></fieldset>`;

/**
 * The company page in the markup of the PSA's older WebForms pages: one form around everything, real controls, stable
 * ids that end in a control type, the company's id in a hidden field. Written by hand, as `mvc.ts`.
 */
export function webFormsPage(words: CompanyPageWords, companyId = 42): string {
  const [general, taskfire, requestTypes, earlyAccess, users] = words.headings;
  const [notifications, ...selects] = words.fields;
  const checkbox = '<input type="checkbox" id="chkNotify_ATCheckBox" />';
  return `<!doctype html><html lang="en-US"><head><title>Autotask</title></head><body>
  <form method="post" id="form1">
    <input type="hidden" name="__VIEWSTATE" value="dDwtMTA" />
    <input type="hidden" name="accountId" value="${companyId}" />
    <div class="TitleContainer">${words.title}</div>
    <a id="HREF_btnSaveClose" href="#">${words.save}</a>
    <label><input type="checkbox" id="chkActive_ATCheckBox" checked /> ${words.portalSwitch}</label>
    ${group(general, row(notifications, checkbox) + selects.map((label) => row(`${label}:`, '<select></select>')).join(''))}
    ${group(taskfire, '')} ${group(requestTypes, '')} ${group(earlyAccess, '')}
    ${group(users, row('m.adler@nordlicht.example', '') + row('j.becker@nordlicht.example', ''))}
  </form></body></html>`;
}
