import { PATIENCE_MS } from '../drivers/tab.js';

/** What a person works with. Browsers name them differently to assistive technology. */
export type Role = 'textbox' | 'button' | 'radio' | 'checkbox' | 'text';

/** Something with a name in the page that is shown, as the browser tells assistive technology. */
export interface Thing {
  readonly role: Role;
  readonly name: string;
  readonly isChecked: boolean;
  /** Brings it into view; its middle, in CSS pixels of what the mouse is moved over. */
  readonly middle: () => Promise<{ x: number; y: number }>;
}

/**
 * Somebody at a browser who sees what assistive technology is told, and has a mouse and a keyboard. They work a
 * published build, whose roots are closed to every driver.
 */
export interface Person {
  /** In the tab that the person looks at. */
  goto(url: string): Promise<void>;
  /** In the same tab: the extension's own page. */
  gotoOptions(): Promise<void>;
  things(): Promise<readonly Thing[]>;
  clickAt(point: { x: number; y: number }): Promise<void>;
  type(text: string): Promise<void>;
  press(key: 'Space' | 'Enter'): Promise<void>;
  /** The modes of the shadow roots around what our extension shows in the PSA's page, outermost first. */
  rootModes(): Promise<readonly string[]>;
  leave(): Promise<void>;
}

/** Waits for something of this role, whose name begins so; `beside` tells several apart by the button next to them. */
export async function see(person: Person, role: Role, name: string, beside?: string): Promise<Thing> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const all = (await person.things()).filter((thing) => thing.role === role);
    const found = nearest(all, name, beside);
    if (found !== undefined) return found;
    if (Date.now() > deadline) {
      const seen = all.map((thing) => thing.name).join('\n');
      throw new Error(`Not seen after ${PATIENCE_MS} ms: ${role} "${name}". Seen:\n${seen}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function nearest(all: readonly Thing[], name: string, beside: string | undefined): Thing | undefined {
  const found = all.filter((thing) => thing.name.startsWith(name));
  if (beside === undefined) return found[0];
  const anchor = all.findIndex((thing) => thing.name === beside);
  const distance = (thing: Thing): number => Math.abs(all.indexOf(thing) - anchor);
  return anchor < 0 ? undefined : found.sort((one, other) => distance(one) - distance(other))[0];
}

export async function click(person: Person, role: Role, name: string, beside?: string): Promise<void> {
  const thing = await see(person, role, name, beside);
  await person.clickAt(await thing.middle());
}

export async function fill(person: Person, name: string, text: string): Promise<void> {
  await click(person, 'textbox', name);
  await person.type(text);
}
