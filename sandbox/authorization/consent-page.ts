import { html } from 'hono/html';
import { csrfField, document, preferenceLinks } from '../pages/layout.js';
import type { View } from '../pages/view.js';
import type { Markup } from '../pages/widgets.js';

/** What somebody is asked to allow. */
export interface ConsentRequest {
  /** Path that both buttons post to. */
  readonly action: string;
  readonly displayName: string;
  /** Whom the browser will hand the answer to; shown, because a foreign extension could call itself ours. */
  readonly recipient: string;
}

/** One page for "who are you" and "may it": the sign-in page has asked before, so both are answered by one button. */
export function consentPage(view: View, { action, displayName, recipient }: ConsentRequest): Markup {
  const { t } = view;
  const body = html`<main class="SignIn">
    <form method="post" action="${action}">
      ${csrfField(view)}
      <h1>${t.consent.heading}</h1>
      <p>${t.consent.account} <strong>${displayName}</strong></p>
      <p>${t.consent.rights}</p>
      <p class="Hint">${t.consent.recipient} ${recipient}</p>
      <button type="submit" name="answer" value="allow">${t.consent.allow}</button>
      <button type="submit" name="answer" value="deny">${t.consent.deny}</button>
      <p>${preferenceLinks(view)}</p>
    </form>
  </main>`;
  return document(view, { title: `${t.consent.heading} - ${t.product}`, bodyClass: 'SignInBody' }, body);
}

/** Where a browser without `identity.launchWebAuthFlow` ends; the extension has read the address by then. */
export function signedInPage(view: View): Markup {
  const { t } = view;
  const body = html`<main class="SignIn Done">
    <h1>${t.consent.done}</h1>
    <p>${t.consent.close}</p>
  </main>`;
  return document(view, { title: `${t.consent.done} - ${t.product}`, bodyClass: 'SignInBody' }, body);
}
