import type { CompanyPageWords } from './words.js';

/** An id as the PSA makes it: a `z` and 32 hex digits, other ones with each load. */
const randomId = (): string =>
  `z${Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')}`;

const field = (label: string, editor: string): string => `
  <div class="EditorLabelContainer1"><div class="LabelContainer1"><div class="Text">
    <span class="PrimaryText">${label}</span></div></div></div>
  <div class="Size1">${editor}</div>`;

const checkbox = (label: string): string =>
  field(label, `<div class="Checkbox2" id="${randomId()}"><div class="TabIndexHack Checked"></div></div>`);

const select = (label: string): string =>
  field(
    label,
    `<div class="SingleItemSelector2" id="${randomId()}"><div class="SelectionDisplay">
      <div class="Item" data-item-type="Item">…</div></div></div>`,
  );

const section = (heading: string, content: string): string => `
  <div class="DetailsSection"><div class="CollapsibleSectionContainer">
    <div class="HeadingContainer"><div class="Heading"><div class="Title"><div class="Text">${heading}</div></div></div></div>
    <div class="Normal Section"><div class="ContentContainer">${content}</div></div>
  </div></div>`;

/**
 * The company page in the markup of the PSA's MVC pages: widgets instead of form controls, random ids, no id or class
 * that names the page. Written by hand after public descriptions of other MVC pages; nobody has published this one.
 */
export function mvcPage(words: CompanyPageWords): string {
  const [general, taskfire, requestTypes, earlyAccess, users] = words.headings;
  const [notifications, ...selects] = words.fields;
  return `<!doctype html><html lang="${words.lang}"><head><title>${words.title}</title></head>
  <body class="EntityEdit" style="--is-theme-dark: 0">
    <div class="PageHeadingContainer"><div class="TitleBar TitleBarNavigation">
      <div class="TitleBarItem Title"><div class="Text">${words.title}</div>
        <div class="SecondaryText">Nordlicht Logistik GmbH</div></div></div>
      <div class="ToolBar"><div class="ToolBarItem Left">
        <div class="Button2 ButtonIcon2" tabindex="0"><div class="Text2">${words.save}</div></div></div></div></div>
    <form method="post">
      ${checkbox(words.portalSwitch)}
      ${section(general, checkbox(notifications) + selects.map(select).join(''))}
      <a href="https://nordlicht.itclientportal.com/clientportal">${words.loginLink}</a>
      ${section(taskfire, '')} ${section(requestTypes, '')} ${section(earlyAccess, '')}
      ${section(users, grid(words))}
    </form>
  </body></html>`;
}

function grid({ columns }: CompanyPageWords): string {
  const rows = ['m.adler@nordlicht.example', 'j.becker@nordlicht.example'].map(
    (email, index) =>
      `<tr class="Display" data-row-key="${index}"><td>Name</td><td>${email}</td><td></td></tr>`,
  );
  return `<div class="Grid"><table><thead><tr class="Heading">
    ${columns.map((column) => `<td>${column}</td>`).join('')}</tr></thead>
    <tbody>${rows.join('')}</tbody></table></div>`;
}
