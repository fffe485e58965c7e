import { describe, expect, it } from 'vitest';
import { assignColumn, ContactIndex, finish, recogniseColumns } from '../../src/model/index.js';
import { contactRow } from './arbitraries.js';

const index = new ContactIndex([
  contactRow({ contact: { id: 7 } }),
  contactRow({ contact: { id: 8, firstName: 'Jörg', lastName: 'Öz', email: 'j.oez@oberdorf.example' } }),
]);

const recognise = (...records: readonly string[][]) =>
  finish(
    recogniseColumns(
      records.map((cells, at) => ({ line: at + 1, cells })),
      index,
    ),
  );

describe('the columns of a CSV file', () => {
  it.each([
    [['Contact ID', 'E-mail', 'First Name', 'last_name', 'Username', 'Security Level']],
    [['Kontakt-ID', 'E-Mail-Adresse', 'Vorname', 'Nachname', 'Benutzername', 'Zugriffsrecht']],
  ])('are recognised by their headings %j', (headings) => {
    const columns = ['contactId', 'email', 'firstName', 'lastName', 'userName', 'securityLevel'];
    expect(recognise(headings, ['7'])).toEqual({ hasHeader: true, columns });
  });

  it('are used once each, the surest heading first, and unknown ones not at all', () => {
    expect(recognise(['Contact', 'Name', 'Telefon', 'Name', 'DATUMSFORMAT']).columns).toEqual([
      null,
      'name',
      null,
      null,
      'dateFormat',
    ]);
  });

  it('without headings are recognised by what stands in them', () => {
    expect(recognise(['x@y.example', 'Adler, Mareike', '7'], ['z@y.example', 'Öz, Jörg', '8'])).toEqual({
      hasHeader: false,
      columns: ['email', 'name', 'contactId'],
    });
    expect(recognise(['m.adler@nordlicht.example'])).toEqual({ hasHeader: false, columns: ['email'] });
  });

  it('under headings in another language too', () => {
    expect(recognise(['Numéro', 'Courriel'], ['1', 'x@y.example'], ['2', ''])).toEqual({
      hasHeader: true,
      columns: [null, 'email'],
    });
  });

  it('of records that are longer than the first one are there too, and an empty file has none', () => {
    expect(recognise(['e-mail'], ['a', 'b', 'c']).columns).toEqual(['email', null, null]);
    expect(recognise()).toEqual({ hasHeader: false, columns: [] });
  });

  it('can be given another meaning, which nobody else has then', () => {
    expect(assignColumn(['email', null, 'name'], 1, 'email')).toEqual([null, 'email', 'name']);
    expect(assignColumn(['email', null], 0, null)).toEqual([null, null]);
  });
});
