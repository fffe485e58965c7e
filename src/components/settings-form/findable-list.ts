import type { ReactiveControllerHost } from 'lit';

interface ListHost extends ReactiveControllerHost {
  announce(sentence: string): void;
}

/** A long list inside a row: what is searched for in it, and which entry the Tab key leads to. */
export class FindableList {
  search = '';
  /** Undefined: the first that is shown. */
  activeId: number | undefined;

  constructor(private readonly host: ListHost) {}

  /** Narrows the list; `spoken` says what is left to those who cannot see it. */
  find(search: string, spoken: string): void {
    this.search = search;
    this.host.announce(spoken);
    this.host.requestUpdate();
  }

  focus(id: number): void {
    this.activeId = id;
    this.host.requestUpdate();
  }

  /** Another company stands there now. */
  reset(): void {
    this.search = '';
    this.activeId = undefined;
  }
}
