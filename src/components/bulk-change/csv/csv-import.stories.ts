import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { playedStory, type PlayedScene } from '../../../../.storybook/stage/scenes.js';
import { demoData, manyContacts } from '../../../clients/memory/index.js';
import type { ContactRow } from '../../../model/index.js';
import './csv-import.js';
import type { PortalCsvImport } from './csv-import.js';

const args = { contacts: 60, loading: false };
type Args = typeof args;

const meta: Meta<Args> = {
  title: 'Parts/CSV import',
  component: 'portal-csv-import',
  args,
  argTypes: {
    contacts: {
      control: { type: 'range', min: 0, max: 5000, step: 10 },
      description: 'Contacts of the company, with whom the lines are matched.',
    },
  },
};
export default meta;

type Rows = readonly ContactRow[];

interface Scene extends Omit<PlayedScene<PortalCsvImport, Args, Rows>, 'act'> {
  readonly file?: (rows: Rows) => Blob;
  readonly name?: string;
  /** A file whose reading does not end while the story is looked at. */
  readonly isEndless?: boolean;
}

function scene({ file, name = 'new-logins.csv', isEndless = false, ...shown }: Scene = {}) {
  return playedStory<PortalCsvImport, Args, Rows>({
    tag: 'portal-csv-import',
    args,
    madeOf: ({ contacts }) => contacts,
    world: ({ contacts }) => manyContacts(contacts),
    template: ({ loading }, rows) =>
      html`<portal-csv-import
        .rows=${rows}
        .options=${demoData().portalUserOptions}
        ?loading=${loading}
      ></portal-csv-import>`,
    scene: {
      ...shown,
      act: async ({ element, world: rows }) => {
        if (file === undefined) return;
        const reading = element.read(file(rows), name);
        if (!isEndless) await reading;
      },
    },
  });
}

const csv = (records: readonly (readonly string[])[]): Blob =>
  new Blob([records.map((cells) => cells.join(';')).join('\r\n')]);

function good(rows: readonly ContactRow[]): Blob {
  const records = rows
    .filter(({ contact }) => contact.email !== null)
    .map(({ contact: { email, firstName, lastName } }) => [
      email ?? '',
      `${lastName}, ${firstName}`,
      'Basic',
    ]);
  return csv([['E-mail', 'Name', 'Security level'], ...records]);
}

/** One line of every kind. */
function mixed(rows: readonly ContactRow[]): Blob {
  const [first, second, third] = rows.map(({ contact }) => contact);
  const [one, two, three] = [first?.email ?? '', second?.email ?? '', third?.email ?? ''];
  return csv([
    ['Kontakt-ID', 'E-Mail', 'Benutzername', 'Zugriffsrecht'],
    ['', one, 'm.adler', 'Basic'],
    ['', two, '', 'Mangaer'],
    [String(first?.id ?? 0), three, '', ''],
    ['', 'nobody@oberdorf.example', '', 'Basic'],
    ['', one, 'm.adler', 'Manager'],
    ['', three, '', 'Basic', 'shifted'],
    ['', '', 'x', 'Basic'],
  ]);
}

export const Ready = scene();

export const AllFound = scene({ file: good });

export const SomeToLookAt = scene({ file: mixed });

export const SeveralFit = scene({
  args: { contacts: 700 },
  file: (rows) =>
    csv([['Name'], ...rows.slice(0, 90).map(({ contact: c }) => [`${c.firstName} ${c.lastName}`])]),
});

/** Headings in no language that it knows, and nothing in them that the contacts have. */
export const NobodyNamed = scene({
  file: () =>
    csv([
      ['Courriel?', 'Nom?'],
      ['a', 'b'],
      ['c', 'd'],
    ]),
});

export const StillLoading = scene({ file: mixed, args: { loading: true } });

export const HeadingsOnly = scene({ file: () => csv([['E-mail', 'Name']]) });

export const NoCsvFile = scene({
  name: 'logins.xlsx',
  file: () => new Blob(['PK\u0003\u0004\u0014\0\u0006\0\b\0[Content_Types].xml']),
});

export const QuoteNotClosed = scene({ file: () => new Blob(['E-mail,Name\na@b.example,"Adler\n']) });

/** A file that comes over a network drive which does not answer. */
export const Reading = scene({
  isEndless: true,
  file: () => {
    const file = new Blob(['E-mail\n']);
    file.slice = () => {
      const part = new Blob(['E-mail\n']);
      part.arrayBuffer = () => new Promise<ArrayBuffer>(() => undefined);
      return part;
    };
    return file;
  },
});

export const Narrow = scene({ file: mixed, parameters: { width: '360px' } });

export const Dark = scene({ file: mixed, globals: { colours: 'dark' } });

export const RightToLeft = scene({ file: mixed, globals: { direction: 'rtl' } });
