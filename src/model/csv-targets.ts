import type { BulkTarget, Refusal } from './bulk-request.js';
import type { CsvFinding, CsvOutcome } from './csv-match.js';
import type { UnknownValue } from './csv-values.js';
import { asShare, eachInParts, type Work } from './work.js';

/**
 * The contacts of a file, in its order, as a bulk change takes them. A contact about whom the file says two things, or
 * something that this PSA does not have, stays among them with the objection, so that nobody misses them.
 */
export function* csvTargets(findings: readonly CsvFinding[]): Work<BulkTarget[]> {
  const contradicted = new Set<number>();
  const look = eachInParts(findings, ({ outcome }) => {
    if (outcome.kind === 'duplicate' && !outcome.hasSameValues) contradicted.add(outcome.contactId);
  });
  yield* asShare(look, 0, 0.3);
  const targets: BulkTarget[] = [];
  const collect = eachInParts(findings, ({ outcome, values }) => {
    if (outcome.kind !== 'matched' && outcome.kind !== 'value-unknown') return;
    const { contactId } = outcome;
    const objection = contradicted.has(contactId) ? contradiction : objectionOf(outcome);
    const given = Object.keys(values).length === 0 ? {} : { given: values };
    targets.push({ contactId, ...given, ...(objection === undefined ? {} : { objection }) });
  });
  yield* asShare(collect, 0.3, 1);
  return targets;
}

const contradiction: Refusal = { reason: 'csv-contradictory' };

function objectionOf(outcome: CsvOutcome): Refusal | undefined {
  return outcome.kind === 'value-unknown' ? refusalOf(outcome.value) : undefined;
}

function refusalOf({ meaning, text }: UnknownValue): Refusal {
  return { reason: meaning === 'securityLevel' ? 'level-unknown' : 'option-unknown', value: text };
}
