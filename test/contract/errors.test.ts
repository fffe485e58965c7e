import * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  PortalError,
  PortalErrorDataSchema,
  companyOf,
  methodSchemas,
  operations,
  toPortalError,
  writingMethods,
  type CallOptions,
  type PortalAdmin,
  type PortalMethod,
} from '../../src/contract/index.js';
import { settings } from '../model/arbitraries.js';

const snapshot = { companyId: 0, settings: settings(), version: '3', changedBy: null, changedAt: null };

describe('the closed set of errors', () => {
  it.each([
    { code: 'auth' },
    { code: 'forbidden', detail: 'security level' },
    { code: 'not-found' },
    { code: 'validation', problems: [{ path: ['userName'], code: 'user-name-taken' }] },
    { code: 'conflict', theirs: snapshot },
    { code: 'rate-limited', retryAt: '2026-11-24T15:00:00Z' },
    { code: 'offline' },
    { code: 'worker-restarted' },
    { code: 'extension-updated' },
    { code: 'unknown' },
  ])('$code crosses a border as data', (data) => {
    const crossed: unknown = structuredClone(data);
    expect(v.parse(PortalErrorDataSchema, crossed)).toEqual(data);
  });

  it('refuses an error without what it must say, and any other', () => {
    for (const data of [
      { code: 'conflict' },
      { code: 'rate-limited', retryAt: 'soon' },
      { code: 'teapot' },
      null,
    ]) {
      expect(v.is(PortalErrorDataSchema, data)).toBe(false);
    }
  });

  it('gives out the data of one kind only', () => {
    const error = new PortalError({ code: 'rate-limited', retryAt: '2026-11-24T15:00:00Z' });
    expect(error.as('rate-limited')?.retryAt).toBe('2026-11-24T15:00:00Z');
    expect(error.as('conflict')).toBeUndefined();
  });

  it('makes of anything thrown an error of the set, once', () => {
    const known = new PortalError({ code: 'offline' });
    expect(toPortalError(known)).toBe(known);
    expect(toPortalError(new Error('broken')).data).toEqual({ code: 'unknown', detail: 'broken' });
    expect(toPortalError('broken').data).toEqual({ code: 'unknown', detail: 'broken' });
  });
});

describe('the methods over a border', () => {
  it('has shapes that fit the interface', () => {
    type WithoutOptions<A extends unknown[]> = A extends [...infer Rest, CallOptions?] ? Rest : A;
    type Args<M extends PortalMethod> = WithoutOptions<Parameters<PortalAdmin[M]>>;
    expectTypeOf<v.InferOutput<(typeof methodSchemas)['company']['args']>>().toExtend<Args<'company'>>();
    expectTypeOf<v.InferOutput<(typeof methodSchemas)['company']['result']>>().toEqualTypeOf<
      Awaited<ReturnType<PortalAdmin['company']>>
    >();
    expectTypeOf<keyof typeof methodSchemas>().toEqualTypeOf<PortalMethod>();
  });

  it('takes the arguments of a call and refuses one more, one less, or a wrong one', () => {
    const { args } = methodSchemas.saveSettings;
    expect(v.is(args, [0, { portalEnabled: false }, '3'])).toBe(true);
    expect(v.is(args, [0, { portalEnabled: false }])).toBe(false);
    expect(v.is(args, [0, { portalEnabled: false }, '3', {}])).toBe(false);
    expect(v.is(args, [-1, {}, '3'])).toBe(false);
    expect(v.is(args, [0, { isAdmin: true }, '3'])).toBe(false);
  });

  it('knows which company a call acts on, company 0 included', () => {
    expect(companyOf('settings', [0])).toBe(0);
    expect(companyOf('changePortalUser', [174, 9, {}])).toBe(174);
    expect(companyOf('takenUserNames', [['m.adler'], 9])).toBeUndefined();
    expect(companyOf('timeZones', [])).toBeUndefined();
  });

  it('never lets a write pass for a read', () => {
    const reads = Object.keys(methodSchemas).filter(
      (name) => !writingMethods.some((write) => write === name),
    );
    for (const name of reads) expect(name).not.toMatch(/^(save|create|change|delete|set[A-Z])/);
  });

  it('asks for a capability of every kind', () => {
    const states = Object.fromEntries(operations.map((name) => [name, { state: 'available' }]));
    const result = methodSchemas.capabilities.result;
    const all = Object.fromEntries(Object.keys(settings()).map((key) => [key, { state: 'available' }]));
    expect(v.is(result, { operations: states, settings: all })).toBe(true);
    expect(v.is(result, { operations: {}, settings: all })).toBe(false);
  });
});
