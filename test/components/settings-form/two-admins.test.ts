import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { createMemoryClient, type MemoryClient } from '../../../src/clients/memory/index.js';
import { settingsSource } from '../../../src/components/company-settings/settings-source.js';
import { globalSource } from '../../../src/components/global-settings/global-source.js';
import {
  FormSession,
  type FormHost,
  type FormSnapshot,
  type FormSource,
} from '../../../src/components/settings-form/index.js';
import { isSameSetting, pick, type KeyOf, type Some } from '../../../src/model/index.js';

const COMPANY = 174;
const isLong = inject('isLong');

/** One of two admins does something. `keep` are the answers in a conflict, one for each setting in turn. */
type Step<S> =
  | { readonly who: 0 | 1; readonly does: 'edit'; readonly change: Some<S> }
  | { readonly who: 0 | 1; readonly does: 'save' | 'discard' | 'wait' }
  | { readonly who: 0 | 1; readonly does: 'settle'; readonly keep: readonly boolean[] };

/** Stands for the element: it renders nothing, and notes what the admin is told. */
class Desk<S, N> implements FormHost<S, N> {
  readonly heard: string[] = [];
  readonly updateComplete = Promise.resolve(true);
  addController(): void {
    // The test itself calls what a controller's host would.
  }
  removeController(): void {
    // The test ends with the session.
  }
  requestUpdate(): void {
    // Nothing is drawn.
  }
  announce(sentence: string): void {
    this.heard.push(sentence);
  }
  settingsSaved(): void {
    // The test looks at the backend.
  }
  showProblem(key: KeyOf<S>): void {
    this.heard.push(key);
  }
}

/** An admin at a form, and what they have chosen and not given up. */
class Admin<S, V, N extends FormSnapshot<S>> {
  readonly desk = new Desk<S, N>();
  readonly session: FormSession<S, V, N>;
  wanted: Some<S> = {};

  constructor(
    client: MemoryClient,
    private readonly source: FormSource<S, V, N>,
  ) {
    this.session = new FormSession(this.desk, source);
    this.session.show(client, COMPANY);
  }

  edit(change: Some<S>): void {
    if (this.session.loading.value === undefined || this.session.conflict !== undefined) return;
    this.session.edit(change);
    this.wanted = { ...this.wanted, ...change };
    // Whoever chooses what the form shows as saved changes nothing, and wishes nothing.
    const changed = this.session.draft.change;
    this.giveUp(this.source.rules.keys.filter((key) => key in change && !(key in changed)));
  }

  discard(): void {
    if (this.session.conflict !== undefined) return;
    this.session.discard();
    this.wanted = {};
  }

  async settle(keep: readonly boolean[]): Promise<void> {
    const { conflict, draft } = this.session;
    if (conflict === undefined) return;
    const { conflicts } = draft.mergeWith(conflict.settings);
    const mine = conflicts.filter((_, index) => keep[index % keep.length] === true).map(({ key }) => key);
    this.giveUp(conflicts.map(({ key }) => key).filter((key) => !mine.includes(key)));
    await this.session.settleConflict(mine);
  }

  giveUp(keys: readonly KeyOf<S>[]): void {
    this.wanted = pick(
      this.wanted,
      this.source.rules.keys.filter((key) => !keys.includes(key)),
    );
  }

  /** Resolves once the form is there. */
  async ready(): Promise<this> {
    while (this.session.loading.value === undefined) await quiet();
    return this;
  }

  /** What was chosen and is neither in the form, nor saved, nor given up by the admin. */
  lost(saved: Some<S>): KeyOf<S>[] {
    const { draft } = this.session;
    return this.source.rules.keys.filter(
      (key) =>
        key in this.wanted &&
        !isSameSetting(draft.current[key], this.wanted[key]) &&
        !isSameSetting(saved[key], this.wanted[key]),
    );
  }
}

/** Mostly they save. */
const does = ['save', 'save', 'save', 'save', 'wait', 'discard'] as const;

function steps<S>(change: fc.Arbitrary<Some<S>>): fc.Arbitrary<Step<S>[]> {
  const who = fc.constantFrom(0 as const, 1 as const);
  return fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.record({ who, does: fc.constant('edit' as const), change }) },
      {
        weight: 6,
        arbitrary: fc.record({
          who,
          does: fc.constantFrom(...does),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          who,
          does: fc.constant('settle' as const),
          keep: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
        }),
      },
    ),
    { minLength: 4, maxLength: 16 },
  );
}

/** Whatever two admins do in whatever order: nobody overwrites what they were not shown, and nobody's choice vanishes. */
async function nothingIsLost<S, V, N extends FormSnapshot<S>>(
  source: FormSource<S, V, N>,
  read: (client: MemoryClient) => Promise<FormSnapshot<S>>,
  order: readonly Step<NoInfer<S>>[],
): Promise<{ conflicts: number }> {
  const client = createMemoryClient();
  const admins = [new Admin(client, source), new Admin(client, source)] as const;
  const counts = { conflicts: 0 };
  for (const admin of admins) await admin.ready();
  let saved = await read(client);
  for (const step of order) {
    const admin = admins[step.who];
    const base = admin.session.draft.base;
    const sent = admin.session.draft.change;
    switch (step.does) {
      case 'edit':
        admin.edit(step.change);
        break;
      case 'save':
        if (admin.session.conflict === undefined) await admin.session.save();
        break;
      case 'settle':
        await admin.settle(step.keep);
        break;
      case 'discard':
        admin.discard();
        break;
      case 'wait':
        await quiet();
    }
    const now = await read(client);
    if (now.version !== saved.version && step.does === 'save')
      for (const key of source.rules.keys.filter(
        (one) => !isSameSetting(saved.settings[one], now.settings[one]),
      )) {
        expect(
          isSameSetting(base[key], saved.settings[key]),
          `${key} was shown before it was overwritten`,
        ).toBe(true);
        expect(key in sent, `${key} was to be saved`).toBe(true);
      }
    if (admin.session.conflict !== undefined) counts.conflicts += 1;
    saved = now;
    for (const one of admins)
      if (one.session.saveState.kind !== 'overruled') expect(one.lost(saved.settings)).toEqual([]);
      else one.wanted = {};
    // What is saved is no wish any more: somebody else may change it in sight of all.
    for (const one of admins)
      one.giveUp(source.rules.keys.filter((key) => isSameSetting(one.wanted[key], now.settings[key])));
  }
  for (const { session } of admins) session.hostDisconnected();
  return counts;
}

/** Long enough for every answer that is on its way. */
const quiet = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 5));

describe('two admins at the same settings', { timeout: isLong ? 600_000 : 60_000 }, () => {
  it('lose nothing unseen, whatever they do in whatever order', async () => {
    const change = fc.record(
      {
        workedTime: fc.constantFrom('none' as const, 'billed' as const, 'worked' as const),
        twoFactor: fc.constantFrom('global' as const, 'off' as const, 'all' as const),
        earlyAccess: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    let conflicts = 0;
    await fc.assert(
      fc.asyncProperty(steps(change), async (order) => {
        conflicts += (await nothingIsLost(settingsSource, (client) => client.settings(COMPANY), order))
          .conflicts;
      }),
      { numRuns: isLong ? 300 : 20 },
    );
    expect(conflicts).toBeGreaterThan(0);
  });

  it('lose nothing unseen of the global settings (D1)', async () => {
    const change = fc.record(
      {
        twoFactor: fc.constantFrom('off' as const, 'taskfire' as const, 'all' as const),
        ticketsFrom: fc.constantFrom(null, '2025-01-01', '2026-06-30'),
        quickTicket: fc.constantFrom(null, {
          requestTypeId: 12,
          priority: 1,
          queueId: 8,
          titleEditable: true,
        }),
      },
      { requiredKeys: [] },
    );
    let conflicts = 0;
    await fc.assert(
      fc.asyncProperty(steps(change), async (order) => {
        conflicts += (
          await nothingIsLost(
            globalSource(() => COMPANY),
            (client) => client.globalSettings(),
            order,
          )
        ).conflicts;
      }),
      { numRuns: isLong ? 300 : 20 },
    );
    expect(conflicts).toBeGreaterThan(0);
  });

  it('say what the rules do not let stand over somebody else’s save (E2)', async () => {
    const client = createMemoryClient();
    client.savedByAnother(COMPANY, { earlyAccess: true });
    const admin = await new Admin(client, settingsSource).ready();
    admin.edit({ preventLegacyPortal: true, documents: false });
    client.savedByAnother(COMPANY, { earlyAccess: false }, 'Ole Brüggemann');
    await admin.session.save();
    expect(admin.session.conflict).toBeDefined();
    await admin.session.settleConflict([]);
    expect(admin.session.saveState).toEqual({ kind: 'overruled', names: ['Prevent legacy portal'] });
    expect(admin.session.draft.changes.map(({ key }) => key)).toEqual(['documents']);
    await admin.session.save();
    const { settings } = await client.settings(COMPANY);
    expect(settings).toMatchObject({ earlyAccess: false, preventLegacyPortal: false, documents: false });
    admin.session.hostDisconnected();
  });
});
