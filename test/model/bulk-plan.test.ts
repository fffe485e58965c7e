import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PlannedStepSchema } from '../../src/model/index.js';

const values = { isActive: true, securityLevel: 1, dateFormat: 15, timeFormat: 3, numberFormat: 2 };
const account = { contactId: 7, userName: 'm.adler@oberdorf.example', ...values };
const who = { contactId: 7, contactName: 'Adler, Mareike' };
const isStep = (step: unknown) => v.is(PlannedStepSchema, step);

describe('a planned step', () => {
  it('creates an account without a password: no plan on disk may hold one', () => {
    expect(isStep({ action: 'create', ...who, account })).toBe(true);
    const parsed = v.parse(PlannedStepSchema, {
      action: 'create',
      ...who,
      account: { ...account, password: 'planted' },
    });
    expect(JSON.stringify(parsed)).not.toContain('planted');
  });

  it('changes only what an account has, and never whose it is', () => {
    const before = { id: 70, ...account };
    expect(isStep({ action: 'change', ...who, before, change: { isActive: false } })).toBe(true);
    expect(isStep({ action: 'change', ...who, before, change: { contactId: 8 } })).toBe(false);
    expect(isStep({ action: 'change', ...who, before, change: { password: 'planted' } })).toBe(false);
  });

  it('is one of three kinds and carries nothing else', () => {
    expect(isStep({ action: 'refused', ...who, reason: 'contact-inactive' })).toBe(true);
    expect(isStep({ action: 'delete', ...who })).toBe(false);
    expect(isStep({ action: 'refused', ...who, reason: 'Some words.' })).toBe(false);
    expect(isStep({ action: 'refused', ...who, reason: 'contact-inactive', more: 1 })).toBe(false);
  });
});
