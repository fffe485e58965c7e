import { describe, expect, it } from 'vitest';
import {
  billingProblems,
  contractEnd,
  disableProblems,
  enableProblems,
  levelsWithoutMove,
  missingConfirmations,
  portalLevels,
  type ActiveTaskfire,
  type BillingContract,
  type SecurityLevel,
  type Taskfire,
  type TaskfireAgreement,
} from '../../src/model/index.js';

const agreement: TaskfireAgreement = {
  ...{ version: '2', language: 'en', title: 'Agreement', paragraphs: ['Fees are due.'] },
  confirmations: [
    { id: 'fees', text: 'I know the fees.' },
    { id: 'authority', text: 'I may sign.' },
  ],
};
const inactive: Taskfire = { isActive: false, version: '1' };
const active: ActiveTaskfire = {
  ...{
    isActive: true,
    version: '2',
    acceptedBy: 'Ida Voss',
    acceptedAt: '2026-03-01T08:00:00Z',
    billing: null,
  },
  licences: 1,
  levelsInUse: [
    { id: 4, name: 'Resource', users: 2 },
    { id: 7, name: 'Taskfire dispatcher', users: 1 },
  ],
};
const level = (id: number, kind: SecurityLevel['kind'], isActive = true): SecurityLevel => ({
  ...{ id, kind, isActive, name: `Level ${id}`, isSystem: id < 6 },
});
const levels = [level(1, 'portal'), level(4, 'taskfire'), level(7, 'taskfire'), level(8, 'portal', false)];
const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code);

describe('enabling Taskfire (T1)', () => {
  const enable = (acceptance: Partial<Parameters<typeof enableProblems>[0]>, about = {}): string[] =>
    codes(
      enableProblems(
        { agreementVersion: '2', confirmed: ['authority', 'fees'], ...acceptance },
        { taskfire: inactive, agreement, isPortalEnabled: true, ...about },
      ),
    );

  it('needs every confirmation, in any order, of the text of today (T1)', () => {
    expect(enable({})).toEqual([]);
    expect(enable({ confirmed: ['fees', 'fees'] })).toEqual(['confirmations-missing']);
    expect(enable({ confirmed: ['something else'] })).toEqual(['confirmations-missing']);
    expect(enable({ agreementVersion: '1' })).toEqual(['agreement-changed']);
    expect(missingConfirmations(agreement, ['fees'])).toEqual(['authority']);
  });

  it('is not possible where the portal is off, nor twice (S1)', () => {
    expect(enable({}, { isPortalEnabled: false })).toEqual(['portal-disabled']);
    expect(enable({}, { taskfire: active })).toEqual(['taskfire-active']);
  });
});

describe('disabling Taskfire (T3)', () => {
  const both = [
    { from: 4, to: 1 },
    { from: 7, to: 1 },
  ];

  it('needs a portal level for each Taskfire level in use (T3)', () => {
    expect(disableProblems(both, { taskfire: active, levels })).toEqual([]);
    expect(disableProblems(both.slice(0, 1), { taskfire: active, levels })).toEqual([
      { path: ['7'], code: 'level-move-missing' },
    ]);
    expect(levelsWithoutMove(active.levelsInUse, [])).toHaveLength(2);
    expect(codes(disableProblems([], { taskfire: inactive, levels }))).toEqual(['taskfire-inactive']);
  });

  it.each([
    ['to a Taskfire level', [...both.slice(1), { from: 4, to: 7 }]],
    ['to a level that is no longer given', [...both.slice(1), { from: 4, to: 8 }]],
    ['to an unknown level', [...both.slice(1), { from: 4, to: 99 }]],
    ['from a portal level', [...both, { from: 1, to: 1 }]],
    ['from one level to two', [...both, { from: 4, to: 1 }]],
  ])('moves nobody %s (T3, T5)', (_name, moves) => {
    expect(codes(disableProblems(moves, { taskfire: active, levels }))).toEqual(['level-invalid']);
  });

  it('offers the active portal levels only', () => {
    expect(portalLevels(levels).map(({ id }) => id)).toEqual([1]);
  });
});

describe('billing Taskfire (T2)', () => {
  const contracts: BillingContract[] = [
    { id: 1, name: 'Care', expiresOn: '2026-10-31', services: [{ id: 11, name: 'Licences' }] },
    { id: 2, name: 'Open', expiresOn: null, services: [{ id: 21, name: 'Licences' }] },
  ];
  const bill = (contractId: number, serviceId: number, today = '2026-10-31', about = {}): string[] =>
    codes(
      billingProblems({ contractId, serviceId }, { id: 174, taskfire: active, contracts, ...about }, today),
    );

  it('takes a service of a contract of the company that has not ended (T2)', () => {
    expect(bill(1, 11)).toEqual([]);
    expect(bill(1, 11, '2026-11-01')).toEqual(['contract-expired']);
    expect(bill(3, 11)).toEqual(['contract-unknown']);
    expect(bill(1, 21)).toEqual(['service-unknown']);
    expect(bill(2, 21, '2099-01-01')).toEqual([]);
  });

  it('never bills company 0, which can be told so, nor a company without Taskfire (T4)', () => {
    expect(bill(1, 11, '2026-10-31', { id: 0 })).toEqual(['never-billed']);
    expect(billingProblems(null, { id: 0, taskfire: active, contracts: [] }, '2026-10-31')).toEqual([]);
    expect(bill(1, 11, '2026-10-31', { taskfire: inactive })).toEqual(['taskfire-inactive']);
  });

  it.each([
    [null, 'open'],
    ['2026-10-30', 'over'],
    ['2026-10-31', 'soon'],
    ['2026-11-30', 'soon'],
    ['2026-12-01', 'later'],
  ] as const)('knows how far away the end %s is (T2)', (expiresOn, end) => {
    expect(contractEnd(expiresOn, '2026-10-31')).toBe(end);
  });
});
