import { msg, str } from '@lit/localize';
import { describeError, type Notice } from '../../components/shared/index.js';
import { hostOf } from './connection-words.js';
import type { SignInEnd } from './sign-in-flow.js';

/** How a sign-in ended, in words: what happened, and what to do. */
export function signInNotice(end: SignInEnd, serviceUrl: string): Notice {
  const host = hostOf(serviceUrl);
  switch (end.result) {
    case 'signed-in':
      return {
        tone: 'good',
        title: end.user === null ? msg('You are signed in.') : msg(str`You are signed in as ${end.user}.`),
      };
    case 'refused':
      return {
        tone: 'bad',
        title: msg('The portal service did not sign you in.'),
        text: msg(str`It said: “${end.detail}”. Try again, or ask whoever runs the service.`),
        isUrgent: true,
      };
    case 'declined':
      return {
        tone: 'warn',
        title: msg(str`The extension was not allowed to use ${host}.`),
        text: msg('Without that it cannot sign you in there. Nothing was changed. Try again and allow it.'),
        isUrgent: true,
      };
    case 'closed':
    case 'cancelled':
      return {
        tone: 'info',
        title: msg('The sign-in was cancelled.'),
        text: msg('Nothing was changed. You can sign in whenever you like.'),
      };
    case 'not-opened':
      return {
        tone: 'bad',
        title: msg(str`The sign-in page of ${host} could not be opened.`),
        text: msg(str`The browser said: “${end.detail}”. Check the service address, then try again.`),
        isUrgent: true,
      };
    case 'failed': {
      const { what, why, next } = describeError(end.error);
      return { tone: 'bad', title: what, text: `${why} ${next}`, isUrgent: true };
    }
  }
}
