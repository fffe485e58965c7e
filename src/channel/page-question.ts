/** What the worker asks a frame's page agent before it writes: which company does your page show right now? */
export const pageQuestion = { question: 'which-company' } as const;
export type PageQuestion = typeof pageQuestion;

/** By hand, not by a schema: the page agent runs in every frame of the PSA and carries no library. */
export function isPageQuestion(message: unknown): message is PageQuestion {
  return (
    typeof message === 'object' &&
    message !== null &&
    'question' in message &&
    message.question === pageQuestion.question
  );
}
