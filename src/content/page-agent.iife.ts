/**
 * The first stage: a small script in every frame of the PSA that only looks. When it has recognised the company page
 * it tells the worker, which injects the elements (`elements.iife.ts`) into this frame. From then on it only looks a few
 * times more while the page renders: a form may be switched on or off late, and the worker has to know. And it tells the
 * worker, when asked, which company the page shows.
 */
import type { Message, PageNow, PageRecognised } from '../channel/messages.js';
import { isPageQuestion } from '../channel/page-question.js';
import { claimFrame } from './claim-frame.js';
import { answerMessages, extensionIsAlive, extensionRuntime } from './extension-runtime.js';
import { Lifetime } from './lifetime.js';
import { readCompanyId } from './psa/company-id.js';
import { readPageUser } from './psa/page-user.js';
import { recognise, type RecognisedPage } from './psa/recognise.js';
import { watchPage, type Finding } from './watch-page.js';

/** A worker that cannot be reached or refuses is told again so often per document, on later looks at the page. */
const MOST_FAILURES = 3;

const lifetime = new Lifetime();
const documentId = crypto.randomUUID();
let failures = 0;
let isReporting = false;
/** What the worker knows of the page; undefined until it was told. */
let told: string | undefined;

/** Sends a message and throws unless the worker took it. Nobody answering at all is `undefined`. */
async function send(message: Message<'page-recognised'>): Promise<void> {
  const answer: unknown = await extensionRuntime()?.sendMessage(message);
  const isTaken = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
  if (!isTaken) throw new Error('not taken');
}

/** Tells the worker. If it does not take it, the page just stays as it is: nothing of ours is on screen yet. */
async function report(payload: PageRecognised): Promise<void> {
  isReporting = true;
  try {
    await send({ kind: 'page-recognised', payload });
    told = JSON.stringify(payload);
  } catch {
    // The worker is starting or the extension is gone: a later look tells it again, or finds the script orphaned.
    failures += 1;
  } finally {
    isReporting = false;
  }
}

function reportOf({ companyId, language, score, isEditable }: RecognisedPage): PageRecognised {
  const pageUser = readPageUser(window);
  return { companyId, locale: language, score: score / 100, document: documentId, isEditable, pageUser };
}

/** Another company, another user, a form that was switched on or off. */
function tellNews(page: PageRecognised): void {
  if (JSON.stringify(page) !== told && !isReporting) void report(page);
}

function look(): Finding {
  if (!extensionIsAlive() || failures === MOST_FAILURES) {
    lifetime.end();
    return 'idle';
  }
  const page = recognise(document, location);
  if (page.kind === 'portal-page') tellNews(reportOf(page));
  return page.kind === 'other' || told !== undefined ? 'idle' : 'watch';
}

/** Asked before each write: a page can change its company without telling anybody. */
function answer(message: unknown): PageNow | undefined {
  return isPageQuestion(message)
    ? { companyId: readCompanyId(document, location), document: documentId }
    : undefined;
}

if (claimFrame('page-agent', lifetime, extensionIsAlive)) {
  answerMessages(lifetime, answer);
  watchPage(window, lifetime, look);
}
