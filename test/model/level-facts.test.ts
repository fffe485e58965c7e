import { expect, it } from 'vitest';
import { levelFacts, type SecurityLevel } from '../../src/model/index.js';

const level = (id: number, name: string, more: Partial<SecurityLevel> = {}): SecurityLevel => ({
  ...{ id, name, kind: 'portal', isSystem: true, isActive: true },
  ...more,
});

it.each<[SecurityLevel, string[]]>([
  [level(1, 'Basic'), ['articles-and-documents', 'fixed']],
  [level(3, 'Manager'), ['articles-and-documents', 'manages-users', 'fixed']],
  [
    level(4, 'Resource', { kind: 'taskfire' }),
    ['articles-and-documents', 'internal-tickets', 'costs-licence', 'fixed'],
  ],
  [
    level(5, 'Administrator', { kind: 'taskfire' }),
    ['articles-and-documents', 'manages-users', 'internal-tickets', 'costs-licence', 'fixed'],
  ],
  [level(4711, 'Manager', { isSystem: false, isActive: false }), ['custom', 'no-longer-offered']],
])('tells of %j what is documented', (one, facts) => {
  expect(levelFacts(one)).toEqual(facts);
});
