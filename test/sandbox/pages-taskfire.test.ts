import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { de } from '../../sandbox/pages/texts/de.js';
import { en } from '../../sandbox/pages/texts/en.js';
import { TaskfireSchema, type Taskfire } from '../../src/model/index.js';
import { asAdmin } from './support/portal-service.js';
import { useSandbox } from './support/sandbox.js';
import { textsOf, Visitor } from './support/visitor.js';

const NORDLICHT = 174;
const HARBOR_SUPPLY = 175;
const PORTAL_OFF = 190;
const client = (companyId: number): string =>
  `/Mvc/Administration/ClientPortal.mvc/ClientDetail?accountId=${companyId}`;
const page = (companyId: number, step: string): string =>
  `/Mvc/Administration/ClientPortal.mvc/Taskfire?accountId=${companyId}&step=${step}`;

describe('the PSA’s own pages for Taskfire', () => {
  const sandbox = useSandbox();
  const taskfireOf = async (id: number): Promise<Taskfire> =>
    v.parse(
      TaskfireSchema,
      (await sandbox.call('GET', `/portal/v1/companies/${id}/taskfire`, { headers: asAdmin })).json,
    );

  it('enable it with the agreement, bill it, and disable it with moved levels (T1, T2, T3)', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const first = await visitor.get(client(HARBOR_SUPPLY));
    expect(textsOf(first.html, 'Text2')).toContain(en.taskfire.enable);
    const partly = await visitor.save(page(HARBOR_SUPPLY, 'enable'), { 'confirm.fees': 'true' });
    expect(partly.status).toBe(422);
    expect(partly.html).toContain(en.taskfire.problems['confirmations-missing']);
    const both = { 'confirm.fees': 'true', 'confirm.authority': 'true' };
    const enabled = await visitor.save(page(HARBOR_SUPPLY, 'enable'), both);
    expect(enabled.location).toBe(`${client(HARBOR_SUPPLY)}&saved=1`);
    expect(await taskfireOf(HARBOR_SUPPLY)).toMatchObject({ isActive: true, acceptedBy: 'Alva Nordwind' });
    const billed = await visitor.save(page(HARBOR_SUPPLY, 'billing'), { contract: '11750' });
    expect(billed.location).toContain('saved=1');
    const { html } = await visitor.get(client(HARBOR_SUPPLY));
    expect(textsOf(html, 'Value')).toEqual(
      expect.arrayContaining(['Managed services', 'Taskfire licence', '0']),
    );
    await sandbox.rest('PATCH', '/ClientPortalUsers', { id: 40_400, securityLevel: 4 });
    const unmoved = await visitor.save(page(HARBOR_SUPPLY, 'disable'), {});
    expect(unmoved.html).toContain(en.taskfire.problems['level-move-missing']);
    await visitor.save(page(HARBOR_SUPPLY, 'disable'), { 'move.4': '2' });
    expect(await taskfireOf(HARBOR_SUPPLY)).toMatchObject({ isActive: false });
    const { json } = await sandbox.rest('GET', '/ClientPortalUsers/40400');
    expect(json).toMatchObject({ item: { securityLevel: 2 } });
  });

  it('show what was accepted, by whom and when, in the language of the page (T2)', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin', 'de');
    const { html } = await visitor.get(page(NORDLICHT, 'acknowledgment'));
    expect(html).toContain('Taskfire-Vereinbarung');
    expect(textsOf(html, 'PrimaryText')).toEqual(
      expect.arrayContaining([de.taskfire.acceptedBy, de.taskfire.acceptedAt]),
    );
    expect(html).toContain('Alva Nordwind');
  });

  it('refuse what the rules refuse, in words', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const both = { 'confirm.fees': 'true', 'confirm.authority': 'true' };
    const off = await visitor.save(page(PORTAL_OFF, 'enable'), both);
    expect(off.html).toContain(en.taskfire.problems['portal-disabled']);
    const over = await visitor.save(page(NORDLICHT, 'billing'), { contract: '11742' });
    expect(over.html).toContain(en.taskfire.problems['contract-expired']);
    for (const [id, step] of [
      [PORTAL_OFF, 'billing'],
      [NORDLICHT, 'enable'],
      [4711, 'enable'],
      [NORDLICHT, 'x'],
    ] as const)
      expect((await visitor.get(page(id, step))).status, `${id} ${step}`).toBe(404);
  });

  it('let nobody without the permission change anything (S15)', async () => {
    const visitor = await new Visitor(sandbox).signIn('viewer');
    const before = await taskfireOf(NORDLICHT);
    const { status } = await visitor.save(page(NORDLICHT, 'disable'), { 'move.4': '1' });
    expect(status).toBe(403);
    expect((await visitor.post(page(NORDLICHT, 'billing'), { contract: '' })).status).toBe(403);
    expect(await taskfireOf(NORDLICHT)).toEqual(before);
  });
});
