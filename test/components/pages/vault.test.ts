import { expect as expectElement } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { PortalError } from '../../../src/contract/index.js';
import { OptionsStage } from './stage.js';
import { connection, WorkerInMemory } from './worker-in-memory.js';

const passphrase = 'correct horse battery';
const vaulted = () => new WorkerInMemory([connection({ label: 'Main', keep: 'vault' }), connection()]);

function idleSelect(stage: OptionsStage): HTMLSelectElement {
  const select = stage.one('#idle');
  if (!(select instanceof HTMLSelectElement)) throw new Error('no select');
  return select;
}

describe('the vault', () => {
  it('is made with a passphrase that is long enough and typed twice', async () => {
    const stage = await OptionsStage.show(new WorkerInMemory(), 'vault');
    expect(stage.text).to.contain('A forgotten passphrase cannot be recovered.');
    await expectElement(stage.page).to.be.accessible();
    await stage.type('next', 'short');
    expect(stage.text).to.contain('7 more characters are needed.');
    await stage.click('Create the vault');
    expect(stage.focused).to.have.property('id', 'next');
    await stage.type('next', passphrase);
    await stage.type('repeat', 'something else');
    await stage.click('Create the vault');
    expect(stage.text).to.contain('This is not the same passphrase.');
    expect(stage.focused).to.have.property('id', 'repeat');
    await expectElement(stage.page).to.be.accessible();
    await stage.type('repeat', passphrase);
    await stage.click('Create the vault');
    expect(stage.one('.pill').textContent).toBe('unlocked');
    await expectElement(stage.page).to.be.accessible();
  });

  it('keeps what was typed when it could not be made', async () => {
    const worker = new WorkerInMemory();
    const stage = await OptionsStage.show(worker, 'vault');
    await stage.type('next', passphrase);
    await stage.type('repeat', passphrase);
    worker.failure = new PortalError({ code: 'storage-full' });
    await stage.click('Create the vault');
    expect(stage.one('[role="alert"]').textContent).to.contain('no room left');
    expect(stage.input('#next').value).toBe(passphrase);
  });

  it('counts down after a wrong passphrase, then opens with the right one', async () => {
    const stage = await OptionsStage.show(vaulted().withVault(passphrase, 'locked'), 'vault');
    expect(stage.text).to.contain('1 connection is kept in it.');
    await stage.type('passphrase', 'wrong');
    await stage.submit('passphrase');
    expect(stage.text)
      .to.contain('This is not the passphrase.')
      .and.to.contain('The next try is possible in 2');
    await stage.type('passphrase', passphrase);
    await stage.submit('passphrase');
    expect(stage.button('Unlock').ariaDisabled).toBe('true');
    await expectElement(stage.page).to.be.accessible();
    await new Promise((resolve) => setTimeout(resolve, 2200));
    await stage.settle();
    expect(stage.text).to.contain('You can try the passphrase again now.');
    await stage.submit('passphrase');
    expect(stage.button('Lock now')).to.exist;
  });

  it('locks now, and says when it locks by itself', async () => {
    const stage = await OptionsStage.show(vaulted().withVault(passphrase, 'unlocked'), 'vault');
    const idle = idleSelect(stage);
    expect(idle.selectedOptions[0]?.textContent.trim()).toBe('After 15 minutes');
    idle.value = 'never';
    idle.dispatchEvent(new Event('change'));
    stage.input('#screen').click();
    await stage.settle();
    expect(idleSelect(stage).value).toBe('never');
    expect(stage.input('#screen').checked).toBe(false);
    await stage.click('Lock now');
    expect(stage.one('.pill').textContent).toBe('locked');
    expect(stage.focused).to.have.property('id', 'passphrase');
  });

  it('changes its passphrase only for who knows the one until now', async () => {
    const worker = vaulted().withVault(passphrase, 'unlocked');
    const stage = await OptionsStage.show(worker, 'vault');
    await stage.click('Change the passphrase');
    expect(stage.focused).to.have.property('id', 'current');
    await stage.type('next', 'four other unrelated words');
    await stage.type('repeat', 'four other unrelated words');
    await stage.type('current', 'wrong');
    await stage.click('Change it');
    expect(stage.text).to.contain('Nothing was changed.');
    expect(stage.focused).to.have.property('id', 'current');
    await expectElement(stage.page).to.be.accessible();
    await new Promise((resolve) => setTimeout(resolve, 2200));
    await stage.type('current', passphrase);
    await stage.click('Change it');
    expect(stage.text).to.contain('The passphrase is changed.');
    expect(await worker.vault.unlock('four other unrelated words')).to.include({ result: 'unlocked' });
  });

  it('is wiped only after it has named what is lost', async () => {
    const stage = await OptionsStage.show(vaulted().withVault(passphrase, 'locked'), 'vault');
    await stage.click('Delete the vault …');
    expect(stage.one('li').textContent).toBe('Main (ww5.autotask.net)');
    expect(stage.text).to.contain('cannot be undone');
    expect(stage.focused?.textContent.trim()).toBe('Keep it');
    await expectElement(stage.page).to.be.accessible();
    await stage.click('Delete the vault');
    expect(stage.button('Create the vault')).to.exist;
    expect(stage.one('.pill').textContent).toBe('not created yet');
    expect(stage.focused).to.have.property('localName', 'h2');
    await stage.go('connections');
    expect(stage.all('portal-connection-card')).to.have.length(1);
  });
});
