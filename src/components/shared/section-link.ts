import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';

export interface SectionLink {
  readonly place: string;
  readonly title: string;
  readonly isCurrent: boolean;
  /** Unsaved changes in it. */
  readonly changes: number;
  readonly go: () => void;
}

/** The way to one section of a page, for the list in its `nav`. Looks as `section-link.styles.ts` says. */
export function sectionLink({ place, title, isCurrent, changes, go }: SectionLink): TemplateResult {
  return html`<li>
    <button type="button" data-place=${place} aria-current=${isCurrent ? 'true' : 'false'} @click=${go}>
      ${title}
      ${
        changes === 0
          ? nothing
          : html`<span class="count" aria-label=${msg(str`${changes} changed`)}>${changes}</span>`
      }
    </button>
  </li>`;
}
