import { css } from 'lit';
import { shadowRootMode } from '../components/shared/portal-element.js';

/** Marks what we put into the page, so that a later copy of the script finds what an orphaned one left. */
const MARKER = 'data-psa-portal-admin';

/** Important, because the page's own rules for `div` would otherwise win over `:host`. */
const hostStyles = css`
  :host {
    display: block !important;
    box-sizing: border-box !important;
    position: static !important;
    float: none !important;
    clear: both !important;
    inline-size: auto !important;
    block-size: auto !important;
    margin: 12px 0 !important;
    padding: 0 !important;
    border: 0 !important;
    background: none !important;
    opacity: 1 !important;
    transform: none !important;
    visibility: visible !important;
  }
`;

/** Events by which the PSA would take what is typed in our fields for its own short cuts and changed fields. */
const PRIVATE_EVENTS = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'change',
  'copy',
  'cut',
  'paste',
];

/** A block of ours in the page. The page sees an empty `div`; what is inside stays in `root`. */
export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

/** Makes a host that is not in the page yet. Its root is closed, except in test builds. */
export function createHost(page: Document): Host {
  const element = page.createElement('div');
  element.setAttribute(MARKER, '');
  const root = element.attachShadow({ mode: shadowRootMode() });
  const { styleSheet } = hostStyles;
  if (styleSheet !== undefined) root.adoptedStyleSheets = [styleSheet];
  for (const type of PRIVATE_EVENTS) element.addEventListener(type, stopAtHost);
  return { element, root };
}

function stopAtHost(event: Event): void {
  event.stopPropagation();
}

/** Removes what an earlier copy of the script left behind. Call it only when no other copy is alive. */
export function removeOrphanHosts(page: Document): void {
  for (const orphan of page.querySelectorAll(`[${MARKER}]`)) orphan.remove();
}
