import { expect as expectElement } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { manyContacts } from '../../../src/clients/memory/index.js';
import type { ContactRow } from '../../../src/model/index.js';
import type { ListedRow } from '../../../src/components/contact-grid/listed-rows.js';
import { attentionReasons, belongsTo, noRules } from '../../../src/components/contact-grid/row-rules.js';
import { openGrid, withRows, type Stage } from './stage.js';

/** Active contacts with an address and no login, so that nothing else needs a look. */
const quiet = manyContacts(30)
  .filter(({ contact }) => contact.isActive && contact.email !== null)
  .map((row): ContactRow => ({ ...row, portalUser: null }))
  .slice(0, 12);

function withEmail(row: ContactRow | undefined, email: string): ContactRow {
  if (row === undefined) throw new Error('no such row');
  return { ...row, contact: { ...row.contact, email } };
}

const counted = (stage: Stage): string => /Needs attention (\d+)/.exec(stage.text('[slot=tools]'))?.[1] ?? '';

describe('what needs attention', () => {
  it('is an address that two contacts have, though they came with different pages', async () => {
    const [first, ...rest] = quiet;
    const email = first?.contact.email?.toUpperCase() ?? '';
    const rows = [...quiet.slice(0, -1), withEmail(rest.at(-1), email)];
    const stage = await openGrid({ seed: withRows(rows), pageSize: 5 });
    await stage.until(() => counted(stage) === '2');
    expect(stage.rows.filter((row) => stage.has('.mark', row))).toHaveLength(2);
    const chip = [...stage.root.querySelectorAll<HTMLElement>('.chip')].at(-1);
    chip?.click();
    await stage.until(() => stage.rows.length === 2);
    expect(stage.text('.attention', stage.rows[0])).toBe('Another contact has the same e-mail address.');
  });

  it('can be filtered by its reason', async () => {
    const [first, second, third, ...rest] = quiet;
    if (first === undefined || third === undefined) throw new Error('too few rows');
    const email = first.contact.email ?? '';
    const without = { ...third, contact: { ...third.contact, email: null } };
    const rows = [first, withEmail(second, email), without, ...rest];
    const stage = await openGrid({ seed: withRows(rows) });
    await stage.until(() => counted(stage) === '3');
    const list = stage.root.querySelector('portal-data-grid')?.rows;
    list?.arrange({ filters: { attention: { kind: 'choice', values: ['no-email'] } } });
    await stage.until(() => stage.rows.length === 1);
    list?.arrange({ filters: { attention: { kind: 'choice', values: ['shared-email'] } } });
    await stage.until(() => stage.rows.length === 2);
  });

  it('is found by each of its reasons where there are several', async () => {
    const rows = manyContacts(3).map((row, index): ContactRow => {
      if (index > 0 || row.portalUser === null) return row;
      const contact = { ...row.contact, email: null };
      return { contact, portalUser: { ...row.portalUser, isActive: true, securityLevel: 4711 } };
    });
    const stage = await openGrid({ seed: withRows(rows) });
    const list = stage.root.querySelector('portal-data-grid')?.rows;
    for (const reason of ['no-email', 'level-unknown']) {
      list?.arrange({ filters: { attention: { kind: 'choice', values: [reason] } } });
      await stage.until(() => stage.rows.length === 1);
    }
  });
});

it('a contact needs attention exactly where there is a reason, whatever else is so', () => {
  const levels = new Map(
    (['portal', 'taskfire'] as const).map((kind, index) => [
      index + 1,
      { id: index + 1, name: kind, kind, isSystem: true, isActive: true },
    ]),
  );
  const [base] = manyContacts(40).filter(({ portalUser }) => portalUser !== null);
  if (!base?.portalUser) throw new Error('Nobody has a login.');
  const { contact, portalUser } = base;
  const logins = [
    null,
    ...[true, false].flatMap((isActive) =>
      [1, 2, 3].map((securityLevel) => ({ ...portalUser, isActive, securityLevel })),
    ),
  ];
  const rows = logins.flatMap((login) =>
    [true, false].flatMap((isActive) =>
      [null, '', 'a@b.example'].flatMap((email) =>
        [{}, { sharesEmail: true as const }].map((shared): ListedRow => ({
          contact: { ...contact, isActive, email },
          portalUser: login,
          ...shared,
        })),
      ),
    ),
  );
  for (const known of [levels, undefined])
    for (const isTaskfireActive of [true, false]) {
      const rules = { ...noRules, levels: known, isTaskfireActive };
      const found = rows.filter((row) => belongsTo('attention', row, rules));
      expect(found).toEqual(rows.filter((row) => attentionReasons(row, rules).length > 0));
      expect(found.length).toBeGreaterThan(20);
    }
});

describe('<portal-level-details>', () => {
  it('tells what is known of a level and what is not, and gives the focus back', async () => {
    const stage = await openGrid();
    await stage.choose('Jäger, Aylin', 'About the security level');
    const details = stage.inside('portal-level-details');
    await stage.until(() => stage.has('.details:popover-open', details));
    expect(stage.text('h3', details)).toBe(stage.text('.level', stage.row('Jäger, Aylin')));
    expect(stage.text('.details', details)).toContain('Sees knowledge base articles and documents');
    expect(stage.text('.details', details)).toContain('does not tell a level’s permissions');
    await expectElement(stage.element).to.be.accessible();
    await stage.click('.details button', details);
    await stage.until(() => !stage.has('.details:popover-open', details));
    await stage.until(() => stage.focused?.closest('[role=grid]') instanceof HTMLElement);
  });

  it('says of a level that the PSA does not list that nothing is known', async () => {
    const rows = manyContacts(3).map((row) =>
      row.portalUser === null ? row : { ...row, portalUser: { ...row.portalUser, securityLevel: 4711 } },
    );
    const stage = await openGrid({ seed: withRows(rows) });
    const known = stage.rows.find((row) => stage.text('.level', row).includes('4711'));
    if (known === undefined) throw new Error('Nobody has the level.');
    await stage.choose(stage.text('.name .text', known), 'About the security level');
    const details = stage.inside('portal-level-details');
    await stage.until(() => stage.text('h3', details) === 'Unknown level 4711');
    expect(stage.text('.details', details)).toContain('It may have been deleted.');
  });
});
