import { msg, str } from '@lit/localize';
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { SHORTEST_PASSPHRASE } from '../../channel/index.js';
import { textField } from '../shared/field.js';

/** What is wrong with a new passphrase, by field, in words; '' = nothing. */
export interface NewPassphraseProblems {
  readonly next: string;
  readonly repeat: string;
}

const noProblems: NewPassphraseProblems = { next: '', repeat: '' };

export function newPassphraseProblems(next: string, repeat: string): NewPassphraseProblems {
  const isShort = next.length < SHORTEST_PASSPHRASE;
  return {
    next: isShort ? msg(str`Use at least ${SHORTEST_PASSPHRASE} characters.`) : '',
    repeat: !isShort && next !== repeat ? msg('This is not the same passphrase. Type it once more.') : '',
  };
}

/**
 * How good a passphrase is, in words. Length counts most (NIST SP 800-63B); beyond that only what is plainly weak is
 * named, because any finer number would pretend to know what an attacker tries first.
 */
export function passphraseAdvice(passphrase: string): string {
  const missing = SHORTEST_PASSPHRASE - passphrase.length;
  if (passphrase === '')
    return msg('Four or five words that have nothing to do with each other are strong and easy to type.');
  if (missing === 1) return msg('1 more character is needed.');
  if (missing > 0) return msg(str`${missing} more characters are needed.`);
  if (isMonotonous(passphrase))
    return msg('Long enough, but easy to guess: it repeats itself or follows the keyboard.');
  const words = passphrase.split(/[^\p{L}]+/u).filter((word) => word.length > 2);
  if (passphrase.length >= 20 && (words.length >= 4 || isMixed(passphrase)))
    return msg('Strong, as long as it is no quotation and you use it nowhere else.');
  return msg('Fair. A further word or two would make it strong.');
}

/** Few different characters, or a run such as 1234 or qwert makes up a good part of it. */
function isMonotonous(passphrase: string): boolean {
  const text = passphrase.toLowerCase();
  const runs = /(.{1,4})\1{2,}|0123|1234|2345|3456|4567|5678|6789|abcd|qwer|asdf|passwor[dt]/;
  return new Set(text).size < 7 || runs.test(text);
}

function isMixed(passphrase: string): boolean {
  return [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d\s]/u].filter((kind) => kind.test(passphrase)).length >= 3;
}

/**
 * The fields for a new passphrase, in whatever form they stand. What is typed stays in the inputs alone; problems are
 * shown from the first try to send the form on.
 */
export class NewPassphrase implements ReactiveController {
  /** Whether what is typed can be read, for whoever is alone with the screen. */
  isShown = false;
  #advice = '';
  #problems: NewPassphraseProblems | undefined;

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    host.addController(this);
  }

  hostConnected(): void {
    this.reset();
  }

  get value(): string {
    return typedIn(this.host.renderRoot, 'next');
  }

  reset(): void {
    this.isShown = false;
    this.#advice = '';
    this.#problems = undefined;
    this.host.requestUpdate();
  }

  /** To be told of each input. */
  readonly typed = (): void => {
    this.#advice = passphraseAdvice(this.value);
    if (this.#problems !== undefined) this.check();
    this.host.requestUpdate();
  };

  /** Shows what is wrong; true where nothing is. */
  check(): boolean {
    const problems = newPassphraseProblems(this.value, typedIn(this.host.renderRoot, 'repeat'));
    this.#problems = problems;
    this.host.requestUpdate();
    return problems.next === '' && problems.repeat === '';
  }

  fields(): TemplateResult {
    const { next, repeat } = this.#problems ?? noProblems;
    const hint = this.#advice || passphraseAdvice('');
    const same = { type: this.isShown ? 'text' : 'password', autocomplete: 'new-password' } as const;
    return html`<div class="fields">
        ${textField({ name: 'next', label: msg('New passphrase'), hint, problem: next, ...same })}
        ${textField({ name: 'repeat', label: msg('The same once more'), problem: repeat, ...same })}
      </div>
      ${showSwitch(this.isShown, (isShown) => {
        this.isShown = isShown;
        this.host.requestUpdate();
      })}`;
  }
}

/** Lets what is typed be read, for whoever is alone with the screen. */
export function showSwitch(isShown: boolean, onChange: (isShown: boolean) => void): TemplateResult {
  return html`<label class="choice">
    <input
      type="checkbox"
      .checked=${isShown}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) onChange(target.checked);
      }}
    />
    <span>${msg('Show what I type')}</span>
  </label>`;
}

/** What is typed in a field of a form, exactly; '' where there is none. */
export function typedIn(root: ParentNode, name: string): string {
  return root.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '';
}
