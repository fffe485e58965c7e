import { elementUpdated, fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { demoData, manyContacts } from '../../../../src/clients/memory/index.js';
import type { CsvMatched } from '../../../../src/components/bulk-change/csv/csv-events.js';
import '../../../../src/components/bulk-change/csv/csv-import.js';
import type { PortalCsvImport } from '../../../../src/components/bulk-change/csv/csv-import.js';
import type { ContactRow } from '../../../../src/model/index.js';
import { encoded } from './files.js';

/** Contacts of whom the first three have one name. */
const rows: readonly ContactRow[] = manyContacts(20).map((row, at) => ({
  ...row,
  contact: {
    ...row.contact,
    email: `a${at}@oberdorf.example`,
    ...(at < 3 ? { firstName: 'Bo', lastName: 'Ek' } : {}),
  },
}));
const idOf = (at: number) => rows[at]?.contact.id ?? -1;

class Stage {
  readonly events: CsvMatched[] = [];

  constructor(readonly element: PortalCsvImport) {
    element.parentElement?.addEventListener('portal-csv-matched', ({ detail }) => this.events.push(detail));
  }

  get root(): ShadowRoot {
    if (this.element.shadowRoot === null) throw new Error('The root is closed.');
    return this.element.shadowRoot;
  }

  get(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`No ${selector}: ${this.root.textContent}`);
    return found;
  }

  text(selector: string): string {
    return this.root.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  }

  /** Line by line: number, outcome and reason. */
  get problems(): string[] {
    return [...this.root.querySelectorAll('tr:has(.outcome)')].map((row) =>
      ['.line', '.outcome', '.why']
        .map((part) => row.querySelector(part)?.textContent.trim() ?? '')
        .join(': '),
    );
  }

  /** What is chosen as encoding and as delimiter. */
  get formats(): string[] {
    return [...this.root.querySelectorAll<HTMLSelectElement>('.format select')].map(
      ({ selectedOptions }) => selectedOptions[0]?.text.replace(/\s+/g, ' ').trim() ?? '',
    );
  }

  get last(): CsvMatched | undefined {
    return this.events.at(-1);
  }

  async read(text: BlobPart, name = 'a.csv'): Promise<void> {
    await this.element.read(new Blob([text]), name);
    await elementUpdated(this.element);
  }

  async select(selector: string, value: string): Promise<void> {
    await userEvent.selectOptions(this.get(selector), value);
    await elementUpdated(this.element);
  }

  async until(condition: () => boolean): Promise<void> {
    for (let tries = 0; tries < 500; tries += 1) {
      if (condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Waited in vain: ${this.root.textContent}`);
  }
}

async function open(): Promise<Stage> {
  const box = await fixture<HTMLElement>(
    html`<div>
      <portal-csv-import .rows=${rows} .options=${demoData().portalUserOptions}></portal-csv-import>
    </div>`,
  );
  const element = box.querySelector('portal-csv-import');
  if (element === null) throw new Error('There is no element.');
  await elementUpdated(element);
  return new Stage(element);
}

describe('<portal-csv-import>', () => {
  it('tells whom a file names, and what it says about their accounts', async () => {
    const stage = await open();
    await stage.read(
      'E-Mail;Benutzername;Zugriffsrecht\na4@oberdorf.example;x.y;Manager\na5@oberdorf.example;;',
    );
    expect(stage.last).toEqual({
      targets: [{ contactId: idOf(4), given: { userName: 'x.y', securityLevel: 3 } }, { contactId: idOf(5) }],
      leftOut: 0,
    });
    expect(stage.text('.notice.good')).toContain('Found among the contacts: 2 of 2.');
    expect(stage.text('.facts')).toBe('a.csv · Lines: 2');
    expect(stage.formats).toEqual(['UTF-8 (recognised)', 'semicolon (recognised)']);
  });

  it('lists what it could not match, each with its line and its reason', async () => {
    const stage = await open();
    await stage.read(
      'ID,E-mail,Level\n,a4@oberdorf.example,Mangaer\n,x@y.example,\n,a5@oberdorf.example,Basic\n,a5@oberdorf.example,Manager\n,a6@oberdorf.example,Basic,x\n,,Basic\n',
    );
    expect(stage.problems).toEqual([
      '2: Value unknown: Security level: this PSA has no “Mangaer”. Nothing will change for this contact.',
      '3: Not found: This company has no such contact.',
      '5: Twice: The same contact as in line 4, with other values. Nothing will change for them.',
      '6: Too many values: More values (4) than columns (3): something is shifted. Correct the line in the file.',
      '7: Not found: There is no ID, e-mail or name in this line.',
    ]);
    expect(stage.last).toMatchObject({
      targets: [
        { contactId: idOf(4), objection: { reason: 'level-unknown', value: 'Mangaer' } },
        { contactId: idOf(5), objection: { reason: 'csv-contradictory' } },
      ],
      leftOut: 4,
    });
  });

  it('lets somebody choose who is meant, and take it back', async () => {
    const stage = await open();
    await stage.read('Name\nBo Ek\nEk, Bo');
    expect(stage.problems).toHaveLength(2);
    const ofLine2 = '[data-line="2"]';
    await stage.select(ofLine2, String(idOf(1)));
    expect(stage.last).toEqual({ targets: [{ contactId: idOf(1) }], leftOut: 1 });
    expect(stage.problems[0]).toBe('2: Found: You chose the contact.');
    await stage.select('[data-line="3"]', String(idOf(1)));
    expect(stage.problems[1]).toMatch(/^3: Twice: .+line 2. It counts once/);
    await stage.select(ofLine2, 'none');
    expect(stage.problems).toEqual([
      '2: Left out: You chose none of the contacts.',
      '3: Found: You chose the contact.',
    ]);
    await stage.select(ofLine2, '');
    expect(stage.problems[0]).toMatch(/^2: Several fit/);
  });

  it('lets somebody say what a column is', async () => {
    const stage = await open();
    await stage.read('Wer;Kommentar\nunknown;a4@oberdorf.example\nx;');
    expect(stage.last?.targets).toEqual([{ contactId: idOf(4) }]);
    await stage.select('[data-column="1"]', '');
    expect(stage.text('.notice.warn')).toContain('No column says who is meant.');
    expect(stage.last).toEqual({ targets: [], leftOut: 2 });
    await stage.select('[data-column="1"]', 'email');
    expect(stage.last?.targets).toEqual([{ contactId: idOf(4) }]);
    stage.get('[name=header]').click();
    await elementUpdated(stage.element);
    expect(stage.text('.facts')).toContain('Lines: 3');
  });

  it('says what a file is that is none, and forgets the one before', async () => {
    const stage = await open();
    await stage.read('E-mail\na4@oberdorf.example');
    await stage.read('PK\u0003\u0004\u0014\0\u0006\0\b\0[Content_Types].xml', 'b.xlsx');
    expect(stage.text('[role=alert]')).toMatch(/Office file.+“CSV UTF-8 \(comma delimited\)”.+b\.xlsx/);
    expect(stage.root.querySelector('table')).toBeNull();
    expect(stage.last).toEqual({ targets: [], leftOut: 0 });
  });

  it('takes a chosen file, a dropped one and pasted rows', async () => {
    const stage = await open();
    const file = (at: number) => new File([`E-mail\na${at}@oberdorf.example`], `file${at}.csv`);
    await userEvent.upload(stage.get('#file'), file(4));
    await stage.until(() => stage.last?.targets[0]?.contactId === idOf(4));
    expect(stage.text('.facts')).toContain('file4.csv');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file(5));
    stage
      .get('.source')
      .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    await stage.until(() => stage.last?.targets[0]?.contactId === idOf(5));
    stage.get('summary').click();
    await userEvent.fill(stage.get('textarea'), 'E-mail\tName\na6@oberdorf.example\tx');
    await stage.until(() => stage.last?.targets[0]?.contactId === idOf(6));
    expect(stage.formats[1]).toBe('tab stop (recognised)');
  });

  it('reads the file again as somebody says that it is written, at once and with the focus kept', async () => {
    const stage = await open();
    // A file in Windows-1252 whose bytes happen to be proper UTF-8.
    await stage.read(encoded('Name;E-mail\nÃ¼nal;a4@oberdorf.example', 'windows-1252'));
    expect(stage.formats[0]).toBe('UTF-8 (recognised)');
    expect(stage.text('.samples')).toBe('ünal');
    stage.get('[name=encoding]').focus();
    await stage.select('[name=encoding]', 'windows-1252');
    await stage.until(() => stage.text('.samples') === 'Ã¼nal');
    expect(stage.root.activeElement?.getAttribute('name')).toBe('encoding');
    expect(stage.formats).toEqual(['Windows-1252', 'semicolon (recognised)']);
    expect(stage.last?.targets).toEqual([{ contactId: idOf(4) }]);
    await stage.select('[name=encoding]', 'utf-8');
    await stage.until(() => stage.text('.samples') === 'ünal');
    expect(stage.formats[0]).toBe('UTF-8 (recognised)');
  });

  it('keeps what was decided where the file still has the same shape', async () => {
    const stage = await open();
    await stage.read('Wer;Wo\nBo Ek;x');
    await stage.select('[data-column="0"]', 'name');
    await stage.select('[data-line="2"]', String(idOf(1)));
    await stage.until(() => stage.last?.targets.length === 1);
    await stage.select('[name=encoding]', 'windows-1252');
    await stage.until(() => stage.formats[0] === 'Windows-1252' && stage.last?.targets.length === 1);
    expect(stage.last?.targets).toEqual([{ contactId: idOf(1) }]);
    expect((stage.get('[data-column="0"]') as HTMLSelectElement).value).toBe('name');
    await stage.select('[name=delimiter]', ',');
    await stage.until(() => stage.text('.notice.warn').includes('No column says who is meant.'));
    expect(stage.root.querySelectorAll('[data-column]')).toHaveLength(1);
  });

  it('leaves the way back open where the file cannot be read as somebody said', async () => {
    const stage = await open();
    await stage.read(encoded('Name;E-mail\nÄnne;a4@oberdorf.example', 'windows-1252'));
    expect(stage.formats[0]).toBe('Windows-1252 (recognised)');
    await stage.select('[name=encoding]', 'utf-8');
    await stage.until(() => stage.root.querySelector('[role=alert]') !== null);
    expect(stage.text('[role=alert]')).toContain('Or it is not written as you chose above.');
    expect(stage.last).toEqual({ targets: [], leftOut: 0 });
    await stage.select('[name=encoding]', 'windows-1252');
    await stage.until(() => stage.last?.targets.length === 1);
    expect(stage.root.querySelector('[role=alert]')).toBeNull();
  });

  it('asks for nothing where a file is no CSV file however it is read', async () => {
    const stage = await open();
    await stage.read('%PDF-1.7');
    expect(stage.root.querySelector('.format')).toBeNull();
  });

  it('can be called off, and the last file counts', async () => {
    const stage = await open();
    const slow = new Blob(['E-mail\na4@oberdorf.example']);
    slow.slice = () => {
      const part = new Blob(['x']);
      part.arrayBuffer = () => new Promise<ArrayBuffer>(() => undefined);
      return part;
    };
    void stage.element.read(slow, 'slow.csv');
    await stage.until(() => stage.root.querySelector('progress') !== null);
    stage.get('.progress button').click();
    await elementUpdated(stage.element);
    expect(stage.root.querySelector('progress')).toBeNull();
    void stage.element.read(slow, 'slow.csv');
    await stage.read('E-mail\na5@oberdorf.example');
    expect(stage.last?.targets).toEqual([{ contactId: idOf(5) }]);
  });

  it('goes back to how it was where a change of a large file is called off', async () => {
    const stage = await open();
    const lines = Array.from({ length: 60_000 }, (_none, at) => `a${at}@oberdorf.example;Bo Ek`);
    await stage.read(`E-mail;Who\n${lines.join('\n')}`);
    const before = stage.last;
    expect(before?.targets).toHaveLength(20);
    await stage.select('[data-column="1"]', 'name');
    await stage.until(() => stage.text('.progress').startsWith('Looking for the contacts'));
    expect(stage.last).toEqual({ targets: [], leftOut: 0 });
    stage.get('.progress button').click();
    await elementUpdated(stage.element);
    expect(stage.last?.targets).toBe(before?.targets);
    expect((stage.get('[data-column="1"]') as HTMLSelectElement).value).toBe('');
    expect(stage.root.querySelector('progress')).toBeNull();
  });

  it('finds more when more contacts come, and keeps what was chosen', async () => {
    const stage = await open();
    stage.element.rows = rows.slice(0, 4);
    await stage.read('Name;E-mail\nBo Ek;\n;a9@oberdorf.example');
    await stage.select('[data-line="2"]', String(idOf(2)));
    stage.element.rows = rows;
    await stage.until(() => stage.last?.targets.length === 2);
    expect(stage.last?.targets.map(({ contactId }) => contactId)).toEqual([idOf(2), idOf(9)]);
  });

  it('can be worked with the keyboard alone', async () => {
    const stage = await open();
    await stage.read('Name\nBo Ek\n');
    stage.get('#file').focus();
    const visited: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      const { activeElement } = stage.root;
      visited.push(activeElement?.tagName.toLowerCase() ?? 'out');
      if (activeElement?.matches('[data-line]')) break;
      await userEvent.tab();
    }
    expect(visited.slice(-1)).toEqual(['select']);
    expect(visited).toEqual(expect.arrayContaining(['summary', 'button', 'div']));
    await userEvent.keyboard('{ArrowDown}');
    await stage.until(() => stage.last?.targets.length === 1);
  });

  it('shows 50 lines of many at a time', async () => {
    const stage = await open();
    const lines = Array.from({ length: 120 }, (_, at) => `x${at}@y.example`);
    await stage.read(['E-mail', ...lines].join('\n'));
    expect(stage.problems).toHaveLength(50);
    stage.get('.pager button:last-of-type').click();
    await elementUpdated(stage.element);
    expect(stage.text('.pager [role=status]')).toBe('51 to 100 of 120');
    stage.get('.pager button:last-of-type').click();
    await elementUpdated(stage.element);
    expect(stage.problems).toHaveLength(20);
  });
});
