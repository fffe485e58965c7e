import { describe, expect, it } from 'vitest';
import { DAIRY, openGrid, type Stage } from './stage.js';

const JAEGER = 'Jäger, Aylin';

async function enable({ admin }: Stage): Promise<void> {
  const { version, confirmations } = await admin.taskfireAgreement(DAIRY);
  const acceptance = { agreementVersion: version, confirmed: confirmations.map(({ id }) => id) };
  await admin.enableTaskfire(DAIRY, acceptance, (await admin.taskfire(DAIRY)).version);
}

/** Opens the level in its row, and says whether a Taskfire level can be chosen there. */
async function offersTaskfire(stage: Stage): Promise<boolean> {
  const cell = stage.get('.level', stage.row(JAEGER));
  cell.focus();
  cell.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true, composed: true }));
  await stage.until(() => stage.has('.cell.editing select'));
  return stage.has('.cell.editing optgroup[label=Taskfire] option:not([disabled])');
}

/** The grid reads anew what can be given; nothing on the screen shows that. */
const readAnew = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

function press(stage: Stage, key: string): void {
  const init = { key, bubbles: true, composed: true, cancelable: true };
  stage.get('.cell.editing select').dispatchEvent(new KeyboardEvent('keydown', init));
}

describe('levels in the grid while Taskfire comes and goes', () => {
  it('offers Taskfire levels from then on, and shows who was moved when it ends (T3, T5)', async () => {
    const stage = await openGrid();
    expect(await offersTaskfire(stage)).toBe(false);
    press(stage, 'Escape');
    await stage.until(() => !stage.has('.cell.editing'));
    await enable(stage);
    await readAnew();
    expect(await offersTaskfire(stage)).toBe(true);
    stage.enter('.cell.editing select', '4', stage.gridRoot);
    press(stage, 'Enter');
    await stage.until(() => stage.text('.level', stage.row(JAEGER)) === 'Taskfire Resource');
    const { version } = await stage.admin.taskfire(DAIRY);
    await stage.admin.disableTaskfire(DAIRY, [{ from: 4, to: 3 }], version);
    await stage.until(() => stage.text('.level', stage.row(JAEGER)) === 'Manager');
    await readAnew();
    expect(await offersTaskfire(stage)).toBe(false);
  });
});
