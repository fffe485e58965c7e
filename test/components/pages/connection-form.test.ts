import { expect as expectElement } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { PortalError } from '../../../src/contract/index.js';
import { OptionsStage } from './stage.js';
import { connection, WorkerInMemory } from './worker-in-memory.js';

async function fillIn(stage: OptionsStage, address = 'ww5.autotask.net'): Promise<void> {
  await stage.type('psaOrigin', address);
  await stage.type('user', 'api@provider.example');
  await stage.type('secret', 's');
  await stage.type('integrationCode', 'c');
}

describe('the form of a connection', () => {
  it('is open where nothing is connected yet, saves what was typed and shows it', async () => {
    const worker = new WorkerInMemory();
    const stage = await OptionsStage.show(worker);
    await expectElement(stage.page).to.be.accessible();
    await fillIn(stage);
    await stage.click('Save');
    expect(worker.saved).to.have.length(1);
    expect(stage.all('portal-connection-form')).to.be.empty;
    expect(stage.text).to.contain('ww5.autotask.net');
    expect(stage.focused).to.have.property('className', 'button edit');
    expect(stage.browser.asked).to.be.empty;
  });

  it('says at the field what is missing, and goes there', async () => {
    const worker = new WorkerInMemory();
    const stage = await OptionsStage.show(worker);
    await stage.click('Save');
    expect(worker.saved).to.be.empty;
    expect(stage.focused).to.have.property('id', 'psaOrigin');
    expect(stage.focused?.getAttribute('aria-describedby')).to.contain('psaOrigin-problem');
    expect(stage.text).to.contain('Fill this in.');
    await expectElement(stage.page).to.be.accessible();
  });

  it('asks the browser for a PSA elsewhere, and explains a refusal without losing anything', async () => {
    const worker = new WorkerInMemory();
    const stage = await OptionsStage.show(worker);
    stage.browser.grants = false;
    await fillIn(stage, 'psa.customer.example');
    await stage.type('baseUrl', 'https://api.customer.example/ATServicesRest/');
    await stage.click('Save');
    expect(stage.browser.asked).toEqual([['https://psa.customer.example', 'https://api.customer.example']]);
    expect(stage.one('[role="alert"]').textContent).to.contain('was not allowed');
    expect(worker.saved).to.be.empty;
    expect(stage.input('#secret').value).toBe('s');
    stage.browser.grants = true;
    await stage.click('Save');
    expect(worker.saved).to.have.length(1);
  });

  it('makes the vault on the way, then saves into it', async () => {
    const worker = new WorkerInMemory();
    const stage = await OptionsStage.show(worker);
    await fillIn(stage);
    await stage.choose('keep', 'vault');
    await stage.click('Save');
    expect(stage.text).to.contain('Create the vault first');
    expect(stage.focused).to.have.property('id', 'keep-vault');
    await expectElement(stage.page).to.be.accessible();
    await stage.type('next', 'correct horse battery');
    await stage.type('repeat', 'correct horse battery');
    await stage.click('Create the vault');
    expect(stage.all('portal-vault-create')).to.be.empty;
    expect(stage.text).not.to.contain('Create the vault first');
    expect(stage.focused).to.have.property('id', 'keep-vault');
    await stage.click('Save');
    expect(worker.saved[0]).to.include({ keep: 'vault' });
    expect(stage.text).to.contain('protected by your passphrase');
  });

  it('keeps everything typed when the worker fails, and saves at the second try', async () => {
    const worker = new WorkerInMemory();
    const stage = await OptionsStage.show(worker);
    await fillIn(stage);
    worker.failure = new PortalError({ code: 'worker-restarted' });
    await stage.click('Save');
    expect(stage.one('[role="alert"]').textContent).to.contain('Everything you entered is still here');
    expect(stage.input('#secret').value).toBe('s');
    worker.failure = undefined;
    await stage.click('Save');
    expect(worker.saved).to.have.length(1);
  });

  it('makes one connection where the answer to the first try is lost', async () => {
    const worker = new WorkerInMemory();
    const stage = await OptionsStage.show(worker);
    await fillIn(stage);
    worker.lostAnswer = new PortalError({ code: 'worker-restarted' });
    await stage.click('Save');
    await stage.click('Save');
    expect(worker.saved).to.have.length(2);
    expect(await worker.connections.list()).to.have.length(1);
  });

  it('changes a connection without asking for its secrets again', async () => {
    const stored = connection({ label: 'Main' });
    const worker = new WorkerInMemory([stored]);
    const stage = await OptionsStage.show(worker);
    await stage.click('Edit');
    expect(stage.input('#secret').placeholder).to.contain('Stored');
    await stage.type('label', 'Renamed');
    await stage.submit('label');
    expect(worker.saved[0]).to.deep.include({ id: stored.id, label: 'Renamed' });
    expect(worker.saved[0]?.autotask).to.deep.include({ secret: null, integrationCode: null });
    expect(stage.one('h3').textContent).toBe('Renamed');
  });

  it('goes back to where it was opened when it is cancelled', async () => {
    const stage = await OptionsStage.show(new WorkerInMemory([connection()]));
    await stage.click('Edit');
    await stage.click('Cancel');
    expect(stage.focused).to.have.property('className', 'button edit');
    await stage.click('Add a connection');
    await stage.click('Cancel');
    expect(stage.focused?.textContent.trim()).toBe('Add a connection');
  });
});
