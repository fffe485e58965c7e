import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { PortalAdmin } from '../../contract/index.js';
import {
  isProviderCompany,
  isSameUserName,
  sortName,
  taskfireLevelsNeedTaskfire,
  userNameProblem,
  type ContactRow,
  type PortalUser,
  type PortalUserChange,
  type PortalUserOptions,
  type SecurityLevel,
} from '../../model/index.js';
import type { CellEditor } from '../data-grid/grid-column.js';
import { cellMessage, type CellMessageParts } from './cell-message.js';
import { formatLabel } from './contact-words.js';
import { fieldText } from './form-field.js';
import { problemWords } from './problem-words.js';
import type { RowResult } from './row-changes.js';
import type { FormatField } from './row-rules.js';
import { UserNameCheck } from './user-name-check.js';

/** Which fields of an account are edited in their cells. */
export type EditedField = Exclude<keyof PortalUserChange, 'isActive'>;

/** What editors need to know and do; asked each time, since it changes. */
export interface EditorContext {
  readonly admin: () => PortalAdmin | undefined;
  readonly options: () => PortalUserOptions | undefined;
  readonly isTaskfireActive: () => boolean;
  /** All contacts of the company, as far as they are loaded. */
  readonly contacts: () => readonly ContactRow[];
  /** Whether this row's account can be changed now. */
  readonly canChange: (row: ContactRow) => boolean;
  readonly resultOf: (row: ContactRow) => RowResult | undefined;
  /** Shows the change at once, sends it, and takes it back where it is refused. */
  readonly save: (row: ContactRow, portalUser: PortalUser, change: PortalUserChange) => void;
}

/** The editor of a field of a row's account; undefined where there is no account, or nothing may be changed. */
export function accountEditor(
  context: EditorContext,
  field: EditedField,
  row: ContactRow,
  show: () => void,
): CellEditor | undefined {
  const { portalUser } = row;
  if (portalUser === null || !context.canChange(row)) return undefined;
  const edited = { context, row, portalUser, refused: refusedChange(context.resultOf(row)), show };
  if (field === 'userName') return new UserNameEditor(edited);
  const options = context.options();
  return options && new ChoiceEditor(edited, choiceOf(field, options, edited));
}

interface Edited {
  readonly context: EditorContext;
  readonly row: ContactRow;
  readonly portalUser: PortalUser;
  /** What was refused last: it is where somebody goes on from, so that nothing typed is lost. */
  readonly refused: Refused | undefined;
  readonly show: () => void;
}

interface Refused {
  readonly change: PortalUserChange;
  readonly words: ReadonlyMap<string, string>;
}

function refusedChange(result: RowResult | undefined): Refused | undefined {
  const { submission, error } = result?.failure ?? {};
  if (submission?.kind !== 'change') return undefined;
  const problems = error?.as('validation')?.problems ?? [];
  return {
    change: submission.change,
    words: new Map(problems.map((problem) => [problem.path[0] ?? '', problemWords(problem)])),
  };
}

/** Checks as one types: the rules, the rows that are here, and after a pause the PSA. */
class UserNameEditor implements CellEditor {
  #value: string;
  /** The PSA's words about the value that it refused; another value is another matter. */
  #refusal: string | undefined;
  readonly #check: UserNameCheck;

  constructor(private readonly edited: Edited) {
    this.#value = edited.refused?.change.userName ?? edited.portalUser.userName;
    this.#refusal =
      edited.refused?.change.userName === undefined ? undefined : edited.refused.words.get('userName');
    this.#check = new UserNameCheck({
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => edited.show(),
      updateComplete: Promise.resolve(true),
    });
  }

  readonly render = (): TemplateResult => {
    const { row } = this.edited;
    const problem = this.#problem();
    return html`<input
        type="text"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        .value=${live(this.#value)}
        aria-label=${msg(str`User name of ${sortName(row.contact)}`)}
        aria-invalid=${ifDefined(problem === undefined ? undefined : 'true')}
        aria-describedby="cell-message"
        @input=${(event: Event) => this.#set(fieldText(event))}
      />${cellMessage(this.#message(problem))}`;
  };

  /** A name of which the PSA has not told yet is sent: it looks itself, and a refusal brings the text back. */
  readonly commit = (): boolean => {
    const { context, row, portalUser } = this.edited;
    if (this.#value === portalUser.userName) return this.#end();
    if (this.#problem() !== undefined) return false;
    this.#end();
    context.save(row, portalUser, { userName: this.#value });
    return true;
  };

  readonly cancel = (): void => {
    this.#end();
  };

  #end(): true {
    this.#check.reset();
    return true;
  }

  #set(text: string): void {
    const { context, portalUser, show } = this.edited;
    this.#value = text;
    this.#refusal = undefined;
    const admin = context.admin();
    if (admin === undefined || text === portalUser.userName || this.#problem(false) !== undefined)
      this.#check.reset();
    else void this.#check.check(admin, text, portalUser.id);
    show();
  }

  #problem(withAnswer = true): string | undefined {
    const { portalUser } = this.edited;
    if (this.#refusal !== undefined) return this.#refusal;
    if (this.#value === portalUser.userName) return undefined;
    const code = userNameProblem(this.#value);
    if (code !== undefined) return problemWords({ code });
    const holder = this.#holderHere();
    if (holder !== undefined) return msg(str`${sortName(holder.contact)} has this user name.`);
    return withAnswer && this.#check.state === 'taken'
      ? problemWords({ code: 'user-name-taken' })
      : undefined;
  }

  #holderHere(): ContactRow | undefined {
    const { context, portalUser } = this.edited;
    return context
      .contacts()
      .find(
        (one) =>
          one.portalUser !== null &&
          one.portalUser.id !== portalUser.id &&
          one.portalUser.userName.length === this.#value.length &&
          isSameUserName(one.portalUser.userName, this.#value),
      );
  }

  #message(problem: string | undefined): CellMessageParts {
    const id = 'cell-message';
    if (problem !== undefined) return { id, text: problem, tone: 'bad' };
    const words = { unknown: '', taken: '', checking: msg('Checking whether it is free …') };
    const { state } = this.#check;
    return { id, text: state === 'free' ? msg('This user name is free.') : words[state], tone: 'quiet' };
  }
}

/** What a list in a cell offers. */
interface Choice {
  readonly field: Exclude<EditedField, 'userName'>;
  readonly label: string;
  readonly options: unknown;
  /** Whether the list still has the value that the account has. */
  readonly isListed: (value: number) => boolean;
  readonly warning: (value: number) => string;
}

class ChoiceEditor implements CellEditor {
  #value: number;
  #refusal: string | undefined;

  constructor(
    private readonly edited: Edited,
    private readonly choice: (value: number) => Choice,
  ) {
    const { field } = choice(0);
    const refused = edited.refused?.change[field];
    this.#value = refused ?? edited.portalUser[field];
    this.#refusal = refused === undefined ? undefined : edited.refused?.words.get(field);
  }

  readonly render = (): TemplateResult => {
    const { label, options, isListed, warning } = this.choice(this.#value);
    const text = this.#refusal ?? warning(this.#value);
    return html`<select
        aria-label=${label}
        aria-invalid=${ifDefined(this.#refusal === undefined ? undefined : 'true')}
        aria-describedby="cell-message"
        @change=${(event: Event) => this.#set(Number(fieldText(event)))}
      >
        ${isListed(this.#value) ? nothing : html`<option selected disabled>${msg('No longer offered')}</option>`}
        ${options}</select
      >${cellMessage({ id: 'cell-message', text, tone: this.#refusal === undefined ? 'warn' : 'bad' })}`;
  };

  readonly commit = (): boolean => {
    const { context, row, portalUser } = this.edited;
    const { field } = this.choice(this.#value);
    if (this.#value === portalUser[field]) return true;
    if (this.#refusal !== undefined) return false;
    context.save(row, portalUser, { [field]: this.#value });
    return true;
  };

  readonly cancel = (): void => undefined;

  #set(value: number): void {
    this.#value = value;
    this.#refusal = undefined;
    this.edited.show();
  }
}

function choiceOf(
  field: Choice['field'],
  options: PortalUserOptions,
  { context, row }: Edited,
): (value: number) => Choice {
  if (field === 'securityLevel') return (value) => levelChoice(value, options, context, row);
  const values = options[formatLists[field]];
  return (value) => ({
    field,
    label: `${formatLabel(field)}: ${sortName(row.contact)}`,
    options: values.map((one) => optionOf(one.value, one.label, value)),
    isListed: (chosen) => values.some((one) => one.value === chosen),
    warning: () => '',
  });
}

function levelChoice(
  value: number,
  { securityLevels }: PortalUserOptions,
  context: EditorContext,
  { contact }: ContactRow,
): Choice {
  const active = securityLevels.filter(({ isActive }) => isActive);
  const group = (label: string, kind: SecurityLevel['kind']): TemplateResult =>
    html`<optgroup label=${label}>
      ${active
        .filter((level) => level.kind === kind)
        .map((level) =>
          optionOf(
            level.id,
            level.name,
            value,
            !taskfireLevelsNeedTaskfire(level, context.isTaskfireActive()),
          ),
        )}
    </optgroup>`;
  const costs = (chosen: number): boolean =>
    active.find(({ id }) => id === chosen)?.kind === 'taskfire' && !isProviderCompany(contact.companyId);
  return {
    field: 'securityLevel',
    label: msg(str`Security level of ${sortName(contact)}`),
    options: html`${group(msg('Client portal'), 'portal')} ${group('Taskfire', 'taskfire')}`,
    isListed: (chosen) => active.some(({ id }) => id === chosen),
    warning: (chosen) =>
      costs(chosen) ? msg('Each active user with a Taskfire level is billed as a Taskfire licence.') : '',
  };
}

function optionOf(value: number, label: string, chosen: number, isDisabled = false): TemplateResult {
  return html`<option value=${value} .selected=${value === chosen} ?disabled=${isDisabled}>${label}</option>`;
}

const formatLists = {
  dateFormat: 'dateFormats',
  timeFormat: 'timeFormats',
  numberFormat: 'numberFormats',
} as const satisfies Record<FormatField, keyof PortalUserOptions>;
