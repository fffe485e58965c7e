import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { found, press, pressKey } from '../../../.storybook/stage/hands.js';
import { playedStory, type PlayedScene } from '../../../.storybook/stage/scenes.js';
import './data-grid.js';
import type { PortalDataGrid } from './data-grid.js';
import type { CellEditor, GridColumn } from './grid-column.js';
import { GridRows } from './grid-rows.js';
import type { GridView } from './grid-view.js';

interface Parcel {
  readonly id: number;
  readonly receiver: string;
  readonly city: string;
  readonly isPaid: boolean | null;
  readonly sent: number;
  readonly weight: number | null;
}

const args = { count: 60, label: 'Parcels', searchLabel: '', selectable: true, plain: false };
type Args = typeof args;

const meta: Meta<Args> = {
  title: 'Elements/Data grid',
  component: 'portal-data-grid',
  args,
  argTypes: {
    count: { control: { type: 'range', min: 0, max: 100_000, step: 20 }, description: 'Rows in this story.' },
  },
};
export default meta;

const receivers = [
  'Öztürk, Deniz',
  'Adler, Mareike',
  'Çelik, Can',
  'Ørsted, Ida',
  'Świątek, Iga',
  'عمر حداد',
];
const cities = ['Hamburg', 'Wien', 'Zürich', ''];

function parcels(count: number): Parcel[] {
  return Array.from({ length: count }, (_none, id) => ({
    id,
    receiver: receivers[(id * 7) % receivers.length] ?? '',
    city: cities[id % cities.length] ?? '',
    isPaid: id % 9 === 0 ? null : id % 3 > 0,
    sent: Date.UTC(2026, 10, 1) - id * 3_600_000,
    weight: id % 8 === 0 ? null : ((id * 37) % 400) / 10,
  }));
}

/** Editors as an owner writes them: they keep what is typed, and say what is wrong. */
function editReceiver({ receiver }: Parcel, show: () => void): CellEditor {
  let typed = receiver;
  const type = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) typed = event.target.value;
    show();
  };
  return {
    render: () =>
      html`<input
        aria-label="Receiver"
        aria-invalid=${typed.trim() === ''}
        .value=${typed}
        @input=${type}
      />`,
    commit: () => typed.trim() !== '',
    cancel: () => undefined,
  };
}

const columns: readonly GridColumn<Parcel>[] = [
  {
    id: 'receiver',
    kind: 'text',
    label: () => 'Receiver',
    width: 180,
    narrowWidth: 130,
    grow: 2,
    isFixed: true,
    isRowHeader: true,
    text: ({ receiver }) => receiver,
    edit: editReceiver,
  },
  {
    id: 'city',
    kind: 'choice',
    label: () => 'City',
    width: 120,
    grow: 1,
    text: ({ city }) => city,
    choice: ({ city }) => city,
    choices: () => cities.filter(Boolean).map((city) => ({ value: city, label: city })),
  },
  {
    id: 'paid',
    kind: 'boolean',
    label: () => 'Paid',
    width: 90,
    text: ({ isPaid }) => (isPaid === null ? '' : isPaid ? 'Yes' : 'No'),
    value: ({ isPaid }) => (isPaid === null ? null : Number(isPaid)),
    render: ({ isPaid }) =>
      isPaid === false ? html`<span class="pill warn">No</span>` : isPaid ? 'Yes' : '–',
  },
  {
    id: 'sent',
    kind: 'date',
    label: () => 'Sent',
    width: 120,
    text: ({ sent }) => new Date(sent).toISOString().slice(0, 10),
    value: ({ sent }) => sent,
  },
  {
    id: 'weight',
    kind: 'number',
    label: () => 'Weight (kg)',
    width: 120,
    text: ({ weight }) => (weight === null ? '' : weight.toFixed(1)),
    value: ({ weight }) => weight,
  },
  {
    id: 'links',
    kind: 'text',
    label: () => 'Links',
    width: 130,
    text: () => '',
    render: () =>
      html`<button type="button" class="link-button" tabindex="-1">Track</button>
        <button type="button" class="link-button" tabindex="-1">Return</button>`,
  },
];

type Rows = GridRows<Parcel>;

interface Scene extends PlayedScene<PortalDataGrid, Args, Rows> {
  readonly view?: Partial<GridView>;
  readonly selected?: readonly number[];
}

function scene({ view = {}, selected = [], ...shown }: Scene = {}) {
  return playedStory<PortalDataGrid, Args, Rows>({
    tag: 'portal-data-grid',
    args,
    ready: '.head',
    madeOf: ({ count }) => count,
    world: ({ count }) => {
      const rows = new GridRows<Parcel>({ key: ({ id }) => id, columns, locale: 'en' });
      rows.add(parcels(count));
      rows.arrange(view);
      rows.selection.set(selected);
      return rows;
    },
    template: ({ label, searchLabel, selectable, plain }, rows) =>
      html`<portal-data-grid
        style="--portal-grid-max-block-size: 420px"
        .label=${label}
        .searchLabel=${searchLabel}
        ?selectable=${selectable}
        ?plain=${plain}
        .rows=${rows}
      >
        <button slot="selection" type="button">Print labels</button>
      </portal-data-grid>`,
    scene: shown,
  });
}

export const Ready = scene();

export const HundredThousand = scene({ args: { count: 100_000 } });

export const Sorted = scene({
  view: {
    sort: [
      { id: 'city', isDescending: true },
      { id: 'weight', isDescending: false },
    ],
  },
});

export const Filtered = scene({
  view: {
    filters: {
      city: { kind: 'choice', values: ['Wien', 'Hamburg'] },
      weight: { kind: 'range', from: 10, to: null },
      receiver: { kind: 'text', how: 'contains', text: 'e' },
    },
  },
});

export const NothingFound = scene({ view: { query: 'nobody of this name' } });

export const Empty = scene({ args: { count: 0 } });

export const Selected = scene({ selected: [1, 2, 3] });

export const ColumnMenu = scene({
  act: ({ element }) => press(element, '.head [data-column=city] .menu-button'),
});

export const ColumnChooser = scene({ act: ({ element }) => press(element, '[popovertarget=chooser]') });

/** Enter takes what was typed, Escape forgets it. */
export const Editing = scene({
  act: async ({ element }) => {
    const cell = await found(element, '.row[data-row="2"] .receiver');
    cell.focus();
    pressKey(cell, 'F2');
  },
});

export const Narrow = scene({ parameters: { width: '360px' }, selected: [1] });

export const Dark = scene({ globals: { colours: 'dark' }, selected: [0, 4] });

export const RightToLeft = scene({ globals: { direction: 'rtl' }, selected: [2] });
