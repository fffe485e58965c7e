import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  backendArgTypes,
  backendOf,
  companyIdArgType,
  usualBackend,
} from '../../../.storybook/stage/backend.js';
import { found } from '../../../.storybook/stage/hands.js';
import { playedStory, type AdminScene, type Stage } from '../../../.storybook/stage/scenes.js';
import { createMemoryJobs } from '../../clients/memory/index.js';
import '../company-settings/company-settings.js';
import '../contact-grid/contact-grid.js';
import '../job-list/job-list.js';
import './provider.js';
import type { PortalProvider } from './provider.js';

const args = { companyId: 174, ...usualBackend };
type Args = typeof args;

const meta: Meta<Args> = {
  title: 'Elements/Provider',
  component: 'portal-provider',
  args,
  argTypes: { companyId: companyIdArgType, ...backendArgTypes },
};
export default meta;

function worldOf(given: Args) {
  const admin = backendOf(given);
  return { admin, jobs: createMemoryJobs(admin) };
}
type World = ReturnType<typeof worldOf>;

interface Scene extends Pick<AdminScene<PortalProvider, Args>, 'args' | 'globals' | 'parameters'> {
  /** Nothing is provided yet. */
  readonly isEmpty?: boolean;
  readonly act?: (stage: Stage<PortalProvider, World>) => Promise<void>;
}

function scene({ isEmpty = false, ...shown }: Scene = {}) {
  return playedStory<PortalProvider, Args, World>({
    tag: 'portal-provider',
    args,
    madeOf: ({ permission, latencyMs, failing, error }) => [permission, latencyMs, failing, error],
    world: worldOf,
    template: ({ companyId }, { admin, jobs }) =>
      html`<portal-provider .admin=${isEmpty ? undefined : admin} .jobs=${isEmpty ? undefined : jobs}>
        <portal-job-list .companyId=${companyId} recent></portal-job-list>
        <portal-contact-grid .companyId=${companyId}></portal-contact-grid>
        <portal-company-settings .companyId=${companyId}></portal-company-settings>
      </portal-provider>`,
    scene: shown,
  });
}

export const Ready = scene();

export const NothingProvidedYet = scene({ isEmpty: true });

/** All elements inside see another backend at once. */
export const ProvidedLater = scene({
  isEmpty: true,
  act: async ({ element, world }) => {
    await found(element, 'portal-company-settings', '.notice');
    Object.assign(element, world);
    await found(element, 'portal-contact-grid', '.rows .row');
  },
});

export const ReadOnly = scene({ args: { permission: 'viewer' } });

export const Dark = scene({ globals: { colours: 'dark' } });

export const German = scene({ globals: { locale: 'de' } });

export const RightToLeft = scene({ globals: { direction: 'rtl' } });
