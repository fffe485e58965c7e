import { describe, expect, it, vi } from 'vitest';
import type { PortalWrite } from '../../../src/components/shared/index.js';
import type { PortalAdmin, PortalJobs } from '../../../src/contract/index.js';
import { png } from '../../model/logo-files/pictures.js';
import { openBulk } from '../bulk-change/stage.js';
import { openSettings } from '../company-settings/stage.js';
import { openGrid } from '../contact-grid/stage.js';
import { openGlobals } from '../global-settings/stage.js';
import { openJobs } from '../job-list/stage.js';
import { file, openLogos } from '../logo-manager/stage.js';
import { openTaskfire } from '../taskfire/stage.js';

const REASON = 'Changes are frozen until Monday.';
const DAIRY = 174;
const FLORIST = 175;
const WITHOUT_LOGIN = 'Grünwald, Şirin';
const WITH_LOGIN = 'Jäger, Aylin';

/** An element with something entered that one `write` writes. */
interface Scene {
  readonly element: HTMLElement;
  readonly backend: Partial<Record<string, unknown>>;
  readonly write: () => Promise<void>;
  readonly until: (condition: () => boolean) => Promise<void>;
  /** What the element says where it tells of a failure. */
  readonly trouble: () => string;
  /** What was entered is still there. */
  readonly isKept: () => boolean;
}

type Method = PortalWrite['method'];

const steered = ['pause', 'resume', 'cancel', 'retry', 'undo', 'forget', 'takePasswords'] as const;

/** One for each write that an element makes. */
const scenes: Partial<Record<Method, () => Promise<Scene>>> = {
  saveSettings: async () => {
    const stage = await openSettings();
    await stage.flip('documents');
    return scene(stage, {
      write: () => stage.click('.bar .primary'),
      trouble: () => (stage.has('.problem') ? stage.text('.problem') : ''),
      isKept: () => stage.element.isDirty && stage.has('.changed'),
    });
  },
  saveGlobalSettings: async () => {
    const stage = await openGlobals();
    await stage.choose('twoFactor', 'all');
    return scene(stage, {
      write: () => stage.click('.bar .primary'),
      trouble: () => (stage.has('.problem') ? stage.text('.problem') : ''),
      isKept: () => stage.select('twoFactor').value === 'all' && stage.has('.changed'),
    });
  },
  createContact: async () => {
    const stage = await openGrid();
    await stage.click('.new-contact');
    const form = stage.inside('portal-new-contact');
    await stage.until(() => stage.has('portal-dialog[open] #firstName', form));
    stage.enter('#firstName', 'Ines', form);
    stage.enter('#lastName', 'Aal', form);
    return scene(stage, {
      write: () => stage.click('.primary', form),
      trouble: () => stage.text('.notice.bad', form),
      isKept: () => (stage.get('#firstName', form) as HTMLInputElement).value === 'Ines',
    });
  },
  createPortalUser: async () => {
    const stage = await openGrid();
    const dialog = await stage.openDialog(WITHOUT_LOGIN);
    stage.enter('#userName', 'sirin', dialog);
    return scene(stage, {
      write: () => stage.click('.primary', dialog),
      trouble: () => stage.text('.notice.bad', dialog),
      isKept: () => (stage.get('#userName', dialog) as HTMLInputElement).value === 'sirin',
    });
  },
  changePortalUser: async () => {
    const stage = await openGrid();
    let isFirst = true;
    return scene(stage, {
      // What was wanted is kept in the notice, with a button to try again.
      write: async () => {
        if (isFirst) await stage.deactivate(WITH_LOGIN);
        else await stage.click('.notice.bad button');
        isFirst = false;
      },
      trouble: () => stage.text('.notice.bad'),
      isKept: () => stage.text('.notice.bad button') === 'Try again',
    });
  },
  enableTaskfire: async () => {
    const stage = await openTaskfire({}, DAIRY);
    await stage.press('.enable');
    await stage.until(() => stage.has('.accept'));
    await stage.confirmAll();
    return scene(stage, {
      write: () => stage.press('.accept'),
      trouble: () => (stage.has('.notice.bad') ? stage.text('.notice.bad') : ''),
      isKept: () => stage.get('.accept').ariaDisabled === 'false',
    });
  },
  disableTaskfire: async () => {
    const stage = await openTaskfire({}, FLORIST);
    await stage.press('.disable');
    await stage.until(() => stage.isAsking && stage.has('portal-dialog .primary'));
    return scene(stage, {
      write: () => stage.press('portal-dialog .primary'),
      trouble: () => (stage.has('.notice.bad') ? stage.text('.notice.bad') : ''),
      isKept: () => stage.isAsking,
    });
  },
  setTaskfireBilling: async () => {
    const stage = await openTaskfire({}, FLORIST);
    await stage.choose('#contract', '29690');
    return scene(stage, {
      write: () => stage.press('.billing .primary'),
      trouble: () => (stage.has('.notice.bad') ? stage.text('.notice.bad') : ''),
      isKept: () => (stage.get('#contract') as HTMLSelectElement).value === '29690',
    });
  },
  setLogo: async () => {
    const stage = await openLogos();
    await stage.choose('header', file(png()));
    return scene(stage, {
      write: () => stage.press('Use this logo', 'header'),
      trouble: () => stage.slot('header'),
      isKept: () => stage.element.isDirty,
    });
  },
  removeLogo: async () => {
    const stage = await openLogos();
    const remove = [...stage.root.querySelectorAll<HTMLElement>("[data-slot='login'] button")].find((one) =>
      /Remove|provider/.test(one.textContent),
    );
    const name = remove?.textContent.trim() ?? '';
    return scene(stage, {
      write: () => stage.press(name, 'login'),
      trouble: () => stage.slot('login'),
      isKept: () => stage.button(name, 'login').isConnected,
    });
  },
  start: async () => {
    const stage = await openBulk();
    await stage.open('deactivate');
    await stage.check();
    const box = stage.root.querySelector<HTMLInputElement>('input[type=checkbox]');
    box?.click();
    return scene(stage, {
      backend: stage.jobs,
      write: () => stage.click('.start'),
      trouble: () => stage.text('.notice.bad'),
      isKept: () => stage.closed === 0 && stage.root.querySelector('portal-dry-run') !== null,
    });
  },
  ...Object.fromEntries(steered.map((method) => [method, () => jobScene(method)])),
};

type Steered = (typeof steered)[number];

async function jobScene(method: Steered): Promise<Scene> {
  const isUnderWay = ['pause', 'resume', 'cancel'].includes(method);
  const failures = [{ method: 'createPortalUser', error: { code: 'forbidden' } }] as const;
  const stage = await openJobs({
    admin: { ...(isUnderWay ? { latencyMs: 400 } : {}), ...(method === 'retry' ? { failures } : {}) },
  });
  if (!isUnderWay) await stage.untilState(method === 'retry' ? 'Finished with failures' : 'Finished');
  if (method === 'resume') {
    await stage.jobs.pause(stage.draft.id);
    await stage.until(() => stage.actions.includes('resume'));
  }
  const passwords = stage.inside('portal-job-passwords');
  const press = async (): Promise<void> => {
    if (method === 'takePasswords')
      await stage.click(passwords.querySelector('.show') === null ? '.notice button' : '.show', passwords);
    else if (['pause', 'resume', 'retry'].includes(method)) await stage.click(`[data-action=${method}]`);
    else await stage.confirm(method);
  };
  if (method === 'takePasswords') await stage.until(() => passwords.querySelector('.show') !== null);
  return scene(stage, {
    ...{ backend: stage.jobs, write: press },
    trouble: () => stage.text('.notice.bad', method === 'takePasswords' ? passwords : stage.card),
    isKept: () => stage.cards.length === 1,
  });
}

interface Hands {
  readonly element: HTMLElement;
  readonly admin: PortalAdmin;
  readonly until: (condition: () => boolean) => Promise<void>;
}

function scene(
  stage: Hands,
  own: Pick<Scene, 'write' | 'trouble' | 'isKept'> & { backend?: PortalAdmin | PortalJobs },
): Scene {
  const { backend = stage.admin, ...rest } = own;
  return {
    element: stage.element,
    backend: backend as unknown as Scene['backend'],
    until: (condition) => stage.until(condition),
    ...rest,
  };
}

describe('before anything is written', () => {
  it.each(Object.keys(scenes) as Method[])(
    '%s can be refused, and goes through once afterwards',
    async (method) => {
      const open = scenes[method];
      if (open === undefined) throw new Error('no scene');
      const { element, backend, write, until, trouble, isKept } = await open();
      const called = vi.spyOn(backend as Record<string, () => unknown>, method);
      const heard: PortalWrite[] = [];
      const refuse = (event: HTMLElementEventMap['portal-before-write']): void => {
        heard.push(event.detail);
        if (heard.length === 1) event.refuse(REASON);
      };
      document.body.addEventListener('portal-before-write', refuse);
      try {
        await write();
        await until(() => trouble().includes(REASON));
        expect(trouble()).toContain('The application did not allow this change.');
        expect(called).not.toHaveBeenCalled();
        expect(isKept()).toBe(true);
        await write();
        await until(() => called.mock.calls.length > 0);
        expect(called).toHaveBeenCalledTimes(1);
        expect(heard.map((one) => one.method)).toEqual([method, method]);
        const [first] = heard;
        if (method !== 'saveGlobalSettings') expect([DAIRY, FLORIST]).toContain(first?.companyId);
        if (method !== 'createPortalUser') expect(heard[1]?.args).toEqual(called.mock.calls[0]);
        await until(() => !trouble().includes(REASON));
      } finally {
        document.body.removeEventListener('portal-before-write', refuse);
      }
      expect(element.isConnected).toBe(true);
    },
  );

  it('never tells a password', async () => {
    const stage = await openGrid();
    const dialog = await stage.openDialog(WITHOUT_LOGIN);
    const password = stage.get('#password', dialog) as HTMLInputElement;
    stage.enter('#password', 'geheim-12345', dialog);
    expect(password.value).toBe('geheim-12345');
    const heard: unknown[] = [];
    stage.element.addEventListener('portal-before-write', ({ detail }) => heard.push(detail));
    await stage.click('.primary', dialog);
    await stage.until(() => heard.length > 0);
    expect(heard[0]).toMatchObject({ method: 'createPortalUser', companyId: DAIRY });
    expect(JSON.stringify(heard)).not.toContain('geheim-12345');
  });

  it('is told aloud, with the reason', async () => {
    const refuse = (event: HTMLElementEventMap['portal-before-write']): void => event.refuse(REASON);
    const settings = await openSettings();
    settings.element.addEventListener('portal-before-write', refuse);
    await settings.flip('documents');
    await settings.save();
    await settings.until(() => settings.text('[aria-live]').endsWith(REASON));
    const grid = await openGrid();
    grid.element.addEventListener('portal-before-write', refuse);
    await grid.deactivate(WITH_LOGIN);
    await grid.until(() => grid.text('[aria-live]', grid.root).endsWith(REASON));
  });

  it('takes preventDefault for a refusal without a reason', async () => {
    const stage = await openSettings();
    await stage.flip('documents');
    stage.element.addEventListener('portal-before-write', (event) => event.preventDefault(), { once: true });
    await stage.save();
    expect(stage.text('.problem')).toContain('The application did not allow this change.');
    expect(stage.has('.problem q')).toBe(false);
  });

  it('does not let another world of the page refuse: its event has another preventDefault', async () => {
    const stage = await openSettings();
    await stage.flip('documents');
    stage.element.addEventListener(
      'portal-before-write',
      (event) => Event.prototype.preventDefault.call(event),
      {
        once: true,
      },
    );
    await stage.save();
    expect(stage.element.isDirty).toBe(false);
  });
});
