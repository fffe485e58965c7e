import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  backendArgTypes,
  companyIdArgType,
  failAfterFirst,
  usualBackend,
} from '../../../.storybook/stage/backend.js';
import { enter, found, press } from '../../../.storybook/stage/hands.js';
import { adminScenes } from '../../../.storybook/stage/scenes.js';
import {
  demoData,
  manySignIns,
  type MemoryClientOptions,
  type MemoryData,
} from '../../clients/memory/index.js';
import type { SsoEvent } from '../../model/index.js';
import './sso-log.js';
import type { PortalSsoLog } from './sso-log.js';

const DAIRY = 174;
const FLORIST_WITHOUT_SIGN_INS = 175;

const args = { companyId: DAIRY, reconnecting: false, ...usualBackend };
type Args = typeof args;

const meta: Meta<Args> = {
  title: 'Elements/Single sign-on log',
  component: 'portal-sso-log',
  args,
  argTypes: { companyId: companyIdArgType, ...backendArgTypes },
};
export default meta;

const scene = adminScenes<PortalSsoLog, Args>({
  tag: 'portal-sso-log',
  args,
  ready: '.rows .row',
  template: ({ companyId, reconnecting }, admin) =>
    html`<portal-sso-log
      .admin=${admin}
      .companyId=${companyId}
      ?reconnecting=${reconnecting}
    ></portal-sso-log>`,
});

/** The demo data with another log of the dairy. */
function withSignIns(signIns: (seed: MemoryData) => readonly SsoEvent[]): MemoryData {
  const seed = demoData();
  return {
    ...seed,
    companies: seed.companies.map((one) =>
      one.company.id === DAIRY ? { ...one, signIns: signIns(seed) } : one,
    ),
  };
}

function many(count: number): MemoryData {
  return withSignIns(({ companies, portalUserOptions: { securityLevels: levels } }) => {
    const rows = companies.find(({ company }) => company.id === DAIRY)?.rows ?? [];
    const where = { rows, levels, now: new Date(), firstId: 1_000_000, identityProvider: 'Okta' };
    return manySignIns(count, where);
  });
}

function onlySuccesses(seed: MemoryData): SsoEvent[] {
  const signIns = seed.companies.find(({ company }) => company.id === DAIRY)?.signIns ?? [];
  return signIns.filter(({ type }) => type === 'success');
}

function absent(reason: 'no-api' | 'not-connected'): MemoryClientOptions {
  return { limits: { operations: { ssoLog: { state: 'absent', reason } } } };
}

export const Ready = scene();

export const Loading = scene({ args: { latencyMs: 3_600_000 } });

export const Empty = scene({ args: { companyId: FLORIST_WITHOUT_SIGN_INS } });

export const NoInterface = scene({ backend: absent('no-api') });

export const NotOffered = scene({ backend: absent('not-connected') });

export const NotConnected: StoryObj = {
  render: () => html`<portal-sso-log company-id="174"></portal-sso-log>`,
};

export const NothingFailed = scene({ backend: { seed: withSignIns(onlySuccesses) } });

export const AsTable = scene({
  act: ({ element }) => press(element, '.switch-view .chip:last-child'),
});

/** A click on a day of the chart shows its sign-ins alone. */
export const OneDay = scene({
  act: ({ element }) => press(element, '.days button:nth-last-child(3)'),
});

export const WhatToDo = scene({
  act: async ({ element }) => {
    await press(element, '.summary [aria-haspopup=dialog]');
    await found(element, 'portal-dialog[open]');
  },
});

export const OneSignIn = scene({
  act: async ({ element }) => {
    await press(element, '.row .explain');
    await found(element, 'portal-dialog[open] dl');
  },
});

export const NothingFound = scene({
  act: async ({ element }) => {
    enter(await found<HTMLInputElement>(element, 'input[type=search]'), 'nobody of this name');
  },
});

/** The company's zone cannot be told: the times are the reader's. */
export const ZoneNotKnown = scene({
  backend: { limits: { operations: { settings: { state: 'absent', reason: 'not-connected' } } } },
});

export const Many = scene({ backend: { seed: many(50_000) } });

/** The second page does not come; "Try again" goes on from there. */
export const ErrorMidway = scene({
  backend: { seed: many(2_400) },
  prepare: (admin) => failAfterFirst(admin, 'ssoEvents'),
});

export const Offline = scene({
  backend: { failures: [{ method: 'capabilities', error: { code: 'offline' } }] },
});

/** Reading what is new fails; what was read before stays. */
export const RefreshFailed = scene({
  act: async ({ element, world: admin }) => {
    admin.fail({ method: 'ssoEvents', error: { code: 'offline' } });
    await press(element, '.refresh:not([aria-disabled=true])');
    await found(element, '.notice.bad');
  },
});

/** Nobody opens a page for the contact: it says where that is done. */
export const ContactHint = scene({
  act: ({ element }) => press(element, '.row .contact button'),
});

export const Narrow = scene({ parameters: { width: '360px' } });

export const Dark = scene({ globals: { colours: 'dark' } });

export const RightToLeft = scene({ globals: { direction: 'rtl' } });

export const InGerman = scene({ globals: { locale: 'de' } });
