import { describe, expect, it } from 'vitest';
import type { JobDraft } from '../../../src/contract/index.js';
import { DAIRY, openPage } from './stage.js';

describe('what failed in a job of the company', () => {
  it('is planned again in the list of users, which is loaded for it (U8)', async () => {
    const stage = await openPage({
      failures: [
        {
          method: 'createPortalUser',
          error: { code: 'validation', problems: [{ path: ['userName'], code: 'user-name-taken' }] },
        },
      ],
    });
    const { rows } = await stage.admin.contacts(DAIRY, null);
    const row = rows.find(({ contact, portalUser }) => contact.isActive && portalUser === null);
    const contactId = row?.contact.id ?? -1;
    const draft: JobDraft = {
      ...{ id: crypto.randomUUID(), companyId: DAIRY, companyName: 'x', kind: 'activate' },
      steps: [
        {
          ...{ action: 'create', contactId, contactName: 'x' },
          account: {
            ...{ contactId, userName: 'somebody.else', isActive: true, securityLevel: 3 },
            ...{ dateFormat: 15, timeFormat: 3, numberFormat: 2 },
          },
        },
      ],
    };
    await stage.element.jobs?.start(draft);
    const list = stage.inside('portal-job-list');
    const button = (): HTMLElement | null | undefined =>
      list
        .querySelector('portal-job-card')
        ?.shadowRoot?.querySelector<HTMLElement>('[data-action=plan-again]');
    await stage.until(() => button() != null);
    button()?.click();
    await stage.until(() => stage.has('portal-contact-grid'));
    const grid = stage.inside('portal-contact-grid');
    const dialog = (): ShadowRoot | null | undefined => grid.querySelector('portal-bulk-change')?.shadowRoot;
    await stage.until(() => dialog()?.querySelector('#pattern, [name=pattern]') != null);
    expect(dialog()?.textContent).toContain('Somebody else has these user names by now: somebody.else.');
  });
});
