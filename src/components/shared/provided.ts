import { ContextConsumer, ContextRoot, type Context } from '@lit/context';
import type { ReactiveElement } from 'lit';

/**
 * Gives a property what an ancestor provides under this context, for as long as nobody sets the property itself. Stands above
 * `@property`. A provider may come before the element or after it, change its value, or be another one once the element moved.
 */
export function provided<T>(context: Context<unknown, T | undefined>) {
  return <Name extends string>(
    prototype: ReactiveElement & Partial<Record<Name, T | undefined>>,
    name: Name,
  ): void => {
    const own = new WeakMap<ReactiveElement, T | undefined>();
    const given = new WeakMap<ReactiveElement, T | undefined>();
    const valueOf = (element: ReactiveElement): T | undefined => own.get(element) ?? given.get(element);
    const put = (element: ReactiveElement, into: typeof own, value: T | undefined): void => {
      const before = valueOf(element);
      into.set(element, value);
      element.requestUpdate(name, before);
    };
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: ReactiveElement) {
        return valueOf(this);
      },
      set(this: ReactiveElement, value: T | undefined) {
        put(this, own, value);
      },
    });
    (prototype.constructor as typeof ReactiveElement).addInitializer((element) => {
      new Receiver(element, context, (value) => put(element, given, value));
    });
  };
}

/** Asks again wherever its host is put; where nobody answers, nothing is provided any more. */
class Receiver<T> extends ContextConsumer<Context<unknown, T | undefined>, ReactiveElement> {
  readonly #take: (value: T | undefined) => void;
  #answers = 0;

  constructor(
    host: ReactiveElement,
    context: Context<unknown, T | undefined>,
    take: (value: T | undefined) => void,
  ) {
    super(host, {
      context,
      subscribe: true,
      callback: (value) => {
        this.#answers += 1;
        take(value);
      },
    });
    this.#take = take;
  }

  override hostConnected(): void {
    waitForProviders(this.host.ownerDocument);
    const before = this.#answers;
    super.hostConnected();
    if (this.#answers === before) this.#take(undefined);
  }
}

const waiting = new WeakSet<Document>();

/** Keeps questions that nobody answers until a provider is there: its tag may be defined after ours. */
function waitForProviders(page: Document): void {
  if (waiting.has(page)) return;
  waiting.add(page);
  new ContextRoot().attach(page.documentElement);
}
