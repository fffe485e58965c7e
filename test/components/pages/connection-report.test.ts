import { expect as expectElement } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { operations } from '../../../src/contract/index.js';
import { recordOf, settingKeys } from '../../../src/model/index.js';
import { OptionsStage } from './stage.js';
import { connection, WorkerInMemory, type AnsweringTest } from './worker-in-memory.js';

const answer: AnsweringTest = {
  ok: true,
  capabilities: {
    operations: recordOf(operations, (one) =>
      one === 'settings' ? { state: 'read-only', reason: 'api-read-only' } : { state: 'available' },
    ),
    settings: recordOf(settingKeys, () => ({ state: 'available' })),
  },
  rights: [
    { entity: 'Contacts', canRead: true, canCreate: false, canUpdate: false },
    { entity: 'ClientPortalUsers', canRead: true, canCreate: true, canUpdate: false },
  ],
  threshold: { used: 3120, limit: 10_000 },
};

async function test(worker: WorkerInMemory): Promise<OptionsStage> {
  const stage = await OptionsStage.show(worker);
  await stage.click('Test');
  return stage;
}

describe('the report of a test', () => {
  it('says what the API user may do and what a missing right means', async () => {
    const worker = new WorkerInMemory([connection()]);
    worker.testResult = { tested: true, autotask: answer, portalService: null };
    const stage = await test(worker);
    expect(stage.text).to.contain('accepts the secrets');
    const [contacts, users] = stage.all('tbody tr');
    expect(contacts?.textContent).to.contain('not needed').and.to.contain('No new contact can be added');
    expect(users?.textContent).to.contain('missing').and.to.contain('No login can be changed');
    expect(stage.text).to.contain('3,120 of 10,000 requests used in this hour');
    expect(stage.text).to.contain('From half on the extension slows down.');
    await expectElement(stage.page).to.be.accessible();
  });

  it('says that it works more slowly once half the threshold is used', async () => {
    const worker = new WorkerInMemory([connection()]);
    const half = { ...answer, threshold: { used: 5000, limit: 10_000 } };
    worker.testResult = { tested: true, autotask: half, portalService: null };
    const stage = await test(worker);
    expect(stage.text).to.contain('works more slowly now');
    await expectElement(stage.page).to.be.accessible();
  });

  it('tells refused credentials from a server that does not answer', async () => {
    const worker = new WorkerInMemory([connection()]);
    worker.testResult = {
      tested: true,
      autotask: { ok: false, error: { code: 'auth', detail: 'Invalid login' } },
      portalService: { ok: false, error: { code: 'offline' } },
    };
    const stage = await test(worker);
    expect(stage.text).to.contain('does not accept the secrets').and.to.contain('Invalid login');
    expect(stage.text).to.contain('There is no connection');
    await expectElement(stage.page).to.be.accessible();
  });

  it('says why a connection cannot work, or that there is nothing to test yet', async () => {
    const worker = new WorkerInMemory([connection()]);
    const stage = await test(worker);
    expect(stage.text).to.contain('belongs to a PSA at another address');
    worker.testResult = { tested: true, autotask: null, portalService: null };
    await stage.click('Test');
    expect(stage.text).to.contain('There is nothing to test yet.');
    await expectElement(stage.page).to.be.accessible();
  });
});
