import { entryOf, registeredElement } from './elements.js';

/** How a snippet uses an element. */
interface Use {
  /** What it is given besides `admin`: property names to expressions. */
  readonly give: Readonly<Record<string, string>>;
  /** One event that an app will want to hear, and what it does then. */
  readonly listen?: readonly [event: string, does: string];
  /** For elements that need no administration of a portal. */
  readonly isAlone?: true;
}

const company = { companyId: '174' };

const uses: Readonly<Record<string, Use>> = {
  'portal-company-page': {
    give: { ...company, jobs: 'jobs' },
    listen: ['portal-navigate', 'history.replaceState(null, "", "#" + event.detail.target)'],
  },
  'portal-company-settings': {
    give: company,
    listen: ['portal-settings-saved', 'console.log(event.detail.changed)'],
  },
  'portal-global-settings': {
    give: {},
    listen: ['portal-global-settings-saved', 'console.log(event.detail)'],
  },
  'portal-taskfire': { give: company, listen: ['portal-taskfire-changed', 'console.log(event.detail)'] },
  'portal-contact-grid': {
    give: { ...company, jobs: 'jobs' },
    listen: ['portal-edit-contact', 'openContact(event.detail.contact.id)'],
  },
  'portal-job-list': { give: { jobs: 'jobs' }, listen: ['portal-job-moved', 'console.log(event.detail)'] },
  'portal-logo-manager': {
    give: company,
    listen: ['portal-logos-changed', 'console.log(event.detail.logos)'],
  },
  'portal-sso-log': {
    give: company,
    listen: ['portal-edit-contact', 'openContact(event.detail.contact.id)'],
  },
  'portal-bulk-change': {
    give: { jobs: 'jobs', company: 'company', options: 'options', rows: 'rows', task: 'task' },
    listen: ['portal-bulk-closed', 'console.log("closed")'],
  },
  'portal-data-grid': { give: { rows: 'rows', label: "'Parcels'" }, isAlone: true },
  'portal-provider': { give: { jobs: 'jobs' } },
};

export type Language = 'HTML' | 'TypeScript' | 'React' | 'Vue';

/** Code that uses an element, in each language; undefined where the element is not public. */
export function usageOf(tag: string | undefined): Readonly<Record<Language, string>> | undefined {
  const registered = registeredElement(tag);
  const use = tag === undefined ? undefined : uses[tag];
  if (registered === undefined || tag === undefined || use === undefined) return undefined;
  const snippet = { tag, entry: entryOf(registered), className: registered.element.name, use };
  return { HTML: html(snippet), TypeScript: script(snippet), React: react(snippet), Vue: vue(snippet) };
}

interface Snippet {
  readonly tag: string;
  readonly entry: string;
  readonly className: string;
  readonly use: Use;
}

/** Everything that the element is given, `admin` first. */
function givenTo({ give, isAlone }: Use): (readonly [name: string, value: string])[] {
  return [...(isAlone ? [] : [['admin', 'admin'] as const]), ...Object.entries(give)];
}

/** The lines that make what the element is given. */
function backend({ give, isAlone }: Use): string[] {
  if (isAlone) return [];
  return [
    "const admin = portalService({ baseUrl: '/portal/v1', getToken: () => session.token() });",
    ...('jobs' in give ? ['const jobs = memoryJobs(admin);'] : []),
  ];
}

function imports({ entry, use }: Snippet): string[] {
  if (use.isAlone) return [`import '${entry}';`];
  const names = ['portalService', ...('jobs' in use.give ? ['memoryJobs'] : [])].sort();
  return [`import { ${names.join(', ')} } from 'psa-portal-admin';`, `import '${entry}';`];
}

function html({ tag, use }: Snippet): string {
  const assign = givenTo(use).map(([name, value]) => (name === value ? name : `${name}: ${value}`));
  const made = backend(use).map((line) => line.replace(/= (portalService|memoryJobs)/, '= PortalAdmin.$1'));
  return `<script src="node_modules/psa-portal-admin/script.js" defer></script>
<${tag}></${tag}>
<script type="module">
${indented([...made, `Object.assign(document.querySelector('${tag}'), { ${assign.join(', ')} });`])}
</script>`;
}

function script(snippet: Snippet): string {
  const { tag, use } = snippet;
  const lines = givenTo(use).map(([name, value]) => `element.${name} = ${value};`);
  const [event, does] = use.listen ?? [];
  const heard =
    event === undefined
      ? []
      : [`element.addEventListener('${event}', (event) => {`, `  ${does ?? ''};`, '});'];
  return [
    ...imports(snippet),
    '',
    ...backend(use),
    `const element = document.createElement('${tag}');`,
    ...lines,
    ...heard,
    'document.body.append(element);',
  ].join('\n');
}

function react(snippet: Snippet): string {
  const { tag, use } = snippet;
  const props = givenTo(use).map(([name, value]) => `${name}={${value}}`);
  const [event, does] = use.listen ?? [];
  if (event !== undefined) props.push(`on${event}={(event) => ${does ?? ''}}`);
  return [
    ...imports(snippet),
    '// In tsconfig.json: "types": ["psa-portal-admin/react"]',
    '',
    ...backend(use),
    'export function Portal() {',
    '  return (',
    `    <${tag}`,
    ...props.map((one) => `      ${one}`),
    '    />',
    '  );',
    '}',
  ].join('\n');
}

function vue(snippet: Snippet): string {
  const { tag, use } = snippet;
  const props = givenTo(use).map(([name, value]) => `:${kebab(name)}="${value.replaceAll('"', "'")}"`);
  const [event, does] = use.listen ?? [];
  if (event !== undefined) props.push(`@${event}="(event) => ${(does ?? '').replaceAll('"', "'")}"`);
  return [
    '<script setup lang="ts">',
    '// In tsconfig.json: "types": ["psa-portal-admin/vue"]',
    ...imports(snippet),
    '',
    ...backend(use),
    '</script>',
    '',
    '<template>',
    `  <${tag}`,
    ...props.map((one) => `    ${one}`),
    '  />',
    '</template>',
  ].join('\n');
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
