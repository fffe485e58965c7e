import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { backendArgTypes, companyIdArgType, usualBackend } from '../../../.storybook/stage/backend.js';
import { found, press } from '../../../.storybook/stage/hands.js';
import { adminScenes, type Stage } from '../../../.storybook/stage/scenes.js';
import type { MemoryClient } from '../../clients/memory/index.js';
import { bytesOfBase64, demoLogo, type DemoMark, type LogoSlot } from '../../model/index.js';
import './logo-manager.js';
import type { PortalLogoManager } from './logo-manager.js';

const PROVIDER = 0;
const DAIRY = 174;
const FLORIST_WITH_OWN_LOGO = 175;

const args = { companyId: FLORIST_WITH_OWN_LOGO, reconnecting: false, ...usualBackend };
type Args = typeof args;

const meta: Meta<Args> = {
  title: 'Elements/Logo manager',
  component: 'portal-logo-manager',
  args,
  argTypes: { companyId: companyIdArgType, ...backendArgTypes },
};
export default meta;

const scene = adminScenes<PortalLogoManager, Args>({
  tag: 'portal-logo-manager',
  args,
  ready: '.stage',
  template: ({ companyId, reconnecting }, admin) =>
    html`<portal-logo-manager
      .admin=${admin}
      .companyId=${companyId}
      ?reconnecting=${reconnecting}
    ></portal-logo-manager>`,
});

type Act = Stage<PortalLogoManager, MemoryClient>;

function picture(mark: DemoMark, name: string): File {
  const bytes = bytesOfBase64(demoLogo(mark, 90, [15, 118, 110]).data);
  return new File(bytes === undefined ? [] : [bytes], name, { type: 'image/png' });
}

const drawing = (): File => new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'logo.png');

/** Drops files, as a user does. */
async function drop({ element }: Act, slot: LogoSlot, ...files: readonly File[]): Promise<void> {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const target = await found(element, `[data-slot='${slot}']`);
  target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

async function dropGood(stage: Act): Promise<void> {
  await drop(stage, 'login', picture('peaks', 'jaeger-neu.png'));
  await found(stage.element, "[data-act='set']");
}

async function use(stage: Act): Promise<void> {
  await dropGood(stage);
  await press(stage.element, "[data-act='set']");
}

const noApi = { state: 'absent', reason: 'no-api' } as const;

export const Ready = scene({});

export const InheritedFromTheProvider = scene({ args: { companyId: DAIRY } });

export const TheProviderItself = scene({ args: { companyId: PROVIDER } });

export const NoneAtAll = scene({
  args: { companyId: PROVIDER },
  act: async ({ element }) => {
    await press(element, "[data-slot='login'] [data-act='remove']");
    await found(element, "[data-undo='login']");
    await press(element, "[data-slot='header'] [data-act='remove']");
    await found(element, "[data-undo='header']");
  },
});

export const Loading = scene({ args: { latencyMs: 3_600_000 } });

export const Chosen = scene({ act: dropGood });

export const ChosenOnDarkGround = scene({
  act: async (stage) => {
    await press(stage.element, 'fieldset label:last-of-type input');
    await dropGood(stage);
  },
});

export const FileOverASlot = scene({
  act: async ({ element }) => {
    const target = await found(element, "[data-slot='header']");
    target.dispatchEvent(
      new DragEvent('dragover', { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true }),
    );
  },
});

export const RefusedFile = scene({ act: (stage) => drop(stage, 'login', drawing()) });

export const RefusedBesideAGoodOne = scene({
  act: async (stage) => {
    await dropGood(stage);
    await drop(stage, 'login', drawing());
    await found(stage.element, '.notice.bad');
  },
});

export const Saving = scene({
  act: async (stage) => {
    const never = new Promise<never>(() => undefined);
    stage.world.setLogo = () => never;
    await use(stage);
  },
});

export const Saved = scene({ act: use });

export const Removed = scene({
  act: async ({ element }) => {
    await press(element, "[data-act='remove']");
  },
});

export const Conflict = scene({
  act: async (stage) => {
    await dropGood(stage);
    stage.world.logoByAnother(FLORIST_WITH_OWN_LOGO, 'login', demoLogo('wave', 60, [190, 90, 20]));
    await press(stage.element, "[data-act='set']");
  },
});

export const RefusedByTheServer = scene({
  backend: {
    failures: [
      {
        method: 'setLogo',
        error: { code: 'validation', problems: [{ path: ['login'], code: 'hidden-content' }] },
      },
    ],
  },
  act: use,
});

export const OfflineWhileSaving = scene({
  backend: { failures: [{ method: 'setLogo', error: { code: 'offline' } }] },
  act: use,
});

export const Offline = scene({ backend: { failures: [{ method: 'logos', error: { code: 'offline' } }] } });

export const ReadOnly = scene({ args: { permission: 'viewer' } });

export const Absent = scene({ backend: { limits: { operations: { logos: noApi } } } });

export const OlderLoginAddress = scene({
  act: async ({ element, world: admin }) => {
    const login = await admin.portalLogin(FLORIST_WITH_OWN_LOGO);
    admin.portalLogin = () => Promise.resolve({ ...login, isFriendly: false, hasIdentityProvider: true });
    await element.reload();
  },
});

export const NotConnected: StoryObj = {
  render: () => html`<portal-logo-manager company-id="174"></portal-logo-manager>`,
};

export const Dark = scene({ globals: { colours: 'dark' }, act: dropGood });

export const Narrow = scene({ parameters: { width: '360px' }, act: dropGood });

export const German = scene({ globals: { locale: 'de' }, act: dropGood });

export const RightToLeft = scene({ globals: { direction: 'rtl' } });
