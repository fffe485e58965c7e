import { oneEvent } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { DAIRY } from './plans.js';
import { openJobs } from './stage.js';

describe('<portal-job-card> while it runs', () => {
  it('says what it does, how far it is, and ends by itself', async () => {
    const stage = await openJobs({ admin: { latencyMs: 120 } });
    expect(stage.text('h3')).toBe(`Activate ${stage.draft.steps.length} contacts`);
    expect(stage.text('.pill')).toBe('Running');
    expect(stage.actions).toEqual(['pause', 'cancel']);
    const bar = stage.get('[role=progressbar]');
    expect(bar.ariaValueMax).toBe(String(stage.draft.steps.length));
    await stage.untilState('Finished');
    expect(bar.ariaValueNow).toBe(bar.ariaValueMax);
    expect(stage.text('.counts')).toMatch(/^\d+ done \d+ refused$/);
  });

  it('pauses and goes on with one button that keeps the focus', async () => {
    const stage = await openJobs({ admin: { latencyMs: 120 } });
    const button = stage.get('[data-action=pause]');
    button.focus();
    await stage.click('[data-action=pause]');
    await stage.untilState('Paused');
    expect(stage.card.activeElement).toBe(button);
    const { counts } = await stage.job();
    expect(counts.planned).toBeGreaterThan(0);
    expect(button.textContent.trim()).toBe('Go on');
    await stage.click('[data-action=resume]');
    await stage.untilState('Finished');
    expect(stage.card.activeElement).toBe(stage.get('h3'));
  });

  it('asks before it cancels, and says what stays', async () => {
    const stage = await openJobs({ admin: { latencyMs: 300 } });
    await stage.click('[data-action=cancel]');
    const question = stage.inside('portal-job-question');
    await stage.until(() => question.querySelector('portal-dialog[open]') !== null);
    expect(stage.text('portal-dialog', question)).toContain('A cancelled job cannot go on.');
    expect(question.activeElement).toBe(stage.get('.keep', question));
    // The browser tells of a closed dialog a moment after it has closed.
    const closed = oneEvent(stage.get('portal-job-question'), 'close');
    await stage.click('.keep', question);
    await closed;
    expect((await stage.job()).state).toBe('running');
    await stage.confirm('cancel');
    await stage.untilState('Cancelled');
    expect(stage.text('.counts')).toMatch(/not done/);
  });
});

describe('<portal-job-card> while it waits', () => {
  it('says when the hour is over, and offers no useless try', async () => {
    const retryAt = new Date(Date.now() + 3_000_000).toISOString();
    const failures = [
      { method: 'createPortalUser', error: { code: 'rate-limited', retryAt }, times: 3 },
    ] as const;
    const stage = await openJobs({ admin: { failures } });
    await stage.untilState('Waiting');
    expect(stage.text('.notice.warn')).toMatch(/hourly limit is reached\. It goes on at .+ by itself/);
    expect(stage.actions).toEqual(['pause', 'cancel']);
  });

  it('says that the vault is locked, and goes on when told to', async () => {
    const failures = [{ method: 'createPortalUser', error: { code: 'locked' } }] as const;
    const stage = await openJobs({ admin: { failures, latencyMs: 60 } });
    expect(stage.text('.pill')).toBe('Running');
    await stage.untilState('Waiting');
    expect(stage.text('.notice.warn')).toContain('Unlock the vault');
    await stage.until(() => stage.text('[role=status]').includes('Unlock the vault'));
    await stage.click('[data-action=resume]');
    await stage.untilState('Finished');
  });
});

describe('<portal-job-card> afterwards', () => {
  it('tries the failed again', async () => {
    const failures = [{ method: 'createPortalUser', error: { code: 'forbidden' }, times: 2 }] as const;
    const stage = await openJobs({ admin: { failures } });
    await stage.untilState('Finished with failures');
    expect(stage.text('.counts .failed')).toBe('2 failed');
    await stage.click('[data-action=retry]');
    await stage.untilState('Finished');
    expect((await stage.job()).counts.failed).toBe(0);
  });

  it('says exactly what an undo does and cannot do, and does it', async () => {
    const stage = await openJobs();
    await stage.untilState('Finished');
    const created = stage.draft.steps.filter(({ action }) => action === 'create').length;
    await stage.click('[data-action=undo]');
    const question = stage.inside('portal-job-question');
    await stage.until(() => question.querySelector('portal-dialog[open] .primary') !== null);
    expect(stage.text('portal-dialog', question)).toContain(
      `${created} logins that it created are deactivated`,
    );
    expect(stage.text('.limits', question)).toContain('cannot be deleted, only deactivated');
    await stage.click('.primary', question);
    await stage.until(() => stage.cards.length === 2);
    await stage.until(() => stage.text('.facts').includes('undo started'));
    expect(stage.actions).toEqual(['forget']);
    const [undo] = stage.cards;
    await stage.until(() => undo !== undefined && stage.text('.pill', undo) === 'Finished');
    const { rows } = await stage.admin.contacts(DAIRY, null);
    const ids = stage.draft.steps.map(({ contactId }) => contactId);
    const active = rows.filter(({ portalUser }) => portalUser?.isActive === true);
    expect(active.filter(({ contact }) => ids.includes(contact.id))).toEqual([]);
  });

  it('is removed once that is confirmed, and the focus stays in the list', async () => {
    const stage = await openJobs();
    await stage.untilState('Finished');
    await stage.confirm('forget');
    await stage.until(() => stage.cards.length === 0);
    expect(stage.text('.nothing', stage.root)).toContain('No jobs.');
    expect(stage.root.activeElement).toBe(stage.get('h2', stage.root));
  });

  it('says what went wrong with an action, and keeps the job', async () => {
    const failures = [{ method: 'retry', error: { code: 'worker-restarted' } }] as const;
    const admin = {
      failures: [{ method: 'createPortalUser', error: { code: 'forbidden' } }],
    } as const;
    const stage = await openJobs({ admin, jobs: { failures } });
    await stage.untilState('Finished with failures');
    await stage.click('[data-action=retry]');
    await stage.until(() => stage.text('.notice.bad').includes('interrupted'));
    await stage.click('[data-action=retry]');
    await stage.untilState('Finished');
    expect(stage.text('.notice.bad')).toBe('');
  });
});
