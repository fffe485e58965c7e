import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { ConnectionSummary } from '../../channel/index.js';
import { hostOf } from './connection-words.js';

/** What a connection reaches, and where its secrets are: terms and descriptions for a `<dl>`. */
export function connectionFacts({
  autotask,
  portalService,
  keep,
  source,
}: ConnectionSummary): TemplateResult {
  const access = portalService?.access;
  return html`${
    autotask === null
      ? nothing
      : html`<dt>${msg('Autotask API')}</dt>
          <dd>${autotask.user}</dd>`
  }
  ${
    portalService === null
      ? nothing
      : html`<dt>${msg('Portal service')}</dt>
          <dd>${hostOf(portalService.url)}, ${accessText(access)}</dd>`
  }
  ${
    source === 'preset'
      ? nothing
      : html`<dt>${msg('Secrets')}</dt>
          <dd>
            ${
              keep === 'vault'
                ? msg('remembered, protected by your passphrase')
                : msg('for this browser session only')
            }
          </dd>`
  }`;
}

function accessText(access: NonNullable<ConnectionSummary['portalService']>['access'] | undefined): string {
  if (access?.kind !== 'sign-in') return msg('with a personal access token');
  if (access.state !== 'signed-in') return msg('with your own account');
  return access.user === null ? msg('signed in') : msg(str`signed in as ${access.user}`);
}
