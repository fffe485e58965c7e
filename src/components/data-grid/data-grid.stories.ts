import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import './data-grid.js';
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

const meta: Meta = { title: 'Data grid', component: 'portal-data-grid' };
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

interface Scene extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly count?: number;
  readonly view?: Partial<GridView>;
  readonly direction?: 'ltr' | 'rtl';
  readonly selected?: readonly number[];
  readonly act?: (root: ShadowRoot) => void;
}

/** A story that tests can play as well. */
interface PlayedStory extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly render: () => TemplateResult;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

function scene(parts: Scene = {}): PlayedStory {
  const { count = 60, view = {}, direction = 'ltr', selected = [], act, ...rest } = parts;
  return {
    ...rest,
    render: () => {
      const rows = new GridRows<Parcel>({ key: ({ id }) => id, columns, locale: 'en' });
      rows.add(parcels(count));
      rows.arrange(view);
      rows.selection.set(selected);
      return html`<div style="padding: 16px; --portal-grid-max-block-size: 420px" dir=${direction}>
        <portal-data-grid selectable label="Parcels" .rows=${rows}>
          <button slot="selection" type="button">Print labels</button>
        </portal-data-grid>
      </div>`;
    },
    play: async ({ canvasElement }) => {
      const grid = canvasElement.querySelector('portal-data-grid');
      await grid?.updateComplete;
      if (grid?.shadowRoot) act?.(grid.shadowRoot);
    },
  };
}

function press(root: ShadowRoot, selector: string): void {
  root.querySelector<HTMLElement>(selector)?.click();
}

export const Ready = scene();

export const HundredThousand = scene({ count: 100_000 });

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

export const Empty = scene({ count: 0 });

export const Selected = scene({ selected: [1, 2, 3] });

export const ColumnMenu = scene({ act: (root) => press(root, '.head [data-column=city] .menu-button') });

export const ColumnChooser = scene({ act: (root) => press(root, '[popovertarget=chooser]') });

/** Enter takes what was typed, Escape forgets it. */
export const Editing = scene({
  act: (root) => {
    const cell = root.querySelector<HTMLElement>('.row[data-row="2"] .receiver');
    cell?.focus();
    cell?.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true, composed: true }));
  },
});

export const Narrow = scene({ parameters: { width: '360px' }, selected: [1] });

export const Dark = scene({ globals: { colours: 'dark' }, selected: [0, 4] });

export const RightToLeft = scene({ direction: 'rtl', selected: [2] });
