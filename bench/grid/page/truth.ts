import type { ContactRow } from '../../../src/model/index.js';
import { QUERY } from '../contacts.js';
import { holds, peerRow } from '../peer-row.js';
import type { RowTexts } from './geometry.js';

/** What a grid must show: how many rows, and those at both ends. */
export interface View {
  readonly count: number;
  readonly top: readonly RowTexts[];
  readonly bottom: readonly RowTexts[];
}

/** What is right after each step, worked out without any of the grids. */
export interface Truth {
  readonly arrival: View;
  readonly name: View;
  readonly ascending: View;
  readonly descending: View;
  readonly filtered: View;
  /** Places in the order of arrival of the contacts that change; among them both ends of `descending`. */
  readonly changing: readonly number[];
}

/** More than the rows that are ever seen at once. */
const ENDS = 30;
const CHANGES = 1000;

export function truthOf(contacts: readonly ContactRow[]): Truth {
  const collator = new Intl.Collator('en');
  const texts = contacts.map(textsOf);
  const text = (index: number): RowTexts => texts[index] ?? { name: '', email: '', title: '' };
  const arrival = contacts.map((_contact, index) => index);
  const byName = arrival.toSorted((one, other) => collator.compare(text(one).name, text(other).name));
  const ascending = arrival.toSorted((one, other) => collator.compare(text(one).email, text(other).email));
  const descending = ascending.toReversed();
  const filtered = descending.filter((index) => isFound(contacts[index]));
  const view = (order: readonly number[]): View => ({
    count: order.length,
    top: order.slice(0, ENDS).map(text),
    bottom: order.slice(-2).map(text),
  });
  return {
    arrival: view(arrival),
    name: view(byName),
    ascending: view(ascending),
    descending: view(descending),
    filtered: view(filtered),
    changing: spread(descending),
  };
}

export function textsOf(contact: ContactRow): RowTexts {
  const { name, email, title } = peerRow(contact);
  return { name, email, title };
}

function isFound(contact: ContactRow | undefined): boolean {
  return contact !== undefined && holds(peerRow(contact), QUERY);
}

/** The first rows, which are seen, then some all over the list, and the last ones. */
function spread(order: readonly number[]): number[] {
  const middle = order.slice(ENDS, -2);
  const stride = middle.length / (CHANGES - ENDS - 2);
  const some = Array.from({ length: CHANGES - ENDS - 2 }, (_none, step) => middle[Math.floor(step * stride)]);
  return [...order.slice(0, ENDS), ...some, ...order.slice(-2)].filter((index) => index !== undefined);
}
