import { msg, str } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConnectionDraft, Connections, ConnectionSummary, TestResult } from '../../channel/index.js';
import type { Announcer, Notice } from '../../components/shared/index.js';
import { Action } from '../shared/action.js';
import { draftOf, originsOf } from './connection-draft.js';
import { connectionName, hostOf } from './connection-words.js';
import type { PageBrowser } from './page-browser.js';
import { connectionProblemText } from './problem-words.js';
import { SignInFlow } from './sign-in-flow.js';
import { signInNotice } from './sign-in-words.js';

/** What is told about something: about a connection in the list, or (null) about what is in the form. */
export interface About<Told> {
  readonly id: string | null;
  readonly told: Told;
}

/** Whom the work is done with. */
export interface WorkPartners {
  readonly connections?: Connections | undefined;
  readonly browser?: PageBrowser | undefined;
  /** Loads the list of connections anew. */
  readonly reload: () => Promise<void>;
}

/**
 * What is done with connections, one thing at a time, and what has come of it. Everything that may ask the browser for
 * access begins with that: it must happen directly in the handler of a click.
 */
export class ConnectionWork implements ReactiveController {
  readonly action: Action<'saving' | 'testing' | 'changing'>;
  readonly signInFlow: SignInFlow;
  report: About<TestResult> | undefined;
  message: About<Notice> | undefined;
  /** Just forgotten; what is no secret of it can be entered again by one click. */
  forgotten: ConnectionSummary | undefined;
  /** The connection of the list that is being tested. */
  testing: string | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly partners: () => WorkPartners,
    private readonly announcer: Announcer,
  ) {
    this.action = new Action(host);
    this.signInFlow = new SignInFlow(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forgetOutcomes();
  }

  /** What is told was about something that is over. */
  forgetOutcomes(): void {
    this.report = undefined;
    this.message = undefined;
    this.forgotten = undefined;
    this.action.clear();
  }

  /** Resolves to the new connection, or to undefined where it was not saved, with the reason as message. */
  async save(draft: ConnectionDraft): Promise<ConnectionSummary | undefined> {
    let saved: ConnectionSummary | undefined;
    await this.#withAccess('saving', null, originsOf(draft), async (connections) => {
      const result = await connections.save(draft);
      if (!result.saved) {
        this.#tell(null, {
          tone: 'bad',
          title: msg('The connection was not saved.'),
          text: connectionProblemText(result.problem),
          isUrgent: true,
        });
        return;
      }
      saved = result.connection;
      this.announcer.announce(msg(str`The connection to ${hostOf(draft.psaOrigin)} is saved.`));
      await this.partners().reload();
    });
    return saved;
  }

  /** @param id - of the connection in the list; null where the form is tested */
  async test(draft: ConnectionDraft, id: string | null): Promise<void> {
    this.testing = id ?? undefined;
    await this.#withAccess('testing', id, originsOf(draft), async (connections) => {
      this.report = { id, told: await connections.test(draft) };
      this.announcer.announce(msg(str`The test of ${hostOf(draft.psaOrigin)} is done.`));
    });
    this.testing = undefined;
    this.host.requestUpdate();
  }

  async allow(connection: ConnectionSummary): Promise<void> {
    await this.#withAccess('changing', connection.id, originsOf(draftOf(connection)), async () => {
      await this.partners().reload();
      this.announcer.announce(msg(str`The extension may use ${hostOf(connection.psaOrigin)} now.`));
    });
  }

  async activate(connection: ConnectionSummary): Promise<void> {
    await this.#withAccess('changing', connection.id, [], async (connections) => {
      await connections.activate(connection.id);
      await this.partners().reload();
      const name = connectionName(connection);
      this.announcer.announce(msg(str`The pages of the PSA use “${name}” now.`));
    });
  }

  async forget(connection: ConnectionSummary): Promise<void> {
    await this.#withAccess('changing', connection.id, [], async (connections) => {
      await connections.forget(connection.id);
      await this.partners().reload();
      this.forgotten = connection;
      this.announcer.announce(msg(str`The connection “${connectionName(connection)}” is forgotten.`));
    });
  }

  async signIn(connection: ConnectionSummary): Promise<void> {
    const { connections, browser, reload } = this.partners();
    const serviceUrl = connection.portalService?.url;
    if (connections === undefined || browser === undefined || serviceUrl === undefined) return;
    this.forgetOutcomes();
    const end = await this.signInFlow.run(connection, connections, browser);
    const notice = signInNotice(end, serviceUrl);
    this.#tell(connection.id, notice);
    this.announcer.announce(notice.title);
    await reload();
  }

  async signOut(connection: ConnectionSummary): Promise<void> {
    await this.#withAccess('changing', connection.id, [], async (connections) => {
      const isRevoked = await connections.signOut(connection.id);
      await this.partners().reload();
      const title = msg('You are signed out.');
      this.announcer.announce(title);
      if (isRevoked) return;
      const text = msg(
        'The portal service could not be reached, so it still honours the sign-in until that expires. On this computer nothing of it is left.',
      );
      this.#tell(connection.id, { tone: 'warn', title, text });
    });
  }

  /** Asks for access first; where that is declined, nothing is done and the reason is told. */
  async #withAccess(
    name: 'saving' | 'testing' | 'changing',
    id: string | null,
    origins: readonly string[],
    work: (connections: Connections) => Promise<void>,
  ): Promise<void> {
    const { connections, browser } = this.partners();
    if (connections === undefined || browser === undefined || this.action.busy !== undefined) return;
    const access = browser.requestAccess(origins);
    this.forgetOutcomes();
    await this.action.run(name, async () => {
      const closed = await access;
      if (closed.length === 0) return work(connections);
      this.#tell(id, declinedNotice(closed));
    });
  }

  #tell(id: string | null, told: Notice): void {
    this.message = { id, told };
    this.host.requestUpdate();
  }
}

function declinedNotice(origins: readonly string[]): Notice {
  const hosts = origins.map(hostOf).join(', ');
  return {
    tone: 'warn',
    title: msg(str`The extension was not allowed to use ${hosts}.`),
    text: msg(
      'So it could show nothing there, and nothing was done. Try again and choose “Allow”; you can take it back in the browser’s settings at any time.',
    ),
    isUrgent: true,
  };
}
