import { describe, expect, it } from 'vitest';
import { PortalError, withMethods } from '../../../src/contract/index.js';
import {
  ADMINISTRATOR,
  billedUntil,
  DAIRY,
  FLORIST_WITH_TASKFIRE,
  openTaskfire,
  openWithUsers,
  RESOURCE,
} from './stage.js';

describe('<portal-taskfire> enabling', () => {
  it('enables it once every statement is confirmed, and says until then what is missing (T1)', async () => {
    const stage = await openTaskfire({}, DAIRY);
    await stage.press('.enable');
    await stage.until(() => stage.has('.accept'));
    expect(stage.text('.text')).toContain('Taskfire gives your customer a help desk of its own.');
    expect(stage.text('#missing')).toBe('2 statements still have to be confirmed.');
    expect(stage.get('.accept').ariaDisabled).toBe('true');
    await stage.press('.accept');
    await stage.until(() => stage.focused?.matches('[name="fees"]') === true);
    expect(stage.get('#missing').className).toBe('problem');
    expect(await stage.taskfire(DAIRY)).toBeUndefined();
    await stage.press('input[name="fees"]');
    expect(stage.text('#missing')).toBe('1 statement still has to be confirmed.');
    await stage.press('input[name="authority"]');
    expect(stage.get('.accept').ariaDisabled).toBe('false');
    await stage.press('.accept');
    await stage.until(() => stage.has('.done'));
    expect(stage.text('.done')).toContain('Taskfire is enabled.');
    expect((await stage.taskfire(DAIRY))?.acceptedBy).toBe('Demo administrator');
    expect(stage.text('.pill')).toBe('Active');
    await stage.until(() => stage.focused?.id === 'heading');
  });

  it('shows later what was accepted, by whom and when (T1, T2)', async () => {
    const stage = await openTaskfire();
    await stage.press('.acknowledgment');
    await stage.until(() => stage.has('.text'));
    const dialog = stage.get('portal-dialog');
    expect(dialog).toHaveProperty('lead', expect.stringContaining('Henrike Sørensen on Mar 4, 2025'));
    expect(dialog.textContent).toContain('I accept the monthly fee for each Taskfire user.');
    expect(stage.has('input')).toBe(false);
    expect(stage.has('.accept')).toBe(false);
  });

  it('does not take what was confirmed for another text (T1)', async () => {
    const stage = await openTaskfire({}, DAIRY);
    await stage.press('.enable');
    await stage.until(() => stage.has('.accept'));
    await stage.confirmAll();
    const changed = [{ path: ['agreementVersion'], code: 'agreement-changed' }];
    stage.admin.fail({ method: 'enableTaskfire', error: { code: 'validation', problems: changed } });
    await stage.press('.accept');
    await stage.until(() => stage.has('.notice.bad'));
    expect(stage.text('.notice.bad')).toContain('There is a new text of the agreement.');
    expect(stage.text('#missing')).toBe('2 statements still have to be confirmed.');
  });

  it('shows that somebody else was faster, and accepts nothing twice', async () => {
    const stage = await openTaskfire({}, DAIRY);
    await stage.press('.enable');
    await stage.until(() => stage.has('.accept'));
    await stage.confirmAll();
    stage.admin.taskfireByAnother.enable(DAIRY);
    await stage.press('.accept');
    await stage.until(() => stage.has('.notice.warn'));
    expect(stage.text('.notice.warn')).toContain('Taskfire was enabled by Somebody else.');
    expect(stage.has('.accept')).toBe(false);
    expect((await stage.taskfire(DAIRY))?.acceptedBy).toBe('Somebody else');
  });

  it('sees for itself that it is enabled where the answer was lost', async () => {
    const stage = await openTaskfire({}, DAIRY);
    const backend = stage.admin;
    stage.element.admin = withMethods(backend, {
      enableTaskfire: async (...args) => {
        await backend.enableTaskfire(...args);
        throw new PortalError({ code: 'offline' });
      },
    });
    await stage.press('.enable');
    await stage.until(() => stage.has('.accept'));
    await stage.confirmAll();
    await stage.press('.accept');
    await stage.until(() => stage.has('.done'));
    expect(stage.text('.done')).toContain('Taskfire is enabled.');
    expect(stage.has('.notice.bad')).toBe(false);
  });

  it('keeps what is confirmed when the PSA does not answer, and goes on', async () => {
    const stage = await openTaskfire({}, DAIRY);
    await stage.press('.enable');
    await stage.until(() => stage.has('.accept'));
    await stage.confirmAll();
    stage.admin.fail({ method: 'enableTaskfire', error: { code: 'offline' } });
    await stage.press('.accept');
    await stage.until(() => stage.has('.notice.bad'));
    expect(stage.get('.accept').ariaDisabled).toBe('false');
    await stage.press('.accept');
    await stage.until(() => stage.has('.done'));
  });
});

describe('<portal-taskfire> billing', () => {
  it('bills through another contract once contract and service are chosen (T2)', async () => {
    const stage = await openTaskfire();
    expect(stage.get('option[value="29402"]')).toHaveProperty('disabled', true);
    await stage.choose('#contract', '');
    await stage.choose('#contract', '29684');
    expect(stage.has('.billing .primary')).toBe(false);
    await stage.choose('#contract', '29690');
    expect(stage.get('#service')).toHaveProperty('value', '7310');
    await stage.press('.billing .primary');
    await stage.until(() => stage.has('.done'));
    expect((await stage.taskfire())?.billing).toMatchObject({ contractId: 29_690, serviceId: 7_310 });
    expect(stage.text('#contract-end')).toBe('Without an end date.');
  });

  it('asks for the service where the contract has several (T2)', async () => {
    const stage = await openTaskfire();
    await stage.press('.remove');
    await stage.until(() => stage.has('.undo'));
    await stage.choose('#contract', '29684');
    await stage.press('.billing .primary');
    await stage.until(() => stage.focused?.id === 'service');
    expect(stage.text('#service-missing')).toBe('Choose the service to which the fee is added.');
    expect((await stage.taskfire())?.billing).toBeNull();
    await stage.choose('#service', '7302');
    await stage.press('.billing .primary');
    await stage.until(() => stage.has('.done'));
    expect((await stage.taskfire())?.billing?.serviceId).toBe(7_302);
  });

  it('removes the automation, and takes that back (T2)', async () => {
    const stage = await openTaskfire();
    await stage.press('.remove');
    await stage.until(() => stage.has('.undo'));
    expect((await stage.taskfire())?.billing).toBeNull();
    await stage.press('.undo');
    await stage.until(() => stage.has('.done') && stage.text('.done').startsWith('The fee is added'));
    expect((await stage.taskfire())?.billing?.contractId).toBe(29_684);
  });

  it('offers no way back to a contract that is over (T2)', async () => {
    const stage = await openTaskfire(billedUntil('2024-10-31'));
    await stage.press('.remove');
    await stage.until(() => stage.has('.done'));
    expect(stage.has('.undo')).toBe(false);
  });

  it('shows what somebody else changed, keeps what was chosen, and saves it then', async () => {
    const stage = await openTaskfire();
    await stage.choose('#contract', '29690');
    stage.admin.taskfireByAnother.bill(FLORIST_WITH_TASKFIRE, null);
    await stage.press('.billing .primary');
    await stage.until(() => stage.has('.notice.warn'));
    expect(stage.text('.notice.warn')).toContain('The licence fee is no longer added to a contract.');
    expect(stage.text('.notice.warn')).toContain('Your entries are still here.');
    expect(stage.get('#contract')).toHaveProperty('value', '29690');
    expect((await stage.taskfire())?.billing).toBeNull();
    await stage.press('.billing .primary');
    await stage.until(() => stage.has('.done'));
    expect((await stage.taskfire())?.billing?.contractId).toBe(29_690);
    expect(stage.has('.notice.warn')).toBe(false);
  });

  it('keeps what was chosen when it is refused, and says why', async () => {
    const stage = await openTaskfire();
    await stage.choose('#contract', '29690');
    const problems = [{ path: ['contractId'], code: 'contract-expired' }];
    stage.admin.fail({ method: 'setTaskfireBilling', error: { code: 'validation', problems } });
    await stage.press('.billing .primary');
    await stage.until(() => stage.has('.notice.bad'));
    expect(stage.text('.notice.bad')).toContain('This contract has expired');
    expect(stage.get('#contract')).toHaveProperty('value', '29690');
  });

  it('warns before the page is left with an unsaved choice', async () => {
    const stage = await openTaskfire();
    const leave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).toBe(false);
    await stage.choose('#contract', '29690');
    expect(leave()).toBe(true);
    await stage.press('.billing .plain');
    expect(leave()).toBe(false);
  });
});

describe('<portal-taskfire> disabling', () => {
  it('says what is lost and moves each level in the same step (T3)', async () => {
    const stage = await openWithUsers();
    await stage.press('.disable');
    await stage.until(() => stage.has('#move-4'));
    expect(stage.text('ul')).toContain('The company loses its own help desk');
    expect(stage.text('ul')).toContain('2 licences are freed.');
    expect(stage.text('ul')).toContain(
      'The licence fee is no longer added to: Managed workplace – Taskfire licence.',
    );
    expect(stage.text('label[for="move-4"]')).toBe('Resource 1 user');
    const offered = [...stage.get('#move-4').querySelectorAll('option')].map(
      ({ textContent }) => textContent,
    );
    expect(offered).toEqual(['Choose a portal level', 'Basic', 'Advanced', 'Manager', 'Invoices only']);
    await stage.choose('#move-4', '1');
    await stage.press('.primary.danger');
    await stage.until(() => stage.focused?.id === 'move-5');
    expect(stage.text('#missing')).toBe('Choose a portal level for: Administrator');
    await stage.choose('#move-5', '3');
    await stage.press('.primary.danger');
    await stage.until(() => stage.has('.done'));
    expect(stage.text('.done')).toContain('Taskfire is disabled; 2 users have a portal level now.');
    expect(await stage.taskfire()).toBeUndefined();
    const { rows } = await stage.admin.contacts(FLORIST_WITH_TASKFIRE, null);
    const levels = rows.flatMap(({ portalUser }) => (portalUser === null ? [] : [portalUser.securityLevel]));
    expect(levels.slice(0, 2)).toEqual([1, 3]);
    await stage.until(() => stage.focused?.id === 'heading');
  });

  it('needs no level where nobody has one (T3)', async () => {
    const stage = await openTaskfire();
    await stage.press('.disable');
    await stage.press('.primary.danger');
    await stage.until(() => stage.has('.done'));
    expect(stage.text('.done')).toContain('Taskfire is disabled.');
  });

  it('keeps what was chosen and asks for a level that somebody got meanwhile (T3)', async () => {
    const stage = await openTaskfire();
    await stage.give(RESOURCE);
    await stage.until(() => stage.text('.licences') === '1 licence');
    await stage.press('.disable');
    await stage.choose('#move-4', '2');
    await stage.give(ADMINISTRATOR, 1);
    await stage.until(() => stage.has('#move-5'));
    expect(stage.get('#move-4')).toHaveProperty('value', '2');
    expect(stage.get('.primary.danger').ariaDisabled).toBe('true');
  });

  it('shows that somebody else has disabled it', async () => {
    const stage = await openWithUsers();
    await stage.press('.disable');
    await stage.choose('#move-4', '1');
    await stage.choose('#move-5', '1');
    stage.admin.taskfireByAnother.disable(FLORIST_WITH_TASKFIRE, [
      { from: RESOURCE, to: 2 },
      { from: ADMINISTRATOR, to: 2 },
    ]);
    await stage.press('.primary.danger');
    await stage.until(() => stage.has('.notice.warn'));
    expect(stage.text('.notice.warn')).toContain('Taskfire was disabled.');
    expect(stage.has('.primary.danger')).toBe(false);
  });

  it('says what to do where the portal levels cannot be read', async () => {
    const stage = await openWithUsers();
    stage.admin.fail({ method: 'portalUserOptions', error: { code: 'not-found' } });
    await stage.press('.disable');
    await stage.until(() => stage.has('p.problem:not(:empty)'));
    expect(stage.text('p.problem:not(:empty)')).toContain('Resource (1 user), Administrator (1 user)');
    await stage.press('.primary.danger');
    expect(stage.isAsking).toBe(true);
    expect(await stage.taskfire()).toBeDefined();
  });
});
