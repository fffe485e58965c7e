import { expect as expectElement } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { PortalError } from '../../../src/contract/index.js';
import { OptionsStage } from './stage.js';
import { connection, WorkerInMemory } from './worker-in-memory.js';

describe('<portal-options>', () => {
  it('leads from page to page, by name and with the focus on the heading', async () => {
    const stage = await OptionsStage.show(new WorkerInMemory([connection()]));
    expect(stage.one('nav [aria-current="page"]').textContent).toBe('Connections');
    await stage.go('vault');
    expect(stage.focused).to.have.property('localName', 'h1');
    expect(stage.focused?.textContent).toBe('Vault');
    expect(document.title).to.contain('Vault');
    await stage.go('stored');
    expect(stage.one('portal-storage-page')).to.exist;
    expect(stage.all('portal-vault-section')).to.be.empty;
    await expectElement(stage.page).to.be.accessible();
  });

  it('keeps what is typed while one is on another page, and when the vault locks by itself', async () => {
    const worker = new WorkerInMemory([connection({ keep: 'vault' })]).withVault('correct horse', 'unlocked');
    const stage = await OptionsStage.show(worker);
    await stage.click('Edit');
    await stage.type('secret', 'half typed');
    await stage.go('vault');
    worker.lockByItself();
    await stage.go('connections');
    expect(stage.input('#secret').value).toBe('half typed');
    expect(stage.one('portal-vault-unlock')).to.exist;
    await expectElement(stage.page).to.be.accessible();
  });

  it('says when the worker cannot be reached, and tries again', async () => {
    const worker = new WorkerInMemory([connection()]);
    worker.failure = new PortalError({ code: 'worker-restarted' });
    const stage = await OptionsStage.show(worker);
    expect(stage.one('[role="alert"]').textContent).to.contain('interrupted');
    worker.failure = undefined;
    await stage.click('Try again');
    expect(stage.one('portal-connection-card')).to.exist;
  });

  it('says that it reconnects', async () => {
    const stage = await OptionsStage.show(new WorkerInMemory([connection()]));
    stage.page.reconnecting = true;
    await stage.settle();
    expect(stage.text).to.contain('nothing is lost');
  });

  it('shows what is stored, encrypted or not, and where it can be deleted', async () => {
    const stage = await OptionsStage.show(new WorkerInMemory(), 'stored');
    const rows = stage.all('portal-storage-page section.row, section.row');
    expect(rows.length).to.be.greaterThan(6);
    const remembered = rows.find(({ textContent }) => textContent.includes('Secrets that are remembered'));
    expect(remembered?.textContent).to.contain('disk, encrypted');
    expect(remembered?.querySelector('a')?.getAttribute('href')).to.contain('#vault');
    await expectElement(stage.page).to.be.accessible();
  });
});
