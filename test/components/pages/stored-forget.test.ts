import { fixture, html } from '@open-wc/testing';
import { expect, it } from 'vitest';
import { PortalError } from '../../../src/contract/index.js';
import '../../../src/pages/options/portal-storage-page.js';

it('forgets what can be forgotten in the table, says so, and says what went wrong', async () => {
  let failure: PortalError | undefined = new PortalError({ code: 'worker-restarted' });
  let times = 0;
  const forget = () => {
    times += 1;
    return failure === undefined ? Promise.resolve() : Promise.reject(failure);
  };
  const page = await fixture(
    html`<portal-storage-page .forget=${{ layouts: forget, 'page-memory': forget }}></portal-storage-page>`,
  );
  const part = page.shadowRoot?.querySelector('portal-stored-forget');
  const press = async () => {
    part?.renderRoot.querySelector('button')?.click();
    await new Promise((resolve) => setTimeout(resolve));
    await part?.updateComplete;
  };
  const status = () => part?.renderRoot.querySelector('[role=status]')?.textContent.trim();
  await press();
  expect(status()).toBe('');
  expect(part?.renderRoot.querySelector('[role=alert]')).not.toBeNull();
  failure = undefined;
  await press();
  expect(times).toBe(2);
  expect(status()).toMatch(/^Forgotten/);
  expect(part?.renderRoot.querySelector('[role=alert]')).toBeNull();
});
