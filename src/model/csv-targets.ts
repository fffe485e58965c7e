import type { BulkTarget, Refusal } from './bulk-request.js';
import type { CsvFinding, CsvOutcome } from './csv-match.js';
import type { UnknownValue } from './csv-values.js';

/**
 * The contacts of a file, in its order, as a bulk change takes them. A contact about whom the file says two things, or
 * something that this PSA does not have, stays among them with the objection, so that nobody misses them.
 */
export function csvTargets(findings: readonly CsvFinding[]): BulkTarget[] {
  const contradicted = new Set(
    findings.flatMap(({ outcome }) =>
      outcome.kind === 'duplicate' && !outcome.hasSameValues ? [outcome.contactId] : [],
    ),
  );
  return findings.flatMap(({ outcome, values }) => {
    if (outcome.kind !== 'matched' && outcome.kind !== 'value-unknown') return [];
    const { contactId } = outcome;
    const objection = contradicted.has(contactId) ? contradiction : objectionOf(outcome);
    const given = Object.keys(values).length === 0 ? {} : { given: values };
    return [{ contactId, ...given, ...(objection === undefined ? {} : { objection }) }];
  });
}

const contradiction: Refusal = { reason: 'csv-contradictory' };

function objectionOf(outcome: CsvOutcome): Refusal | undefined {
  return outcome.kind === 'value-unknown' ? refusalOf(outcome.value) : undefined;
}

function refusalOf({ meaning, text }: UnknownValue): Refusal {
  return { reason: meaning === 'securityLevel' ? 'level-unknown' : 'option-unknown', value: text };
}
