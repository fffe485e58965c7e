import { describe, expect, it } from 'vitest';
import { passwordProblem } from '../../../src/model/index.js';
import { FLORIST_WITH_TASKFIRE, openGrid, PROVIDER, type Stage } from './stage.js';

const GRUENWALD = 'Grünwald, Şirin';
const JAEGER = 'Jäger, Aylin';

function valueOf(stage: Stage, selector: string, dialog: ShadowRoot): string {
  const field = stage.get(selector, dialog);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : '';
}

async function problem(stage: Stage, field: string, dialog: ShadowRoot): Promise<string> {
  await stage.until(() => stage.text(`#${field}-problem`, dialog) !== '');
  expect(stage.get(`#${field}`, dialog).ariaInvalid).toBe('true');
  return stage.text(`#${field}-problem`, dialog);
}

describe('<portal-activation-dialog>', () => {
  it('suggests everything a new login needs', async () => {
    const stage = await openGrid();
    const dialog = await stage.openDialog(GRUENWALD);
    expect(stage.get('portal-dialog', dialog).getAttribute('heading')).toBe('Activate portal login');
    expect(valueOf(stage, '#userName', dialog)).toMatch(/^sirin\.gruenwald.*@oberdorf\.example$/);
    expect(valueOf(stage, '#securityLevel', dialog)).toBe('1');
    expect(valueOf(stage, '#dateFormat', dialog)).toBe('15');
    expect(passwordProblem(valueOf(stage, '#password', dialog))).toBe(undefined);
    expect(stage.text('#password-hint', dialog)).toContain('not documented whether the PSA sends');
    expect(stage.text('p[slot=actions]', dialog)).toContain('cannot be deleted later, only deactivated');
  });

  it('makes another password, and keeps it typed as one likes', async () => {
    const stage = await openGrid();
    const dialog = await stage.openDialog(GRUENWALD);
    const before = valueOf(stage, '#password', dialog);
    await stage.click('.with-buttons button:last-child', dialog);
    await stage.until(() => valueOf(stage, '#password', dialog) !== before);
    stage.enter('#password', 'has space', dialog);
    expect(await problem(stage, 'password', dialog)).toContain('no spaces');
    stage.enter('#password', 'abc', dialog);
    await stage.until(() => stage.text('#password-problem', dialog) === 'Use 5 to 50 characters.');
  });

  it('checks the user name as one types, and asks whether it is free', async () => {
    const stage = await openGrid();
    const dialog = await stage.openDialog(GRUENWALD);
    stage.enter('#userName', 'grün wald', dialog);
    expect(await problem(stage, 'userName', dialog)).toContain('Use only Latin letters');
    stage.enter('#userName', 'aylin.jaeger@oberdorf.example', dialog);
    await stage.until(() => stage.text('#userName-problem', dialog).includes('Somebody else'));
    stage.enter('#userName', 'sirin', dialog);
    await stage.until(() => stage.text('#userName-hint', dialog) === 'This user name is free.');
    expect(stage.text('#userName-problem', dialog)).toBe('');
  });

  it('sends nothing that is known to be wrong', async () => {
    const stage = await openGrid();
    const dialog = await stage.openDialog(GRUENWALD);
    stage.enter('#userName', '', dialog);
    await stage.click('.primary', dialog);
    expect(await problem(stage, 'userName', dialog)).toBe('Enter a user name.');
    await stage.until(() => dialog.activeElement?.id === 'userName');
    expect(stage.has('portal-dialog[open]', dialog)).toBe(true);
  });

  it('puts a refusal at its field and keeps what was typed', async () => {
    const problems = [{ path: ['userName'], code: 'vendor-rule', detail: 'Name is on the black list.' }];
    const stage = await openGrid({
      failures: [{ method: 'createPortalUser', error: { code: 'validation', problems } }],
    });
    const dialog = await stage.openDialog(GRUENWALD);
    stage.enter('#userName', 'sirin.g', dialog);
    await stage.click('.primary', dialog);
    expect(await problem(stage, 'userName', dialog)).toContain('Name is on the black list.');
    expect(valueOf(stage, '#userName', dialog)).toBe('sirin.g');
    expect(stage.has('.notice.bad')).toBe(false);
    stage.enter('#userName', 'sirin.gr', dialog);
    await stage.until(() => stage.text('#userName-problem', dialog) === '');
    await stage.click('.primary', dialog);
    await stage.until(() => stage.text('.userName', stage.row(GRUENWALD)) === 'sirin.gr');
    await stage.until(() => !stage.has('portal-dialog[open]', dialog));
  });

  it('says what belongs to no field above the fields', async () => {
    const stage = await openGrid({ failures: [{ method: 'createPortalUser', error: { code: 'auth' } }] });
    const dialog = await stage.openDialog(GRUENWALD);
    await stage.click('.primary', dialog);
    await stage.until(() => stage.has('.notice.bad', dialog));
    expect(stage.text('.notice.bad', dialog)).toContain('Signing in to the PSA failed.');
  });

  it('offers Taskfire levels only with Taskfire, and says that they cost money (T4, T5)', async () => {
    const plain = await openGrid();
    const without = await plain.openDialog(GRUENWALD);
    expect(plain.has('optgroup:nth-of-type(2) option:not([disabled])', without)).toBe(false);
    expect(plain.text('#securityLevel-hint', without)).toContain('Taskfire levels need Taskfire');

    const stage = await openGrid({}, FLORIST_WITH_TASKFIRE);
    await stage.click('.rows .level button');
    const dialog = stage.inside('portal-activation-dialog');
    await stage.until(() => stage.has('#securityLevel', dialog));
    stage.enter('#securityLevel', '4', dialog);
    await stage.until(() =>
      stage.text('#securityLevel-hint', dialog).includes('billed as a Taskfire licence'),
    );
  });

  it('changes an existing login, and sends only what changed', async () => {
    const stage = await openGrid();
    await stage.choose(JAEGER, 'Change portal login');
    const dialog = stage.inside('portal-activation-dialog');
    await stage.until(() => stage.has('portal-dialog[open] #userName', dialog));
    expect(stage.get('portal-dialog', dialog).getAttribute('heading')).toBe('Change portal login');
    expect(stage.has('#password', dialog)).toBe(false);
    stage.enter('#securityLevel', '2', dialog);
    await stage.click('.primary', dialog);
    await stage.until(() => stage.text('.level', stage.row(JAEGER)) === 'Advanced');
    await stage.until(() =>
      stage.text('.notice.good').includes('The portal login of Jäger, Aylin is changed.'),
    );
  });

  it('re-activates a login with the values it had', async () => {
    const stage = await openGrid({}, PROVIDER);
    const inactive = stage.rows.find((row) => stage.text('.status', row) === 'Inactive');
    if (inactive === undefined) throw new Error('Nobody is inactive.');
    const name = stage.text('.name .text', inactive);
    await stage.choose(name, 'Re-activate');
    const dialog = stage.inside('portal-activation-dialog');
    await stage.until(() => stage.has('portal-dialog[open] #userName', dialog));
    await stage.click('.primary', dialog);
    await stage.until(() => stage.text('.status', stage.row(name)) === 'Active');
    await stage.until(() => stage.text('.notice.good').includes(`${name} can sign in to the portal again.`));
  });
});
