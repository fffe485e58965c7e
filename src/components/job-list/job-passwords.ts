import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  toPortalError,
  type InitialPassword,
  type Job,
  type PortalError,
  type PortalJobs,
} from '../../contract/index.js';
import {
  Announcer,
  askingJobs,
  define,
  errorNotice,
  fileName,
  notice,
  numberWords,
  PortalElement,
  saveFile,
  toCsv,
} from '../shared/index.js';
import './job-events.js';
import { jobPasswordsStyles } from './job-passwords.styles.js';

/** What is done with the passwords first. Both are possible afterwards, for as long as they are here. */
type Way = 'show' | 'export';

/**
 * The initial passwords of the accounts that a job has created. They are taken out once, on demand, and are then in this
 * element only, until it is told to forget them or leaves the page.
 *
 * @summary Give it `jobs` and the `job`. Shows nothing where there are none.
 * @fires {PortalBeforeWriteEvent} portal-before-write - They are about to be taken out.
 * @fires portal-passwords-taken - They were taken out: they are nowhere else any more.
 * @fires close - Somebody is done with them.
 */
@localized()
export class PortalJobPasswords extends PortalElement {
  static override styles = jobPasswordsStyles;

  @property({ attribute: false }) jobs?: PortalJobs | undefined;
  @property({ attribute: false }) job?: Job | undefined;

  @state() private passwords: readonly InitialPassword[] | undefined;
  @state() private isShown = false;
  @state() private isTaking = false;
  @state() private error: PortalError | undefined;

  readonly #announcer = new Announcer(this);
  #jobId: string | undefined;
  /** Taken from the job as it was last seen: it may say so a moment later. */
  #hasTaken = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.passwords = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('job')) return;
    if (this.job?.hasPasswords !== true) this.#hasTaken = false;
    if (this.#jobId === this.job?.id) return;
    this.#jobId = this.job?.id;
    this.#hasTaken = false;
    this.passwords = undefined;
  }

  protected override render(): TemplateResult {
    return html`${this.#renderContent()} ${this.#announcer.region()}`;
  }

  #renderContent(): unknown {
    const { passwords, error } = this;
    if (passwords !== undefined) return this.#renderTaken(passwords);
    if (error !== undefined) return errorNotice(error, () => void this.#take('show'));
    const { job } = this;
    // While it is moving, every moment another one comes; what is taken then would be a part.
    const isMoving = job?.state === 'running' && job.waiting === null;
    return job?.hasPasswords === true && !isMoving && !this.#hasTaken ? this.#renderOffer() : nothing;
  }

  #renderOffer(): TemplateResult {
    return notice({
      tone: 'info',
      title: msg('The initial passwords can be taken once.'),
      text: msg(
        'They are in memory only, not on disk, and are lost when the browser ends. Whether the PSA mails people whose login was created this way is not documented, so hand the passwords over yourself.',
      ),
      actions: [
        this.#renderButton('show', msg('Show once')),
        this.#renderButton('export', msg('Save as file once')),
      ],
    });
  }

  #renderButton(way: Way, label: string): TemplateResult {
    return html`<button
      type="button"
      class="button ${way}"
      aria-disabled=${this.isTaking ? 'true' : 'false'}
      @click=${() => this.#take(way)}
    >
      ${label}
    </button>`;
  }

  #renderTaken(passwords: readonly InitialPassword[]): TemplateResult {
    if (passwords.length === 0)
      return notice({
        tone: 'warn',
        title: msg('The passwords have been taken already.'),
        text: msg('If nobody has them any more, reset them in the PSA.'),
        actions: this.#renderForget(),
      });
    const count = numberWords(passwords.length);
    return html`<div class="taken">
      ${notice({
        tone: 'warn',
        title:
          passwords.length === 1
            ? msg('1 initial password is here, and nowhere else.')
            : msg(str`${count} initial passwords are here, and nowhere else.`),
        text: msg('They are gone when you leave or reload this page.'),
        actions: [
          this.isShown
            ? nothing
            : html`<button type="button" class="button" @click=${this.#show}>${msg('Show')}</button>`,
          html`<button type="button" class="button" @click=${() => this.#save(passwords)}>
            ${msg('Save as file')}
          </button>`,
          this.#renderForget(),
        ],
      })}
      ${this.isShown ? this.#renderTable(passwords) : nothing}
    </div>`;
  }

  #renderForget(): TemplateResult {
    return html`<button type="button" class="button forget" @click=${this.#forget}>${msg('Done')}</button>`;
  }

  #renderTable(passwords: readonly InitialPassword[]): TemplateResult {
    return html`<div class="scroller" role="region" tabindex="0" aria-label=${msg('Initial passwords')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${msg('Contact')}</th>
            <th scope="col">${msg('User name')}</th>
            <th scope="col">${msg('Initial password')}</th>
          </tr>
        </thead>
        <tbody>
          ${passwords.map(
            ({ contactName, userName, password }) =>
              html`<tr>
                <th scope="row">${contactName}</th>
                <td>${userName}</td>
                <td class="password">${password}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  readonly #show = (): void => {
    this.isShown = true;
    void this.focusInside('.scroller');
  };

  async #take(way: Way): Promise<void> {
    const { jobs, job } = this;
    if (jobs === undefined || job === undefined || this.isTaking) return;
    this.isTaking = true;
    this.error = undefined;
    try {
      const passwords = await askingJobs(this, jobs, job.companyId).takePasswords(job.id);
      this.passwords = passwords;
      this.#hasTaken = true;
      this.emit('portal-passwords-taken', {
        ...{ companyId: job.companyId, jobId: job.id, count: passwords.length },
      });
      this.isShown = way === 'show';
      if (way === 'export' && passwords.length > 0) this.#save(passwords);
      this.#announcer.announce(
        passwords.length === 1
          ? msg('1 initial password was taken.')
          : msg(str`${numberWords(passwords.length)} initial passwords were taken.`),
      );
      await this.focusInside(this.isShown && passwords.length > 0 ? '.scroller' : '.forget');
    } catch (thrown) {
      this.error = toPortalError(thrown);
    } finally {
      this.isTaking = false;
    }
  }

  #save(passwords: readonly InitialPassword[]): void {
    const columns = [msg('Contact'), msg('User name'), msg('Initial password')];
    const rows = passwords.map(({ contactName, userName, password }) => [contactName, userName, password]);
    const name = fileName([msg('Initial passwords'), this.job?.companyName ?? ''], 'csv');
    void saveFile(name, toCsv(columns, rows));
  }

  readonly #forget = (): void => {
    this.passwords = undefined;
    this.isShown = false;
    this.dispatchEvent(new Event('close'));
  };
}

define('portal-job-passwords', PortalJobPasswords);

declare global {
  interface HTMLElementTagNameMap {
    'portal-job-passwords': PortalJobPasswords;
  }
}
