import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { en } from '../../sandbox/pages/texts/en.js';
import { GlobalSnapshotSchema } from '../../src/model/index.js';
import { asAdmin } from './support/portal-service.js';
import { useSandbox } from './support/sandbox.js';
import { formValues, textsOf, Visitor } from './support/visitor.js';

const PAGE = '/Mvc/Administration/ClientPortal.mvc/GlobalSettings';

describe('the vendor-like page of the global settings (D1)', () => {
  const sandbox = useSandbox();
  const globals = async () => {
    const { json } = await sandbox.call('GET', '/portal/v1/global-settings', { headers: asAdmin });
    return v.parse(GlobalSnapshotSchema, json).settings;
  };

  it('saves what the portal service then tells, and shows it', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const { location } = await visitor.save(PAGE, {
      twoFactor: 'all',
      ticketsFrom: '2025-12-31',
      priority: '3',
    });
    expect(location).toBe(`${PAGE}?saved=1`);
    expect(await globals()).toMatchObject({
      ...{ twoFactor: 'all', ticketsFrom: '2025-12-31' },
      quickTicket: { requestTypeId: 1, priority: 3, queueId: 5, titleEditable: true },
    });
    const { html } = await visitor.get(PAGE);
    expect(formValues(html)).toMatchObject({ twoFactor: 'all', ticketsFrom: '2025-12-31', priority: '3' });
    await visitor.save(PAGE, { quickTicket: 'none', ticketsFrom: '' });
    expect(await globals()).toMatchObject({ quickTicket: null, ticketsFrom: null });
  });

  it.each([
    ['a day that there is not', { ticketsFrom: '2026-02-31' }, en.detail.invalid],
    ['another policy', { twoFactor: 'global' }, en.detail.invalid],
    [
      'a deactivated type',
      { quickTicket: 'values', requestTypeId: '6' },
      en.detail.problems['request-type-inactive'],
    ],
  ])('takes no %s and changes nothing', async (_name, values, reason) => {
    const before = await globals();
    const visitor = await new Visitor(sandbox).signIn('admin');
    const { status, html } = await visitor.save(PAGE, values);
    expect(status).toBe(422);
    expect(textsOf(html, 'Text')).toContain(reason);
    expect(await globals()).toEqual(before);
  });

  it('lets nobody in without the permission, and takes no form of another site', async () => {
    const viewer = await new Visitor(sandbox).signIn('viewer');
    expect((await viewer.get(PAGE)).location).toContain('Authorization.mvc');
    const admin = await new Visitor(sandbox).signIn('admin');
    expect((await admin.save(PAGE, { csrf: 'guessed' })).status).toBe(403);
  });
});
