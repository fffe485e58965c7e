import { describe, expect, it } from 'vitest';
import { partIds } from '../../../src/components/company-page/page-places.js';
import { createMemoryPageMemory } from '../../../src/clients/memory/index.js';
import { PortalError, type NewsEntry } from '../../../src/contract/index.js';
import { DAIRY, openPage, type Stage } from './stage.js';

/** Would the browser ask before the page is left? */
const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

async function showAll(stage: Stage): Promise<void> {
  for (const part of partIds)
    stage.root.querySelector<HTMLElement>(`[data-part="${part}"] .placeholder button`)?.click();
  await stage.until(() => !stage.has('.placeholder'));
}

describe('<portal-company-page> parts', () => {
  it('are all of them elements of the company, in the order of the navigation (S13, S14)', async () => {
    const stage = await openPage();
    await showAll(stage);
    const elements = [...stage.root.querySelectorAll('.main > .part > *')];
    expect(elements.map(({ localName }) => localName)).toEqual(
      partIds.map((part) => stage.root.querySelector(`[data-part="${part}"] > *`)?.localName),
    );
    for (const element of elements) expect(Object(element)).toMatchObject({ companyId: DAIRY });
    const stops = [...stage.root.querySelectorAll<HTMLElement>('nav [data-place]')].map(
      ({ dataset }) => dataset.place,
    );
    expect(stops.slice(-partIds.length)).toEqual([...partIds]);
  });

  it('keep nobody from leaving the page while nothing is unsaved, and ask as soon as something is', async () => {
    const stage = await openPage();
    await showAll(stage);
    expect(asks()).toBe(false);
    stage.settings.querySelector<HTMLElement>('#setting-documents')?.click();
    await stage.until(() => stage.settings.querySelector('.bar') !== null);
    expect(asks()).toBe(true);
  });

  it('have one heading of the company above, and no heading out of order', async () => {
    const stage = await openPage();
    await showAll(stage);
    expect(stage.settings.querySelectorAll('h2')).toHaveLength(1);
    expect(stage.settings.querySelector('nav, .find')).toBeNull();
  });

  it('do without jobs where there is nobody who runs them', async () => {
    const stage = await openPage();
    stage.element.jobs = undefined;
    await stage.until(() => !stage.has('[data-place="jobs"]'));
    expect(stage.has('[data-part="jobs"]')).toBe(false);
    expect(stage.element.goTo('jobs')).toBe(false);
  });
});

describe('<portal-company-page> news', () => {
  const entry: NewsEntry = {
    ...{ id: 1, at: '2026-11-25T15:12:00.000Z', connectionUser: 'api@provider.example' },
    ...{ pageUser: 'Ole Brüggemann', contactId: null, contactName: null, jobId: null },
    ...{ field: 'workedTime', before: 'none', after: 'billed', outcome: 'done', error: null },
  };
  const since = '2026-11-24T08:30:00.000Z';
  const text = (stage: Stage) => stage.inside('portal-company-news').textContent.replace(/\s+/g, ' ').trim();

  it('say what has changed since the last visit, by whom and when, until they are marked as seen', async () => {
    const memory = createMemoryPageMemory({ [DAIRY]: { since, isMore: false, entries: [entry] } });
    const stage = await openPage({ memory });
    await stage.until(() => text(stage) !== '');
    expect(text(stage)).toContain('1 change since your last visit on');
    for (const part of ['Worked time', 'Not shown', 'Billed hours only', 'Ole Brüggemann'])
      expect(text(stage)).toContain(part);
    stage.inside('portal-company-news').querySelector('button')?.click();
    await stage.until(() => text(stage) === '');
    const again = await openPage({ memory });
    expect(text(again)).toBe('');
  });

  it('say so where there are more than can be shown, and what did not work', async () => {
    const entries = [{ ...entry, outcome: 'failed' as const, error: 'conflict' }];
    const memory = createMemoryPageMemory({ [DAIRY]: { since, isMore: true, entries } });
    const stage = await openPage({ memory });
    await stage.until(() => text(stage) !== '');
    expect(text(stage)).toContain('More than 1 changes');
    expect(text(stage)).toContain('Not saved (conflict)');
  });

  it('are none at the first visit, and none where they can’t be told', async () => {
    const first = await openPage();
    expect(text(first)).toBe('');
    const failing = () => Promise.reject(new PortalError({ code: 'offline' }));
    const memory = { news: failing, markSeen: failing, choices: failing, choose: failing };
    const stage = await openPage({ memory });
    expect(text(stage)).toBe('');
    await stage.until(() => stage.current !== '');
  });
});
