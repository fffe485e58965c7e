import { expect as expectElement } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { PortalError } from '../../../src/contract/index.js';
import { OptionsStage } from './stage.js';
import { connection, service, WorkerInMemory } from './worker-in-memory.js';

const back = 'https://extension.example/back?code=1';

async function begin(worker = new WorkerInMemory([connection({ portalService: service('signed-out') })])) {
  const stage = await OptionsStage.show(worker);
  await stage.click('Sign in');
  return { stage, worker };
}

describe('signing in to the portal service', () => {
  it('opens the service, waits, and says who is signed in', async () => {
    const { stage } = await begin();
    expect(stage.browser.asked).toEqual([['https://portal.example']]);
    expect(stage.browser.opened[0]?.url).to.contain('https://portal.example/authorize');
    expect(stage.text).to.contain('This page waits.');
    expect(stage.focused?.textContent.trim()).toBe('Cancel');
    await expectElement(stage.page).to.be.accessible();
    stage.browser.comeBack({ outcome: 'returned', url: back });
    await stage.settle();
    expect(stage.text).to.contain('You are signed in as mara@provider.example.');
    expect(stage.button('Sign out')).to.exist;
    await expectElement(stage.page).to.be.accessible();
  });

  it('can be cancelled here; what comes back later is ignored', async () => {
    const { stage } = await begin();
    await stage.click('Cancel');
    expect(stage.text).to.contain('The sign-in was cancelled.');
    expect(stage.browser.opened[0]?.signal.aborted).toBe(true);
    stage.browser.comeBack({ outcome: 'returned', url: back });
    await stage.settle();
    expect(stage.button('Sign in')).to.exist;
    expect(stage.focused).toBe(stage.button('Sign in'));
  });

  it('notices that the window was closed', async () => {
    const { stage } = await begin();
    stage.browser.comeBack({ outcome: 'closed' });
    await stage.settle();
    expect(stage.text).to.contain('The sign-in was cancelled.');
  });

  it('quotes why the service refused', async () => {
    const { stage } = await begin();
    stage.browser.comeBack({
      outcome: 'returned',
      url: 'https://extension.example/back?error=access_denied',
    });
    await stage.settle();
    expect(stage.text).to.contain('It said: “access_denied”.');
    expect(stage.button('Sign in')).to.exist;
  });

  it('says what the browser said where the page could not be opened', async () => {
    const { stage } = await begin();
    const detail = 'Authorization page could not be loaded.';
    stage.browser.comeBack({ outcome: 'not-opened', detail });
    await stage.settle();
    expect(stage.text).to.contain('could not be opened').and.to.contain(detail);
  });

  it('does not begin where access to the service is declined', async () => {
    const stage = await OptionsStage.show(
      new WorkerInMemory([connection({ portalService: service('signed-out') })]),
    );
    stage.browser.grants = false;
    await stage.click('Sign in');
    expect(stage.browser.opened).to.be.empty;
    expect(stage.text).to.contain('was not allowed to use portal.example');
  });

  it('tells a failure in words and can be tried again', async () => {
    const worker = new WorkerInMemory([connection({ portalService: service('signed-out') })]);
    const stage = await OptionsStage.show(worker);
    worker.failure = new PortalError({ code: 'offline' });
    await stage.click('Sign in');
    expect(stage.text).to.contain('There is no connection to the PSA.');
    worker.failure = undefined;
    await stage.click('Sign in');
    expect(stage.browser.opened).to.have.length(1);
  });

  it('signs out, and says when the service could not be told', async () => {
    const worker = new WorkerInMemory([connection({ portalService: service('signed-in') })]);
    worker.revokes = false;
    const stage = await OptionsStage.show(worker);
    await stage.click('Sign out');
    expect(stage.text).to.contain('You are signed out.').and.to.contain('until that expires');
    expect(stage.focused).toBe(stage.button('Sign in'));
    await expectElement(stage.page).to.be.accessible();
  });
});
