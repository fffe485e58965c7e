import { describe, expect, it } from 'vitest';
import { csvTargets, finish, type CsvFinding, type CsvOutcome } from '../../src/model/index.js';

const finding = (line: number, outcome: CsvOutcome, values = {}): CsvFinding => ({ line, outcome, values });
const matched = (contactId: number): CsvOutcome => ({ kind: 'matched', contactId, by: 'email' });

describe('the contacts of a file', () => {
  it('are those that were found, with what the file says about their accounts', () => {
    const findings = [
      finding(2, matched(7), { userName: 'm.adler' }),
      finding(3, { kind: 'unknown', reason: 'not-found' }),
      finding(4, { kind: 'ambiguous', candidates: [8, 9] }),
      finding(5, matched(8)),
      finding(6, { kind: 'duplicate', contactId: 8, firstLine: 5, hasSameValues: true }),
    ];
    expect(finish(csvTargets(findings))).toEqual([
      { contactId: 7, given: { userName: 'm.adler' } },
      { contactId: 8 },
    ]);
  });

  it('come with an objection where the file says two things, or nothing that the PSA knows', () => {
    const value = { meaning: 'securityLevel', text: 'Mangaer' } as const;
    const format = { meaning: 'dateFormat', text: 'x' } as const;
    const findings = [
      finding(2, matched(7), { securityLevel: 1 }),
      finding(
        3,
        { kind: 'duplicate', contactId: 7, firstLine: 2, hasSameValues: false },
        { securityLevel: 2 },
      ),
      finding(4, { kind: 'value-unknown', contactId: 8, value }),
      finding(5, { kind: 'value-unknown', contactId: 9, value: format }),
    ];
    expect(finish(csvTargets(findings)).map(({ objection }) => objection)).toEqual([
      { reason: 'csv-contradictory' },
      { reason: 'level-unknown', value: 'Mangaer' },
      { reason: 'option-unknown', value: 'x' },
    ]);
  });
});
