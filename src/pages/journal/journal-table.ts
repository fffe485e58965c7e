import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import {
  journalField,
  journalOutcome,
  journalUsers,
  journalValue,
} from '../../components/journal/journal-words.js';
import { momentWords } from '../../components/shared/index.js';
import type { JournalEntry } from '../../contract/index.js';
import { journalPlace, psaHost } from './journal-words.js';

/** One page of entries. */
export function journalTable(entries: readonly JournalEntry[]): TemplateResult {
  return html`<div class="scroller" role="region" tabindex="0" aria-label=${msg('Entries of the journal')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${msg('When')}</th>
          <th scope="col">${msg('Who')}</th>
          <th scope="col">${msg('Where')}</th>
          <th scope="col">${msg('Field')}</th>
          <th scope="col">${msg('Before → after')}</th>
          <th scope="col">${msg('Outcome')}</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map(row)}
      </tbody>
    </table>
  </div>`;
}

function row(entry: JournalEntry): TemplateResult {
  const [apiUser, pageUser] = journalUsers(entry);
  const { at, psaOrigin, jobId, before, after, outcome } = entry;
  return html`<tr>
    <th scope="row"><time datetime=${at}>${momentWords(at)}</time></th>
    <td>${apiUser} ${pageUser === undefined ? nothing : html`<span class="sub">${pageUser}</span>`}</td>
    <td>
      ${journalPlace(entry)}
      <span class="sub">${psaHost(psaOrigin)}</span>
    </td>
    <td class="field">
      ${journalField(entry)} ${jobId === null ? nothing : html`<span class="sub">${msg('by a job')}</span>`}
    </td>
    <td class="values"><del>${journalValue(before)}</del> → <ins>${journalValue(after)}</ins></td>
    <td class=${outcome}>${journalOutcome(entry)}</td>
  </tr>`;
}
