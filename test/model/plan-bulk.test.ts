import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  CompanyRows,
  PlannedStepSchema,
  planBulk,
  summaryOf,
  userNameProblem,
  type BulkContext,
  type BulkRequest,
  type BulkTarget,
  type ContactRow,
  type PlannedStep,
  type PortalUserOptions,
} from '../../src/model/index.js';
import { contactRow } from './arbitraries.js';

const option = (value: number, label: string) => ({ value, label, isDefault: value === 1 });
const level = (id: number, name: string, isActive = true) => ({
  ...{ id, name, isActive, isSystem: true },
  kind: id === 4 ? ('taskfire' as const) : ('portal' as const),
});
const options: PortalUserOptions = {
  securityLevels: [level(1, 'Basic'), level(2, 'Manager'), level(4, 'Resource'), level(9, 'Old', false)],
  dateFormats: [option(1, 'dd.MM.yyyy'), option(2, 'MM/dd/yyyy')],
  timeFormats: [option(1, 'HH:mm')],
  numberFormats: [option(1, 'X.XXX,XX')],
};
const formats = { dateFormat: 1, timeFormat: 1, numberFormat: 1 };

type Activation = Extract<BulkRequest, { action: 'activate' }>;
const activate = (change: Partial<Activation> = {}): Activation => ({
  action: 'activate',
  userName: { text: '{email}', isLowerCase: true, isTransliterated: true },
  level: { rules: [], otherwise: 1 },
  formats,
  needsEmail: true,
  renewsInactive: false,
  ...change,
});

function plan(
  request: BulkRequest,
  rows: readonly ContactRow[],
  other: Partial<BulkContext> & { given?: BulkTarget['given'] } = {},
): PlannedStep[] {
  const { given, ...context } = other;
  const targets = rows.map(({ contact }) => ({ contactId: contact.id, ...(given && { given }) }));
  return planBulk(request, targets, {
    rows: new CompanyRows(rows),
    options,
    isTaskfireActive: false,
    ...context,
  });
}

/** What becomes of one contact: the reason, the new name, or what changes. */
function outcome(step: PlannedStep | undefined): unknown {
  if (step?.action === 'create') return step.account.userName;
  return step?.action === 'change' ? step.change : step?.reason;
}
const one = (...args: Parameters<typeof plan>) => outcome(plan(...args)[0]);
const contact = (id: number, change: Partial<ContactRow['contact']> = {}) =>
  contactRow({ contact: { id, email: `p${id}@nordlicht.example`, ...change } });

describe('activating', () => {
  it('makes accounts by the rules', () => {
    expect(plan(activate({ level: { rules: [], otherwise: 2 } }), [contact(5)])).toEqual([
      {
        ...{ action: 'create', contactId: 5, contactName: 'Adler, Mareike' },
        account: {
          contactId: 5,
          userName: 'p5@nordlicht.example',
          isActive: true,
          securityLevel: 2,
          ...formats,
        },
      },
    ]);
  });

  it.each<[string, ContactRow, Partial<Activation>]>([
    ['contact-inactive', contact(1, { isActive: false }), {}],
    ['email-missing', contact(1, { email: null }), {}],
    ['email-missing', contact(1, { email: null }), { needsEmail: false }],
    ['user-name-characters', contact(1, { email: 'jörg@x.example' }), {}],
    ['user-name-too-long', contact(1, { email: `${'x'.repeat(200)}@x.example` }), {}],
    [
      'user-name-missing',
      contact(1, { firstName: '' }),
      { userName: { ...activate().userName, text: '{first}' } },
    ],
    ['level-missing', contact(1), { level: { rules: [], otherwise: null } }],
    ['level-unknown', contact(1), { level: { rules: [], otherwise: 9 } }],
    ['level-needs-taskfire', contact(1), { level: { rules: [], otherwise: 4 } }],
    ['already-active', contactRow({ user: {} }), {}],
    ['level-needs-taskfire', contactRow({ user: { isActive: false, securityLevel: 4 } }), {}],
  ])('refuses %s', (reason, row, change) => {
    expect(one(activate(change), [row])).toBe(reason);
  });

  it('gives each user name once: in the plan, in the company and beyond, whatever the case', () => {
    const twins = [contact(1, { email: 'A@x.example' }), contact(2, { email: 'a@X.example' })];
    expect(plan(activate(), twins).map(outcome)).toEqual(['a@x.example', 'user-name-doubled']);
    const holder = contactRow({ contact: { id: 3 }, user: { userName: 'P1@Nordlicht.example' } });
    expect(one(activate(), [contact(1), holder])).toBe('user-name-taken');
    expect(one(activate(), [contact(1)], { takenElsewhere: new Set(['p1@nordlicht.example']) })).toBe(
      'user-name-taken',
    );
  });

  it('numbers names that collide, where the pattern says so', () => {
    const numbered = activate({ userName: { ...activate().userName, text: '{f}{last}{number}' } });
    const holder = contactRow({ contact: { id: 9, isActive: false }, user: { userName: 'madler2' } });
    const names = plan(numbered, [contact(1), contact(2), contact(3), holder]).map(outcome);
    expect(names).toEqual(['madler', 'madler3', 'madler4', 'already-active']);
  });

  it('switches an inactive login on as it was, or by the rules where that is wanted', () => {
    const off = contactRow({ user: { isActive: false } });
    const otherLevel = { level: { rules: [], otherwise: 2 } };
    expect(one(activate(otherLevel), [off])).toEqual({ isActive: true });
    expect(one(activate({ ...otherLevel, renewsInactive: true }), [off])).toEqual({
      isActive: true,
      securityLevel: 2,
    });
  });

  it('puts what a file gives before the rules, and refuses what it means nothing by', () => {
    const given = { userName: 'Mareike.A', securityLevel: 2, dateFormat: 2 };
    expect(plan(activate(), [contact(1)], { given })[0]).toMatchObject({
      account: { userName: 'Mareike.A', securityLevel: 2, dateFormat: 2, timeFormat: 1 },
    });
    expect(plan(activate(), [contact(1)], { given: { securityLevel: 9 } })[0]).toMatchObject({
      ...{ reason: 'level-unknown', value: 'Old' },
    });
    expect(one(activate(), [contact(1)], { given: { userName: 'a b' } })).toBe('user-name-characters');
    const off = contactRow({ user: { isActive: false } });
    expect(one(activate(), [off], { given })).toEqual({
      ...{ isActive: true, userName: 'Mareike.A', securityLevel: 2, dateFormat: 2 },
    });
  });
});

describe('changing', () => {
  const active = contactRow({ user: { securityLevel: 1 } });
  const off = contactRow({ contact: { id: 2 }, user: { isActive: false } });

  it('deactivates who is active', () => {
    const outcomes = plan({ action: 'deactivate' }, [active, off, contact(3)]).map(outcome);
    expect(outcomes).toEqual([{ isActive: false }, 'already-inactive', 'account-missing']);
  });

  it('gives levels by the first rule that fits', () => {
    const request: BulkRequest = {
      action: 'change-level',
      level: {
        rules: [
          { when: 'title-contains', text: '', level: 9 },
          { when: 'title-contains', text: 'geschaft', level: 2 },
          { when: 'email-domain', text: '@Nordlicht.example', level: 1 },
        ],
        otherwise: null,
      },
    };
    const boss = contactRow({ contact: { id: 5, title: 'Geschäftsführung' }, user: {} });
    const stranger = contactRow({ contact: { id: 6, email: 'x@nordlicht.example.org' }, user: {} });
    const outcomes = plan(request, [active, boss, stranger, contact(7)]).map(outcome);
    expect(outcomes).toEqual(['has-already', { securityLevel: 2 }, 'level-missing', 'account-missing']);
  });

  it('changes only the formats that differ', () => {
    const request: BulkRequest = { action: 'change-formats', formats: { dateFormat: 2, timeFormat: 1 } };
    expect(plan(request, [active, contact(7)]).map(outcome)).toEqual([{ dateFormat: 2 }, 'account-missing']);
  });

  it('refuses what a file contradicts itself about, and looks at each contact once', () => {
    const targets = [
      { contactId: 1, objection: { reason: 'csv-contradictory' as const } },
      { contactId: 1 },
      { contactId: 404 },
    ];
    const context = { rows: new CompanyRows([active]), options, isTaskfireActive: false };
    expect(planBulk({ action: 'deactivate' }, targets, context).map(outcome)).toEqual(['csv-contradictory']);
  });
});

describe('the numbers of a plan', () => {
  it('count licences that are added and freed', () => {
    const context = { isTaskfireActive: true };
    const user = contactRow({ user: {} });
    const paid = contactRow({ contact: { id: 2 }, user: { securityLevel: 4 } });
    const off = contactRow({ contact: { id: 3 }, user: { securityLevel: 4, isActive: false } });
    const count = (steps: PlannedStep[]) => {
      const { licencesAdded, licencesFreed } = summaryOf(steps, options.securityLevels);
      return [licencesAdded, licencesFreed];
    };
    const toTaskfire: BulkRequest = { action: 'change-level', level: { rules: [], otherwise: 4 } };
    const toPortal: BulkRequest = { action: 'change-level', level: { rules: [], otherwise: 1 } };
    expect(count(plan(toTaskfire, [user, paid, off], context))).toEqual([1, 0]);
    expect(count(plan(toPortal, [user, paid, off], context))).toEqual([0, 1]);
    expect(count(plan({ action: 'deactivate' }, [user, paid, off], context))).toEqual([0, 1]);
    expect(count(plan(activate(), [contact(8), off], context))).toEqual([1, 0]);
  });
});

const anyRow = (id: number) =>
  fc.record({
    id: fc.constant(id),
    mailbox: fc.constantFrom('a', 'b', 'c', 'ü', ''),
    lastName: fc.constantFrom('Adler', 'ädler', 'Öz', '', '李'),
    isActive: fc.boolean(),
    account: fc.constantFrom(null, true, false),
    level: fc.constantFrom(1, 2, 4, 9, 77),
  });
const anyRows = fc
  .nat({ max: 30 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyRow(index))))
  .map((people) =>
    people.map(({ id, mailbox, lastName, isActive, account, level: securityLevel }) =>
      contactRow({
        contact: { id, lastName, isActive, email: mailbox === '' ? null : `${mailbox}@x.example` },
        ...(account !== null && {
          user: { isActive: account, securityLevel, userName: `taken${id % 5}` },
        }),
      }),
    ),
  );
const anyRequest: fc.Arbitrary<BulkRequest> = fc.oneof(
  fc.record({
    action: fc.constant('activate' as const),
    userName: fc.record({
      text: fc.constantFrom(
        '{email}',
        '{last}{number}',
        '{f}{number}@{domain}',
        'same',
        'taken{number}',
        '{',
      ),
      isLowerCase: fc.boolean(),
      isTransliterated: fc.boolean(),
    }),
    level: fc.record({ rules: fc.constant([]), otherwise: fc.constantFrom(null, 1, 4, 9) }),
    formats: fc.constant(formats),
    needsEmail: fc.boolean(),
    renewsInactive: fc.boolean(),
  }),
  fc.constant({ action: 'deactivate' as const }),
  fc.constant({ action: 'change-formats' as const, formats: { dateFormat: 2 } }),
);

describe('any plan', () => {
  it('has one valid step per contact and no user name twice', () => {
    fc.assert(
      fc.property(anyRequest, anyRows, fc.boolean(), (request, rows, isTaskfireActive) => {
        const steps = plan(request, rows, { isTaskfireActive });
        expect(steps.map(({ contactId }) => contactId)).toEqual(rows.map((row) => row.contact.id));
        for (const step of steps) expect(v.is(PlannedStepSchema, step)).toBe(true);
        const held = rows.flatMap(({ portalUser }) => portalUser?.userName ?? []);
        const created = steps.flatMap((step) => (step.action === 'create' ? [step.account] : []));
        const names = [...new Set(held), ...created.map(({ userName }) => userName)];
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const { userName, securityLevel } of created) {
          expect(userNameProblem(userName)).toBeUndefined();
          expect(isTaskfireActive || securityLevel !== 4).toBe(true);
        }
      }),
    );
  });

  it('is refused as a whole when it is made again after it was carried out', () => {
    fc.assert(
      fc.property(anyRequest, anyRows, (request, rows) => {
        const first = new Map(plan(request, rows).map((step) => [step.contactId, step]));
        const after = rows.map((row) => carriedOut(row, first.get(row.contact.id)));
        expect(plan(request, after).every(({ action }) => action === 'refused')).toBe(true);
      }),
    );
  });
});

function carriedOut(row: ContactRow, step: PlannedStep | undefined): ContactRow {
  if (step?.action === 'create') return { ...row, portalUser: { id: row.contact.id, ...step.account } };
  if (step?.action === 'change') return { ...row, portalUser: { ...step.before, ...step.change } };
  return row;
}
