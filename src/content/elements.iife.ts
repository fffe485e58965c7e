/**
 * The second stage: the elements themselves, injected by the worker into the one frame in which the page agent has
 * recognised the company page. The registry must be there before any element is defined, so its import comes first.
 */
import { takenTags } from './custom-elements.js';
import browser from 'webextension-polyfill';
import { createRemoteLayoutStore } from '../channel/grid-layout-client.js';
import { createRemoteJobs } from '../channel/jobs-client.js';
import type { LivenessOptions } from '../channel/liveness.js';
import { createRemotePageMemory } from '../channel/page-memory-client.js';
import { createRemotePortalAdmin } from '../channel/remote-portal-admin.js';
import { runtimeTransport } from '../channel/transport.js';
import { claimFrame } from './claim-frame.js';
import { isTagTaken as isTaken } from './definitions.js';
import { ElementsStage } from './elements-stage.js';
import { extensionIsAlive } from './extension-runtime.js';
import { removeOrphanHosts } from './host.js';
import { guardAdmin, guardJobs } from './identity-guard.js';
import { Lifetime } from './lifetime.js';
import './panel/portal-page-panel.js';
import { readCompanyId } from './psa/company-id.js';
import { watchPage } from './watch-page.js';

/** How often (ms) this script asks whether the extension still has it; the answer is a property, no message. */
const ALIVE_CHECK = 3000;

/** Asked anew before each mounting: the page may define its own elements later than we did ours. */
function isTagTaken(): boolean {
  return takenTags.size > 0 || isTaken('portal-page-panel', document);
}

function start(lifetime: Lifetime): void {
  removeOrphanHosts(document);
  const transport = runtimeTransport(browser.runtime);
  const liveness: LivenessOptions = {
    onLiveness: (state) => {
      stage.setReconnecting(state === 'reconnecting');
    },
  };
  const companyNow = () => readCompanyId(document, location);
  const services = {
    admin: guardAdmin(createRemotePortalAdmin(transport, liveness), companyNow),
    jobs: guardJobs(createRemoteJobs(transport, liveness), companyNow),
    layouts: createRemoteLayoutStore(transport, liveness),
    memory: createRemotePageMemory(transport, liveness),
  };
  const stage = new ElementsStage(document, lifetime, services, isTagTaken);
  if (isTagTaken()) {
    stage.stepAside();
    return;
  }
  lifetime.every(() => {
    if (extensionIsAlive()) return;
    lifetime.end();
    stage.sayUpdated();
  }, ALIVE_CHECK);
  watchPage(window, lifetime, stage.look);
}

const lifetime = new Lifetime();
if (claimFrame('elements', lifetime, extensionIsAlive)) start(lifetime);
