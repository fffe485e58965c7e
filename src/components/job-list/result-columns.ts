import { msg } from '@lit/localize';
import { html } from 'lit';
import type { JobStep } from '../../contract/index.js';
import type { GridColumn } from '../data-grid/grid-column.js';
import { momentWords } from '../shared/index.js';
import { outcomeWords, plannedWords, reasonWords } from './step-words.js';

const outcomes = ['planned', 'running', 'done', 'failed', 'refused', 'cancelled'] as const;

/** What is told of each contact of a job. The last ones are there for exports and for whoever looks for them. */
export const resultColumns: readonly GridColumn<JobStep>[] = [
  {
    ...{ id: 'name', kind: 'text', width: 180, grow: 1, narrowWidth: 140, isRowHeader: true, isFixed: true },
    label: () => msg('Contact'),
    text: ({ planned }) => planned.contactName,
  },
  {
    ...{ id: 'outcome', kind: 'choice', width: 126 },
    label: () => msg('Outcome'),
    text: ({ state }) => outcomeWords(state),
    choice: ({ state }) => state,
    choices: () => outcomes.map((state) => ({ value: state, label: outcomeWords(state) })),
    render: ({ state }) => html`<span class="outcome ${state}">${outcomeWords(state)}</span>`,
  },
  {
    ...{ id: 'what', kind: 'text', width: 230, grow: 1 },
    label: () => msg('What'),
    text: ({ planned }) => plannedWords(planned),
  },
  {
    ...{ id: 'why', kind: 'text', width: 320, grow: 2 },
    label: () => msg('Why'),
    text: (step) => reasonWords(step),
  },
  {
    ...{ id: 'when', kind: 'date', width: 130 },
    label: () => msg('When'),
    text: ({ at }) => (at === null ? '' : momentWords(at)),
    value: ({ at }) => (at === null ? null : Date.parse(at)),
  },
  {
    ...{ id: 'userName', kind: 'text', width: 220, isHiddenAtFirst: true },
    label: () => msg('User name'),
    text: ({ after }) => after?.userName ?? '',
  },
  {
    ...{ id: 'id', kind: 'number', width: 110, isHiddenAtFirst: true },
    label: () => msg('Contact ID'),
    text: ({ planned }) => planned.contactId.toString(),
    value: ({ planned }) => planned.contactId,
  },
];
