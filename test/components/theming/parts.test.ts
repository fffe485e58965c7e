import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { createMemoryClient, createMemoryJobs } from '../../../src/clients/memory/index.js';
import baseSource from '../../../src/components/shared/portal-element.ts?raw';
import { openBulk } from '../bulk-change/stage.js';
import { openPage } from '../company-page/stage.js';
import { openPeople } from '../data-grid/stage.js';
import { openGallery } from './gallery.js';

const sources = import.meta.glob<string>(
  [
    '../../../src/components/*/portal-*.ts',
    '../../../src/components/*/{company-page,company-settings,global-settings,taskfire,contact-grid,job-list}.ts',
    '../../../src/components/*/{logo-manager,sso-log,bulk-change,data-grid,dialog}.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);

/** The parts that JSDoc tells of an element. */
function documented(tag: string): string[] {
  const source = Object.values(sources).find((one) => one.includes(`define('${tag}'`)) ?? '';
  return namesIn(source);
}

function namesIn(source: string): string[] {
  return [...source.matchAll(/@csspart ([\w-]+)/g)].map(([, name = '']) => name);
}

/** The parts that a page can reach at an element: its own, and those that it forwards. */
function reachable(element: Element): Set<string> {
  const { shadowRoot } = element;
  const names = new Set<string>();
  for (const one of shadowRoot?.querySelectorAll('*') ?? []) {
    for (const name of one.part) names.add(name);
    const forwarded = (one.getAttribute('exportparts') ?? '').split(',').map((name) => name.trim());
    if (forwarded.length > 1)
      for (const name of reachable(one)) if (forwarded.includes(name)) names.add(name);
  }
  return names;
}

const COMPANY_WITHOUT_CONTACTS = 177;
const COMPANY_WITHOUT_SIGN_INS = 175;

/** Everything that can be there, by tag. */
const seen = new Map<string, Set<string>>();

function look(...elements: Element[]): void {
  for (const element of elements) {
    const names = seen.get(element.localName) ?? new Set<string>();
    for (const name of reachable(element)) names.add(name);
    seen.set(element.localName, names);
  }
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !condition(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

async function lookAtAll(): Promise<void> {
  const gallery = await openGallery();
  const select = gallery.rootOf('portal-global-settings').querySelector('select');
  if (select !== null) select.selectedIndex = select.selectedIndex === 0 ? 1 : 0;
  select?.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => gallery.rootOf('portal-global-settings').querySelector('.bar') !== null);
  look(...gallery.page.children);
  const table = gallery.rootOf('portal-contact-grid').querySelector('portal-data-grid');
  if (table !== null) look(table);
}

/** Lists without rows, and elements that still wait. */
async function lookAtEmpty(): Promise<void> {
  const admin = createMemoryClient({});
  const slow = createMemoryClient({ latencyMs: 60_000 });
  const page = await fixture<HTMLElement>(
    html`<div>
      <portal-contact-grid .admin=${admin} .companyId=${COMPANY_WITHOUT_CONTACTS}></portal-contact-grid>
      <portal-sso-log .admin=${admin} .companyId=${COMPANY_WITHOUT_SIGN_INS}></portal-sso-log>
      <portal-job-list .jobs=${createMemoryJobs(admin)}></portal-job-list>
      <portal-contact-grid
        .admin=${admin}
        .companyId=${COMPANY_WITHOUT_CONTACTS}
        reconnecting
      ></portal-contact-grid>
      <portal-contact-grid .admin=${slow} .companyId=${COMPANY_WITHOUT_SIGN_INS}></portal-contact-grid>
    </div>`,
  );
  const isEmpty = (one: Element): boolean => reachable(one).has('empty') || reachable(one).has('skeleton');
  await until(() => [...page.children].every(isEmpty) && reachable(page.children[2] ?? page).has('empty'));
  look(...page.children);
  const people = await openPeople([]);
  look(people.element);
  people.rows.arrange({ query: 'nobody' });
  await people.settle();
  look(people.element);
}

async function lookAtPage(): Promise<void> {
  const stage = await openPage();
  for (const target of ['logos', 'users', 'sso-log', 'jobs', 'taskfire']) {
    stage.element.target = target;
    await until(() => stage.root.querySelector(`[data-part=${target}] > :not(.placeholder)`) !== null);
    await new Promise((resolve) => setTimeout(resolve, 300));
    look(stage.element);
  }
}

async function lookAtDialog(): Promise<void> {
  const stage = await openBulk();
  await stage.set({ action: 'activate', contactIds: stage.rows.map(({ contact }) => contact.id) });
  await until(() => stage.element.shadowRoot?.querySelector('portal-dialog[open]') !== null);
  look(stage.element);
  const dialog = stage.element.shadowRoot?.querySelector('portal-dialog');
  if (dialog) look(dialog);
}

const ELEMENTS = [
  ...['portal-company-page', 'portal-company-settings', 'portal-global-settings', 'portal-taskfire'],
  ...['portal-contact-grid', 'portal-sso-log', 'portal-job-list', 'portal-logo-manager', 'portal-data-grid'],
  ...['portal-bulk-change', 'portal-dialog'],
];
/** Told once for all, see `PortalElement`. */
const EVERYWHERE = namesIn(baseSource);

describe('the parts', () => {
  it(
    'that are there are documented, and those that are documented are there',
    { timeout: 60_000 },
    async () => {
      await lookAtAll();
      await lookAtEmpty();
      await lookAtPage();
      await lookAtDialog();
      const found = ELEMENTS.map((tag) => [tag, [...(seen.get(tag) ?? [])].sort()]);
      // What only a state shows that needs its own company is looked at at the element itself.
      const elsewhere: Readonly<Record<string, readonly string[]>> = {
        'portal-company-page': ['bar', 'empty', 'job', 'progress', 'selection-bar'],
      };
      const told = ELEMENTS.map((tag) => [
        tag,
        [
          ...new Set([
            ...documented(tag),
            ...[...(seen.get(tag) ?? [])].filter((one) => EVERYWHERE.includes(one)),
          ]),
        ]
          .filter((one) => seen.get(tag)?.has(one) === true || elsewhere[tag]?.includes(one) !== true)
          .sort(),
      ]);
      expect(found).toEqual(told);
      const all = new Set([...seen.values()].flatMap((names) => [...names]));
      expect(EVERYWHERE.filter((name) => !all.has(name))).toEqual([]);
    },
  );
});
