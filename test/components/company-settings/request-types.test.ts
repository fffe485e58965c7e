import { describe, expect, it } from 'vitest';
import { elementUpdated } from '@open-wc/testing';
import { userEvent } from 'vitest/browser';
import { demoData, type MemoryData } from '../../../src/clients/memory/index.js';
import type { RequestTypeChoice } from '../../../src/model/index.js';
import { DAIRY, FLORIST_WITH_TASKFIRE, openSettings, type Stage } from './stage.js';

const groups = ['Support', 'People', 'Orders', null];

function manyTypes(count: number): MemoryData {
  const requestTypes = Array.from({ length: count }, (_, index) => ({
    id: 1000 + index,
    name: index === 7 ? 'Ärger mit dem Drucker' : `Request number ${index}`,
    isActive: index % 10 !== 9,
    group: groups[index % groups.length] ?? null,
  }));
  return { ...demoData(), requestTypes: [...demoData().requestTypes, ...requestTypes] };
}

function boxOf(stage: Stage, name: string): HTMLInputElement {
  const label = [...stage.root.querySelectorAll('.type')].find((one) => one.textContent.includes(name));
  const box = label?.querySelector('input');
  if (box === null || box === undefined) throw new Error(`no type ${name}`);
  return box;
}

async function toggle(stage: Stage, name: string): Promise<void> {
  boxOf(stage, name).click();
  await elementUpdated(stage.element);
}

async function find(stage: Stage, text: string): Promise<void> {
  const field = stage.get('.type-search');
  if (field instanceof HTMLInputElement) field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await elementUpdated(stage.element);
}

const saved = async (stage: Stage, companyId = DAIRY): Promise<RequestTypeChoice | undefined> =>
  (await stage.admin.settings(companyId)).settings.requestTypes;

describe('the request types of a company', () => {
  it('stand in their groups, with how many of each are offered (R2)', async () => {
    const stage = await openSettings();
    expect(stage.text('.type-list')).toContain('Support 1 of 2');
    expect(stage.text('.type-list')).toContain('Without a group 1 of 1');
    expect(stage.row('requestTypes')).toContain('2 of 4 active types offered. 1 chosen type is deactivated.');
  });

  it('offer all active ones or an own choice, which starts from all (R1, R2)', async () => {
    const stage = await openSettings({}, FLORIST_WITH_TASKFIRE);
    expect(stage.select('requestTypes').value).toBe('all');
    expect(stage.has('.type-list')).toBe(false);
    await stage.choose('requestTypes', 'custom');
    expect(stage.row('requestTypes')).toContain('4 of 4 active types offered.');
    await toggle(stage, 'Hardware order');
    await stage.save();
    expect(await saved(stage, FLORIST_WITH_TASKFIRE)).toEqual({ mode: 'custom', ids: [11, 12, 14] });
  });

  it('need one that is offered, and say so while one edits (R2)', async () => {
    const stage = await openSettings();
    await toggle(stage, 'Incident');
    expect(stage.row('requestTypes')).not.toContain('Choose at least one');
    await toggle(stage, 'New employee');
    // Only the deactivated one is left: clients could choose nothing.
    expect(stage.row('requestTypes')).toContain('Choose at least one type');
    expect(stage.select('requestTypes').getAttribute('aria-invalid')).toBe('true');
    await stage.save();
    expect(await saved(stage)).toEqual({ mode: 'custom', ids: [11, 12, 15] });
    await toggle(stage, 'Printer trouble');
    await stage.save();
    expect(await saved(stage)).toEqual({ mode: 'custom', ids: [15, 14] });
  });

  it('keep a deactivated one, marked, until it is removed; then it can only come back by undoing (R3)', async () => {
    const stage = await openSettings();
    expect(boxOf(stage, 'Fax line').closest('.type')?.textContent).toContain('deactivated, not offered');
    await toggle(stage, 'Fax line');
    expect(boxOf(stage, 'Fax line').checked).toBe(false);
    await toggle(stage, 'Fax line');
    expect(stage.element.isDirty).toBe(false);
    await toggle(stage, 'Fax line');
    await stage.save();
    expect(stage.text('.type-list')).not.toContain('Fax line');
  });

  it('are found by name and group among 300, and chosen all at once', async () => {
    const stage = await openSettings({ seed: manyTypes(300) });
    expect(stage.root.querySelectorAll('.type').length).toBeGreaterThan(270);
    await find(stage, 'arger');
    expect(stage.root.querySelectorAll('.type')).toHaveLength(1);
    await toggle(stage, 'Ärger mit dem Drucker');
    await find(stage, 'orders');
    await stage.press('Choose all that fit');
    await find(stage, '');
    const choice = await chosenAfterSave(stage);
    expect(choice).toContain(1007);
    expect(choice.length).toBeGreaterThan(60);
    expect(choice.every((id) => id < 1000 || id === 1007 || (id - 1000) % 4 === 2)).toBe(true);
    await find(stage, 'no such type');
    expect(stage.text('.type-list')).toContain('No type fits.');
  });

  it('are one stop of the Tab key, and arrow keys go through them', async () => {
    const stage = await openSettings({ seed: manyTypes(300) });
    expect(stage.root.querySelectorAll('.type input[tabindex="0"]')).toHaveLength(1);
    boxOf(stage, 'Incident').focus();
    await userEvent.keyboard('{ArrowDown}');
    await elementUpdated(stage.element);
    const second = stage.root.querySelectorAll<HTMLInputElement>('.type input')[1];
    expect(stage.root.activeElement).toBe(second);
    expect(second?.tabIndex).toBe(0);
    await userEvent.keyboard('{End}');
    const boxes = [...stage.root.querySelectorAll('.type input')];
    expect(stage.root.activeElement).toBe(boxes.at(-1));
    const before = boxes.filter((box) => (box as HTMLInputElement).checked).length;
    await userEvent.keyboard(' ');
    expect(boxes.filter((box) => (box as HTMLInputElement).checked)).toHaveLength(before + 1);
    await find(stage, 'orders');
    expect(stage.root.querySelectorAll('.type input[tabindex="0"]')).toHaveLength(1);
  });
});

async function chosenAfterSave(stage: Stage): Promise<readonly number[]> {
  await stage.save();
  const choice = await saved(stage);
  return choice?.mode === 'custom' ? choice.ids : [];
}
