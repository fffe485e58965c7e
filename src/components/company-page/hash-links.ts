import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface HashLinksOptions {
  /** What the hash begins with before the target; undefined = the address is not ours. */
  readonly prefix: () => string | undefined;
  /** The address names another target now. */
  readonly go: (target: string) => void;
}

/** Reads the target of the company's page from the address's hash, and writes it there: `#portal/settings/twoFactor`. */
export class HashLinks implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly options: HashLinksOptions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.read);
    window.addEventListener('popstate', this.read);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.read);
    window.removeEventListener('popstate', this.read);
  }

  /** Goes where the address says, if it is about us. */
  readonly read = (): void => {
    const prefix = this.options.prefix();
    const hash = safelyDecoded(location.hash.slice(1));
    if (prefix !== undefined && hash.startsWith(prefix)) this.options.go(hash.slice(prefix.length));
  };

  /** A new entry of the browser's history, unless the address says it already. */
  write(target: string): void {
    const prefix = this.options.prefix();
    if (prefix === undefined || location.hash === `#${prefix}${target}`) return;
    history.pushState(history.state, '', `#${prefix}${target}`);
  }
}

function safelyDecoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
