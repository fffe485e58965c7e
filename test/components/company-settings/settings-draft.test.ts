import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SettingsDraft } from '../../../src/components/company-settings/settings-draft.js';
import {
  defaultSettings,
  forceEarlyAccess,
  settingKeys,
  type SomeSettings,
} from '../../../src/model/index.js';

/** Counts how often it is asked to render. */
class Host {
  updates = 0;
  requestUpdate(): void {
    this.updates += 1;
  }
}

function draftOf(settings: SomeSettings): SettingsDraft {
  const draft = new SettingsDraft(new Host());
  draft.start({ settings, version: '7' });
  return draft;
}

const edits: fc.Arbitrary<SomeSettings> = fc.oneof(
  fc.boolean().map((earlyAccess) => ({ earlyAccess })),
  fc.boolean().map((preventLegacyPortal) => ({ preventLegacyPortal })),
  fc.constantFrom('legacy' as const, 'early-access' as const).map((firstExperience) => ({ firstExperience })),
  fc
    .constantFrom('none' as const, 'billed' as const, 'worked' as const)
    .map((workedTime) => ({ workedTime })),
  fc.constantFrom(null, 'Asia/Tokyo').map((timeZone) => ({ timeZone })),
);

describe('settings draft', () => {
  it('is clean until something differs', () => {
    const draft = draftOf(defaultSettings);
    draft.edit({ workedTime: 'none' });
    expect(draft.isDirty).toBe(false);
    draft.edit({ workedTime: 'billed' });
    expect(draft.change).toEqual({ workedTime: 'billed' });
  });

  it('takes what a rule forced back together with the edit', () => {
    const draft = draftOf({ ...defaultSettings, earlyAccess: true });
    draft.edit({ preventLegacyPortal: true });
    expect(draft.isForced('firstExperience')).toBe(true);
    expect(draft.change).toEqual({ preventLegacyPortal: true, firstExperience: 'early-access' });
    draft.undo('preventLegacyPortal');
    expect(draft.isDirty).toBe(false);
  });

  it('keeps what was chosen while an earlier choice was being saved', () => {
    const draft = draftOf(defaultSettings);
    draft.edit({ documents: false });
    const sent = draft.change;
    draft.edit({ notifications: false });
    const settings = { ...defaultSettings, documents: false };
    draft.saved({ settings, version: '8', changedBy: null, changedAt: null }, sent);
    expect(draft.change).toEqual({ notifications: false });
    expect(draft.version).toBe('8');
  });

  it('goes on from somebody else’s settings with mine on top', () => {
    const draft = draftOf(defaultSettings);
    draft.edit({ documents: false, workedTime: 'billed' });
    const settings = { ...defaultSettings, workedTime: 'worked' } as const;
    expect(draft.mergeWith(settings).conflicts.map(({ key }) => key)).toEqual(['workedTime']);
    draft.rebase({ settings, version: '8', changedBy: null, changedAt: null }, { documents: false });
    expect(draft.change).toEqual({ documents: false });
  });

  it('asks its host to render after every change', () => {
    const host = new Host();
    const draft = new SettingsDraft(host);
    draft.edit({ documents: false });
    draft.undo('documents');
    expect(host.updates).toBe(2);
  });

  it('always obeys the rules, and discarding always leads back to what was read', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), (steps) => {
        const draft = draftOf(defaultSettings);
        for (const step of steps) draft.edit(step);
        expect(draft.current).toEqual(forceEarlyAccess(draft.current));
        for (const key of settingKeys) draft.undo(key);
        expect(draft.current).toEqual(defaultSettings);
      }),
    );
  });
});
