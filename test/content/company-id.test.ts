import { describe, expect, it } from 'vitest';
import { companyIdIn } from '../../src/content/psa/company-id.js';

const idIn = (query: string) => companyIdIn(new URLSearchParams(query));

describe("the company's id in an address", () => {
  it.each([
    ['accountId=42', 42],
    ['ACCOUNTID=42', 42],
    ['companyId=42', 42],
    ['organizationId=42', 42],
    ['objectID=42', 42],
    ['ids[0]=42', 42],
    ['ids%5B0%5D=42', 42],
    ['id=42', 42],
    ['accountId=0', 0],
    ['id=7&accountId=42', 42],
    ['accountId=&id=7', 7],
  ])('%s', (query, id) => {
    expect(idIn(query)).toBe(id);
  });

  it.each([
    '',
    'accountId=',
    'accountId=-1',
    'accountId=4.2',
    'accountId=abc',
    'ticketId=42',
    'accountId=1e3',
  ])('is none in "%s"', (query) => {
    expect(idIn(query)).toBeNull();
  });
});
