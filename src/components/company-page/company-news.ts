import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CompanyNews, NewsEntry, PageMemory } from '../../contract/index.js';
import { fieldValue, journalField, journalOutcome, journalUsers } from '../journal/journal-words.js';
import {
  companyIdFrom,
  define,
  isInExtension,
  LoadTask,
  momentWords,
  PortalElement,
} from '../shared/index.js';
import { companyNewsStyles } from './company-news.styles.js';

/** News, and when it was asked for: what comes later was not shown. */
interface AskedNews extends CompanyNews {
  readonly askedAt: string;
}

/**
 * What was changed at a company since its page was visited last: a sentence, and the list on request. Nothing where nothing is
 * new, or where it can't be told.
 */
@localized()
export class PortalCompanyNews extends PortalElement {
  static override styles = [companyNewsStyles];

  @property({ attribute: false }) memory?: PageMemory | undefined;
  @property({ attribute: 'company-id', converter: { fromAttribute: companyIdFrom } })
  companyId?: number | undefined;

  readonly #news = new LoadTask<AskedNews>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('companyId')) this.#news.reset();
    if (changed.has('memory') || changed.has('companyId')) this.#load();
  }

  protected override render(): TemplateResult | typeof nothing {
    const news = this.#news.value;
    if (news === undefined || news.since === null || news.entries.length === 0) return nothing;
    return html`<details class="notice info">
      <summary><b>${countWords(news)}</b> ${sinceWords(news.since)}</summary>
      <ol>
        ${news.entries.map(row)}
      </ol>
      ${news.isMore ? html`<p>${olderWords()}</p>` : nothing}
      <button type="button" class="button" @click=${this.#markSeen}>${msg('Mark as seen')}</button>
    </details>`;
  }

  readonly #load = (): void => {
    const { memory, companyId } = this;
    if (memory === undefined || companyId === undefined) return;
    const askedAt = new Date().toISOString();
    void this.#news.run(async () => ({ ...(await memory.news(companyId)), askedAt }));
  };

  readonly #markSeen = (): void => {
    const { memory, companyId } = this;
    const until = this.#news.value?.askedAt;
    this.#news.reset();
    if (companyId === undefined || until === undefined) return;
    // Where it can't be remembered, the same is shown once more at the next visit: no harm.
    void memory?.markSeen(companyId, until).catch(() => undefined);
    this.dispatchEvent(new Event('seen'));
  };
}

function countWords({ entries: { length }, isMore }: CompanyNews): string {
  if (isMore) return msg(str`More than ${length} changes`);
  return length === 1 ? msg('1 change') : msg(str`${length} changes`);
}

function olderWords(): string {
  return isInExtension()
    ? msg('Older ones are in the extension’s journal.')
    : msg('There are older ones, which are not shown here.');
}

function sinceWords(since: string): string {
  const isToday = new Date(since).toDateString() === new Date().toDateString();
  const moment = momentWords(since);
  return isToday
    ? msg(str`since your last visit at ${moment}`)
    : msg(str`since your last visit on ${moment}`);
}

/** When, who, what, from what to what. What did not work is said; that it did goes without saying. */
function row(entry: NewsEntry): TemplateResult {
  const [apiUser, pageUser] = journalUsers(entry);
  const who = entry.pageUser ?? apiUser;
  const detail = pageUser === undefined ? nothing : `${apiUser ?? ''}, ${pageUser}`;
  return html`<li>
    <span class="field"
      >${entry.contactName === null ? nothing : `${entry.contactName}: `}${journalField(entry)}</span
    >
    <span class="values">
      <del>${fieldValue(entry, entry.before)}</del> <span class="becomes" aria-hidden="true">→</span>
      <span class="visually-hidden">${msg('becomes')}</span> <ins>${fieldValue(entry, entry.after)}</ins>
    </span>
    <span class="by" title=${detail}>
      ${who}${entry.jobId === null ? nothing : html` · ${msg('by a job')}`} ·
      <time datetime=${entry.at}>${momentWords(entry.at)}</time>
      ${entry.outcome === 'done' ? nothing : html`<b class=${entry.outcome}>${journalOutcome(entry)}</b>`}
    </span>
  </li>`;
}

define('portal-company-news', PortalCompanyNews);

declare global {
  interface HTMLElementTagNameMap {
    'portal-company-news': PortalCompanyNews;
  }
}
