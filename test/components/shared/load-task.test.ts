import { aTimeout, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import { Announcer, define, LoadTask, PortalElement } from '../../../src/components/shared/index.js';
import { PortalError } from '../../../src/contract/index.js';

class PortalTestLoader extends PortalElement {
  readonly task = new LoadTask<string>(this);
  readonly announcer = new Announcer(this);

  override render(): TemplateResult {
    return html`<p>${this.task.state}: ${this.task.value}</p>
      ${this.announcer.region()}`;
  }

  get text(): string {
    return this.renderRoot.querySelector('p')?.textContent ?? '';
  }

  get spoken(): string {
    return this.renderRoot.querySelector('[role="status"]')?.textContent ?? '';
  }
}
define('portal-test-loader', PortalTestLoader);

function open(): Promise<PortalTestLoader> {
  return fixture<PortalTestLoader>(html`<portal-test-loader></portal-test-loader>`);
}

describe('load task', () => {
  it('goes from idle over loading to ready and renders each', async () => {
    const element = await open();
    expect(element.text).toBe('idle: ');
    const done = element.task.run(() => Promise.resolve('here'));
    await element.updateComplete;
    expect(element.text).toBe('loading: ');
    expect(await done).toBe(true);
    await element.updateComplete;
    expect(element.text).toBe('ready: here');
  });

  it('keeps the value of an earlier load when a later one fails', async () => {
    const { task } = await open();
    await task.run(() => Promise.resolve('old'));
    expect(await task.run(() => Promise.reject(new PortalError({ code: 'offline' })))).toBe(false);
    expect([task.state, task.value, task.error?.data.code]).toEqual(['failed', 'old', 'offline']);
  });

  it('turns whatever was thrown into an error of the contract', async () => {
    const { task } = await open();
    await task.run(() => Promise.reject(new TypeError('odd')));
    expect(task.error?.data).toEqual({ code: 'unknown', detail: 'odd' });
  });

  it('aborts an older load and ignores its late answer', async () => {
    const { task } = await open();
    const signals: AbortSignal[] = [];
    const load = (value: string, delay: number) => async (signal: AbortSignal) => {
      signals.push(signal);
      await aTimeout(delay);
      return value;
    };
    const late = task.run(load('late', 40));
    await task.run(load('soon', 5));
    expect(await late).toBe(false);
    expect([task.value, signals[0]?.aborted, signals[1]?.aborted]).toEqual(['soon', true, false]);
  });

  it('aborts when its element leaves the page, and forgets on reset', async () => {
    const element = await open();
    const late = element.task.run(() => aTimeout(10).then(() => 'late'));
    element.remove();
    expect(await late).toBe(false);
    element.task.reset();
    expect([element.task.state, element.task.value]).toEqual(['idle', undefined]);
  });
});

describe('announcer', () => {
  it('has its region before it speaks, and speaks the same sentence twice', async () => {
    const element = await open();
    const region = element.renderRoot.querySelector('[role="status"]');
    expect(region).not.toBeNull();
    element.announcer.announce('Saved.');
    await element.updateComplete;
    const first = element.spoken;
    element.announcer.announce('Saved.');
    await element.updateComplete;
    expect(element.spoken.trim()).toBe('Saved.');
    expect(element.spoken).not.toBe(first);
    expect(element.renderRoot.querySelector('[role="status"]')).toBe(region);
  });
});
