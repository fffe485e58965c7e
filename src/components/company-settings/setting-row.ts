import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { isSameSetting } from '../../model/index.js';
import { describedBy, linkButton, rowFrame } from '../settings-form/index.js';
import { choiceControl, switchControl } from './choice-controls.js';
import { quickTicketControl } from './quick-ticket-control.js';
import { requestTypesControl } from './request-types-control.js';
import type { SettingField } from './setting-fields.js';
import { settingHint } from './setting-hint.js';
import { settingOrigin } from './setting-origin.js';
import {
  lockInWords,
  readOnlyInWords,
  settingState,
  unknownInWords,
  type ReadOnlyReason,
  type SettingState,
} from './setting-state.js';
import { valueInWords } from './setting-values.js';
import { controlId, type ControlContext, type GlobalPlace, type SettingsPage } from './settings-page.js';
import { timeThere, timeZoneControl } from './time-zone-control.js';

/** One setting, one row: name, what it does, the control, and under it where the value comes from and the way back. */
export function settingRow(field: SettingField, page: SettingsPage): TemplateResult {
  const { key } = field;
  const state = settingState(key, page.draft.current, page.view);
  const change = page.draft.changes.find((one) => one.key === key);
  const isChanged = change !== undefined;
  const help = page.draft.current[key] === undefined ? nothing : extraHelp(field, page);
  return rowFrame({
    key,
    isChanged,
    label: field.label,
    controlId: state.kind === 'unknown' ? undefined : controlId(key),
    help: html`${field.help} ${help}`,
    control: state.kind === 'unknown' ? unknownValue(state.reason) : control(field, page, state),
    notes: html`${problemNote(page.problems.get(key))} ${stateNote(state, page)}
    ${isChanged ? changeNote(field, page) : nothing} ${originNote(field, page, state)}
    ${state.kind === 'unknown' ? nothing : hintNote(field, page)}`,
  });
}

function control(field: SettingField, page: SettingsPage, state: SettingState): TemplateResult {
  const context: ControlContext = {
    field,
    page,
    id: controlId(field.key),
    describedBy: describedBy(field.key),
    isDisabled: state.kind !== 'editable',
    isInvalid: page.problems.has(field.key),
  };
  switch (field.control) {
    case 'switch':
      return switchControl(context);
    case 'choice':
      return choiceControl(context);
    case 'time-zone':
      return timeZoneControl(context);
    case 'quick-ticket':
      return quickTicketControl(context);
    case 'request-types':
      return requestTypesControl(context);
  }
}

function unknownValue(reason: Extract<SettingState, { kind: 'unknown' }>['reason']): TemplateResult {
  return html`<p class="unknown">
    <span class="pill off">${msg('Unknown')}</span> ${unknownInWords(reason)}
  </p>`;
}

function extraHelp({ key }: SettingField, { draft, view }: SettingsPage): string | typeof nothing {
  if (key !== 'timeZone') return nothing;
  const time = timeThere(draft.current.timeZone, view);
  return time === undefined ? nothing : msg(str`It is ${time} there now.`);
}

function problemNote(problem: string | undefined): TemplateResult | typeof nothing {
  return problem === undefined ? nothing : html`<div class="problem">${problem}</div>`;
}

/** Why the control is disabled, and the way out where there is one. */
function stateNote(state: SettingState, page: SettingsPage): TemplateResult | typeof nothing {
  if (state.kind === 'read-only') return readOnlyNote(state.reason, page);
  if (state.kind !== 'locked') return nothing;
  const wayOut =
    state.lock === 'taskfire-active'
      ? linkButton(msg('Go to Taskfire'), () => page.goTo('taskfire'))
      : state.lock === 'legacy-prevented'
        ? linkButton(msg('Go to that setting'), () => page.goTo('preventLegacyPortal'))
        : nothing;
  return html`<div>${lockInWords(state.lock)} ${wayOut}</div>`;
}

/** Where everything is read-only, the notice at the top says it once for the eye; a screen reader is told at each control. */
function readOnlyNote(reason: ReadOnlyReason, { view }: SettingsPage): TemplateResult {
  const isEverywhere = view.capabilities.operations.settings.state === 'read-only';
  return html`<div class=${isEverywhere ? 'visually-hidden' : ''}>${readOnlyInWords(reason)}</div>`;
}

function changeNote(field: SettingField, { draft, view, undo }: SettingsPage): TemplateResult {
  const was = msg(str`was: ${valueInWords(field, draft.base, view)}`);
  const button = linkButton(msg('Undo'), () => undo(field.key), msg(str`Undo ${field.label}`));
  return html`<div class="was">${was} ${draft.isForced(field.key) ? nothing : button}</div>`;
}

function originNote(
  field: SettingField,
  page: SettingsPage,
  state: SettingState,
): TemplateResult | typeof nothing {
  const origin = settingOrigin(field.key, page.draft.current, page.view);
  if (origin === undefined || state.kind === 'unknown') return nothing;
  const { text, wayBack, global } = origin;
  const { key } = field;
  // "Undo" already leads back to the inherited value where the company had none of its own before.
  const isUndo = wayBack !== undefined && isSameSetting(wayBack.change[key], page.draft.base[key]);
  const isOffered = wayBack !== undefined && !isUndo && state.kind === 'editable';
  return html`<div>
    ${text} ${isOffered ? linkButton(wayBack.label, () => page.edit(wayBack.change)) : nothing}
    ${global === undefined ? nothing : globalLink(global, field.label, page)}
  </div>`;
}

/** D1, D2: to the value that all companies inherit. */
function globalLink(
  place: GlobalPlace,
  label: string,
  { openGlobals, view }: SettingsPage,
): TemplateResult | typeof nothing {
  if (openGlobals === undefined) return nothing;
  const mayChange = view.capabilities.operations.globalSettings.state === 'available';
  const [text, name] =
    !mayChange || place === 'headquartersTimeZone'
      ? [msg('See the global settings'), msg(str`See the global settings: ${label}`)]
      : [msg('Change it for all companies'), msg(str`Change it for all companies: ${label}`)];
  return linkButton(text, () => openGlobals(place), name);
}

/** S3, S10-S12, E2: what a value means for this company, where that is not what one expects. */
function hintNote({ key }: SettingField, { draft, view }: SettingsPage): TemplateResult | typeof nothing {
  const hint = settingHint(key, draft.current, view);
  return hint === undefined ? nothing : html`<div class="caution">${hint}</div>`;
}
