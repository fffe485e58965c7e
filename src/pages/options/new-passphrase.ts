import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { SHORTEST_PASSPHRASE } from '../../channel/index.js';
import { textField } from '../shared/field.js';

/** What is wrong with a new passphrase, by field, in words; '' = nothing. */
export interface NewPassphraseProblems {
  readonly next: string;
  readonly repeat: string;
}

export const noPassphraseProblems: NewPassphraseProblems = { next: '', repeat: '' };

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

/** The fields for a new passphrase, twice, with what to think of it. */
export function newPassphraseFields(
  advice: string,
  problems: NewPassphraseProblems,
  isShown: boolean,
): TemplateResult {
  const type = isShown ? 'text' : 'password';
  const autocomplete = 'new-password';
  return html`<div class="fields">
    ${textField({
      name: 'next',
      label: msg('New passphrase'),
      hint: advice,
      problem: problems.next,
      type,
      autocomplete,
    })}
    ${textField({
      name: 'repeat',
      label: msg('The same once more'),
      problem: problems.repeat,
      type,
      autocomplete,
    })}
  </div>`;
}

/** Lets what is typed be read, for whoever is alone with the screen. */
export function showSwitch(isShown: boolean, onChange: (isShown: boolean) => void): TemplateResult {
  return html`<label class="choice">
    <input
      type="checkbox"
      .checked=${isShown}
      @change=${(event: Event) => {
        if (event.target instanceof HTMLInputElement) onChange(event.target.checked);
      }}
    />
    <span>${msg('Show what I type')}</span>
  </label>`;
}

/** What is typed in a field of a form, exactly; '' where there is none. */
export function typedIn(root: ParentNode, name: string): string {
  return root.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '';
}
