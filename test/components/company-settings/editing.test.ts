import { describe, it } from 'vitest';
import { expect } from '@open-wc/testing';
import { demoData } from '../../../src/clients/memory/index.js';
import { DAIRY, FLORIST_WITH_TASKFIRE, LOGISTICS_WITH_EARLY_ACCESS, openSettings } from './stage.js';

describe('<portal-company-settings> editing', () => {
  it('shows every setting of the requirements', async () => {
    const { root } = await openSettings({}, LOGISTICS_WITH_EARLY_ACCESS);
    expect(root.querySelectorAll('[data-setting]')).to.have.length(15);
  });

  it('shows what a setting was and takes it back', async () => {
    const stage = await openSettings();
    await stage.choose('resourceNames', 'hidden');
    expect(stage.row('resourceNames')).to.contain('was: Neutral label');
    expect(stage.text('.changes')).to.equal('Assigned resource: Neutral label → becomes Hidden');
    await stage.press('Undo Assigned resource');
    expect(stage.select('resourceNames').value).to.equal('neutral');
    expect(stage.has('.bar')).to.equal(false);
  });

  it('counts no change where the admin chose the old value again', async () => {
    const stage = await openSettings();
    await stage.choose('resourceNames', 'hidden');
    await stage.choose('resourceNames', 'neutral');
    expect(stage.element.isDirty).to.equal(false);
  });

  it('shows where inherited values come from, and the way back', async () => {
    const stage = await openSettings();
    expect(stage.row('timeZone')).to.contain('Default, from your headquarters.');
    expect(stage.row('timeZone')).to.match(/It is \d+:\d\d [AP]M there now/);
    expect(stage.row('twoFactor')).to.contain('Global policy: required for Taskfire users.');
    expect(stage.row('quickTicket')).to.contain(
      'Global: Incident, priority 2, queue 8, title can be edited.',
    );
    const florist = await openSettings({}, FLORIST_WITH_TASKFIRE);
    await florist.press('Use global (required for Taskfire users)');
    expect(florist.select('twoFactor').value).to.equal('global');
  });

  it('takes the default zone from a North American address', async () => {
    const stage = await openSettings({}, LOGISTICS_WITH_EARLY_ACCESS);
    expect(stage.row('timeZone')).to.contain('Default (America/Los_Angeles)');
    expect(stage.row('timeZone')).to.contain('Default, from the company’s address.');
  });

  it('keeps 430 zones usable: by continent, the chosen one selected', async () => {
    const seed = { ...demoData(), timeZones: Intl.supportedValuesOf('timeZone') };
    const stage = await openSettings({ seed });
    expect(stage.root.querySelectorAll('optgroup').length).to.be.within(8, 12);
    await stage.choose('timeZone', 'Asia/Tokyo');
    expect(stage.row('timeZone')).to.contain('was: Default (Europe/Berlin)');
    await stage.press('Undo Time zone');
    expect(stage.select('timeZone').value).to.equal('');
  });

  it('locks the portal switch while Taskfire is active and leads to Taskfire', async () => {
    const stage = await openSettings({}, FLORIST_WITH_TASKFIRE);
    expect(stage.box('portalEnabled').disabled).to.equal(true);
    expect(stage.row('portalEnabled')).to.contain('Stays on while Taskfire is active');
    await stage.press('Go to Taskfire');
    await stage.until(() => stage.root.activeElement?.id === 'section-taskfire');
    expect(stage.text('[data-section="taskfire"]')).to.contain('Henrike Sørensen');
  });

  it('applies the early-access rules as one edits, and takes them back with the edit', async () => {
    const stage = await openSettings();
    expect(stage.has('#setting-firstExperience')).to.equal(false);
    await stage.flip('earlyAccess');
    await stage.flip('preventLegacyPortal');
    expect(stage.select('firstExperience').value).to.equal('early-access');
    expect(stage.select('firstExperience').disabled).to.equal(true);
    expect(stage.text('.bar b')).to.equal('3 changes');
    expect(stage.text('[aria-live]')).to.equal('This also changes: Default first experience');
    await stage.press('Undo Prevent legacy portal');
    expect(stage.select('firstExperience').value).to.equal('legacy');
    expect(stage.text('.bar b')).to.equal('1 change');
  });

  it('edits a quick ticket of the company’s own', async () => {
    const stage = await openSettings();
    await stage.choose('quickTicket', 'custom');
    const priority = stage.get('#quick-ticket-priority') as HTMLInputElement;
    priority.value = '4';
    priority.dispatchEvent(new Event('change', { bubbles: true }));
    await stage.save();
    const { settings } = await stage.admin.settings(DAIRY);
    expect(settings.quickTicket).to.deep.equal({
      mode: 'custom',
      requestTypeId: 11,
      priority: 4,
      queueId: 8,
      titleEditable: true,
    });
  });

  it('marks deactivated request types and refuses an empty choice before the PSA is asked', async () => {
    const stage = await openSettings();
    expect(stage.row('requestTypes')).to.contain('Fax line deactivated, not offered');
    for (let left = 3; left > 0; left -= 1) await stage.click('.type input:checked');
    expect(stage.row('requestTypes')).to.contain('Choose at least one type');
    await stage.click('.bar .primary');
    await stage.until(() => stage.root.activeElement?.id === 'setting-requestTypes');
    expect(stage.select('requestTypes').ariaInvalid).to.equal('true');
    expect((await stage.admin.settings(DAIRY)).version).to.equal('1');
  });

  it('starts an own choice of request types with all active ones', async () => {
    const stage = await openSettings({}, LOGISTICS_WITH_EARLY_ACCESS);
    await stage.choose('requestTypes', 'custom');
    expect(stage.root.querySelectorAll('.type input:checked')).to.have.length(4);
  });

  it('discards and brings back', async () => {
    const stage = await openSettings();
    await stage.flip('documents');
    await stage.press('Discard');
    expect(stage.box('documents').checked).to.equal(true);
    await stage.press('Bring back');
    expect(stage.box('documents').checked).to.equal(false);
  });
});
