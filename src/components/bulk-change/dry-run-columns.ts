import { msg } from '@lit/localize';
import { html } from 'lit';
import {
  deedOf,
  type ContactRow,
  type PlannedStep,
  type PortalUserOptions,
  type RefusalReason,
} from '../../model/index.js';
import type { GridColumn } from '../data-grid/grid-column.js';
import { plannedWords } from '../job-list/step-words.js';
import { refusalWords, shortRefusal } from '../job-list/refusal-words.js';
import { deeds, deedWords } from './bulk-words.js';

/** One contact of a plan. */
export interface DryRow {
  readonly step: PlannedStep;
  readonly contact: ContactRow['contact'];
}

/** Only reasons that occur can be filtered by. */
export function dryRunColumns(
  options: PortalUserOptions,
  reasons: readonly RefusalReason[],
): GridColumn<DryRow>[] {
  const levels = new Map(options.securityLevels.map(({ id, name }) => [id, name]));
  const levelName = (id: number): string => levels.get(id) ?? id.toString();
  return [
    {
      ...{ id: 'name', kind: 'text', width: 190, grow: 1, isRowHeader: true, isFixed: true },
      label: () => msg('Contact'),
      text: ({ step }) => step.contactName,
    },
    {
      ...{ id: 'outcome', kind: 'choice', width: 140 },
      label: () => msg('Outcome'),
      text: ({ step }) => deedWords(deedOf(step)),
      choice: ({ step }) => deedOf(step),
      choices: () => deeds.map((deed) => ({ value: deed, label: deedWords(deed) })),
      render: ({ step }) => html`<span class="deed ${deedOf(step)}">${deedWords(deedOf(step))}</span>`,
    },
    {
      ...{ id: 'userName', kind: 'text', width: 220, grow: 1 },
      label: () => msg('User name'),
      text: ({ step }) => userNameOf(step),
    },
    {
      ...{ id: 'level', kind: 'text', width: 170 },
      label: () => msg('Security level'),
      text: ({ step }) => levelOf(step, levelName),
    },
    {
      ...{ id: 'why', kind: 'choice', width: 330, grow: 2 },
      label: () => msg('Why'),
      text: ({ step }) => (step.action === 'refused' ? refusalWords(step) : ''),
      choice: ({ step }) => (step.action === 'refused' ? step.reason : ''),
      choices: () => reasons.map((reason) => ({ value: reason, label: shortRefusal(reason) })),
    },
    {
      ...{ id: 'what', kind: 'text', width: 240, isHiddenAtFirst: true },
      label: () => msg('What'),
      text: ({ step }) => plannedWords(step),
    },
    {
      ...{ id: 'email', kind: 'text', width: 220, isHiddenAtFirst: true },
      label: () => msg('E-mail'),
      text: ({ contact }) => contact.email ?? '',
    },
    {
      ...{ id: 'id', kind: 'number', width: 110, isHiddenAtFirst: true },
      label: () => msg('Contact ID'),
      text: ({ contact }) => contact.id.toString(),
      value: ({ contact }) => contact.id,
    },
    {
      ...{ id: 'title', kind: 'text', width: 160, isHiddenAtFirst: true },
      label: () => msg('Title'),
      text: ({ contact }) => contact.title ?? '',
    },
  ];
}

function userNameOf(step: PlannedStep): string {
  if (step.action === 'create') return step.account.userName;
  if (step.action === 'refused') return '';
  const { userName } = step.change;
  return userName === undefined ? step.before.userName : `${step.before.userName} → ${userName}`;
}

function levelOf(step: PlannedStep, nameOf: (id: number) => string): string {
  if (step.action === 'create') return nameOf(step.account.securityLevel);
  if (step.action === 'refused') return '';
  const before = nameOf(step.before.securityLevel);
  const { securityLevel } = step.change;
  return securityLevel === undefined ? before : `${before} → ${nameOf(securityLevel)}`;
}
