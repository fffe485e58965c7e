import { expect as expectElement } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { PortalError } from '../../../src/contract/index.js';
import { OptionsStage } from './stage.js';
import { connection, service, WorkerInMemory } from './worker-in-memory.js';

const elsewhere = {
  psaOrigin: 'https://psa.customer.example',
  autotask: { user: 'api@customer.example', baseUrl: 'https://api.customer.example/ATServicesRest/' },
};

describe('the list of connections', () => {
  it('keeps those of one PSA together and says which is in use', async () => {
    const two = [connection({ label: 'First' }), connection({ label: 'Second', isActive: false })];
    const stage = await OptionsStage.show(new WorkerInMemory([...two, connection(elsewhere)]));
    expect(stage.all('h2').map(({ textContent }) => textContent.trim())).toEqual([
      'ww5.autotask.net',
      'psa.customer.example',
    ]);
    await expectElement(stage.page).to.be.accessible();
    await stage.click('Use this one');
    const [first, second] = stage.all('.title');
    expect(first?.textContent).not.to.contain('in use');
    expect(second?.textContent).to.contain('Second').and.to.contain('in use');
    expect(stage.focused).to.have.property('className', 'button edit');
  });

  it('forgets only what was confirmed, says what is lost, and offers to enter it again', async () => {
    const stage = await OptionsStage.show(new WorkerInMemory([connection({ label: 'Main' })]));
    await stage.click('Forget');
    expect(stage.text).to.contain('Its secrets are deleted');
    expect(stage.focused?.textContent.trim()).toBe('Keep');
    await expectElement(stage.page).to.be.accessible();
    await stage.click('Keep');
    await stage.click('Forget');
    stage.all('.question button')[0]?.click();
    await stage.settle();
    expect(stage.all('portal-connection-card')).to.be.empty;
    expect(stage.focused?.textContent.trim()).toBe('Enter it again');
    await expectElement(stage.page).to.be.accessible();
    await stage.click('Enter it again');
    expect(stage.input('#label').value).toBe('Main');
    expect(stage.input('#user').value).toBe('api@provider.example');
    expect(stage.input('#secret').value).toBe('');
  });

  it('asks again for an address that the browser does not let us into', async () => {
    const worker = new WorkerInMemory([connection({ ...elsewhere, hasPermission: false })]);
    const stage = await OptionsStage.show(worker);
    await expectElement(stage.page).to.be.accessible();
    stage.browser.grants = false;
    await stage.click('Allow it');
    expect(stage.browser.asked).toEqual([['https://psa.customer.example', 'https://api.customer.example']]);
    expect(stage.one('[role="alert"]').textContent).to.contain('was not allowed to use psa.customer.example');
  });

  it('unlocks what is locked right there', async () => {
    const worker = new WorkerInMemory([connection({ keep: 'vault' })]).withVault('correct horse', 'locked');
    const stage = await OptionsStage.show(worker);
    expect(stage.one('.pill').textContent).toBe('locked');
    await expectElement(stage.page).to.be.accessible();
    await stage.type('passphrase', 'correct horse');
    await stage.submit('passphrase');
    expect(stage.all('.pill')).to.be.empty;
    expect(stage.all('portal-vault-unlock')).to.be.empty;
    expect(stage.focused).to.have.property('className', 'button edit');
  });

  it('tells what went wrong and leaves everything as it was', async () => {
    const worker = new WorkerInMemory([
      connection({ label: 'A' }),
      connection({ label: 'B', isActive: false }),
    ]);
    const stage = await OptionsStage.show(worker);
    worker.failure = new PortalError({ code: 'storage-full' });
    await stage.click('Use this one');
    expect(stage.one('[role="alert"]').textContent).to.contain('no room left');
    expect(stage.all('portal-connection-card')).to.have.length(2);
  });

  it('says that a sign-in was ended by the service', async () => {
    const stage = await OptionsStage.show(
      new WorkerInMemory([connection({ portalService: service('ended') })]),
    );
    expect(stage.text).to.contain('The portal service ended your sign-in.');
    expect(stage.button('Sign in again')).to.exist;
    await expectElement(stage.page).to.be.accessible();
  });
});
