import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import {
  createMemoryClient,
  type MemoryClient,
  type MemoryClientOptions,
} from '../../clients/memory/index.js';
import { bytesOfBase64, demoLogo, type DemoMark, type LogoSlot } from '../../model/index.js';
import './logo-manager.js';
import type { PortalLogoManager } from './logo-manager.js';

const PROVIDER = 0;
const DAIRY = 174;
const FLORIST_WITH_OWN_LOGO = 175;

const meta: Meta = { title: 'Logo manager', component: 'portal-logo-manager' };
export default meta;

/** The element and its backend while a story plays. */
interface Stage {
  readonly element: PortalLogoManager;
  readonly admin: MemoryClient;
}

interface Scene extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly options?: MemoryClientOptions;
  readonly companyId?: number;
  /** What the admin does once the logos are there. */
  readonly act?: (stage: Stage) => Promise<void>;
}

/** A story that tests can play as well. */
interface PlayedStory extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly render: () => TemplateResult;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

function scene({ options = {}, companyId = FLORIST_WITH_OWN_LOGO, act, ...rest }: Scene): PlayedStory {
  let admin = createMemoryClient(options);
  return {
    ...rest,
    render: () => {
      admin = createMemoryClient({ latencyMs: 20, ...options });
      return html`<div style="padding: 16px">
        <portal-logo-manager .admin=${admin} .companyId=${companyId}></portal-logo-manager>
      </div>`;
    },
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector('portal-logo-manager');
      if (element === null || act === undefined) return;
      await found(element, '.stage');
      await act({ element, admin });
    },
  };
}

/** Waits for something inside the element, two seconds at most. */
async function found(element: PortalLogoManager, selector: string): Promise<HTMLElement> {
  for (let tries = 0; tries < 100; tries += 1) {
    const one = element.shadowRoot?.querySelector<HTMLElement>(selector);
    if (one !== null && one !== undefined) return one;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The story expected ${selector}.`);
}

function picture(mark: DemoMark, name: string): File {
  const bytes = bytesOfBase64(demoLogo(mark, 90, [15, 118, 110]).data);
  return new File(bytes === undefined ? [] : [bytes], name, { type: 'image/png' });
}

const drawing = (): File => new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'logo.png');

/** Drops files, as a user does. */
async function drop({ element }: Stage, slot: LogoSlot, ...files: readonly File[]): Promise<void> {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const target = await found(element, `[data-slot='${slot}']`);
  target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

async function dropGood(stage: Stage): Promise<void> {
  await drop(stage, 'login', picture('peaks', 'jaeger-neu.png'));
  await found(stage.element, "[data-act='set']");
}

async function use(stage: Stage): Promise<void> {
  await dropGood(stage);
  (await found(stage.element, "[data-act='set']")).click();
}

const noApi = { state: 'absent', reason: 'no-api' } as const;

export const Ready = scene({});

export const InheritedFromTheProvider = scene({ companyId: DAIRY });

export const TheProviderItself = scene({ companyId: PROVIDER });

export const NoneAtAll = scene({
  companyId: PROVIDER,
  act: async ({ element }) => {
    (await found(element, "[data-slot='login'] [data-act='remove']")).click();
    await found(element, "[data-undo='login']");
    (await found(element, "[data-slot='header'] [data-act='remove']")).click();
    await found(element, "[data-undo='header']");
  },
});

export const Loading = scene({ options: { latencyMs: 3_600_000 } });

export const Chosen = scene({ act: dropGood });

export const ChosenOnDarkGround = scene({
  act: async (stage) => {
    (await found(stage.element, 'fieldset label:last-of-type input')).click();
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
    stage.admin.setLogo = () => never;
    await use(stage);
  },
});

export const Saved = scene({ act: use });

export const Removed = scene({
  act: async ({ element }) => {
    (await found(element, "[data-act='remove']")).click();
  },
});

export const Conflict = scene({
  act: async (stage) => {
    await dropGood(stage);
    stage.admin.logoByAnother(FLORIST_WITH_OWN_LOGO, 'login', demoLogo('wave', 60, [190, 90, 20]));
    (await found(stage.element, "[data-act='set']")).click();
  },
});

export const RefusedByTheServer = scene({
  options: {
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
  options: { failures: [{ method: 'setLogo', error: { code: 'offline' } }] },
  act: use,
});

export const Offline = scene({ options: { failures: [{ method: 'logos', error: { code: 'offline' } }] } });

export const ReadOnly = scene({ options: { permission: 'viewer' } });

export const Absent = scene({ options: { limits: { operations: { logos: noApi } } } });

export const OlderLoginAddress = scene({
  act: async ({ element, admin }) => {
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

export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${Ready.render()}</div>` };
