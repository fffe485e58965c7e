/**
 * An event of one of our elements: bubbles and crosses shadow roots, so that an embedding app can listen anywhere above.
 *
 * Deliberately no `CustomEvent`: browsers copy its detail into every JavaScript world of the page, so in a content
 * script the page could read it. A field of a subclass stays in the world that made it.
 */
export class PortalEvent<Detail> extends Event {
  constructor(
    type: PortalEventType,
    readonly detail: Detail,
    options: Pick<EventInit, 'cancelable'> = {},
  ) {
    super(type, { ...options, bubbles: true, composed: true });
  }
}

/** The names of our events. Each element declares its own in `HTMLElementEventMap`, which also types the listeners. */
export type PortalEventType = Extract<keyof HTMLElementEventMap, `portal-${string}`>;

/** What an event of this name carries. */
export type PortalEventDetail<Type extends PortalEventType> =
  HTMLElementEventMap[Type] extends PortalEvent<infer Detail> ? Detail : never;
