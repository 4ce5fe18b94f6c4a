import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wall } from '../../tests/support/unit/entries.ts';
import { problemOf, readForeign } from '../../tests/support/unit/files.ts';
import { guessDelimiter } from './csv-rows.ts';
import { guessMapping, looksLikeHeader, saysWho } from './foreign-csv.ts';

describe('columns are guessed by their heads', () => {
  test.each([
    ['Contact Name,Phone Number,Subject,Due Date,Assigned To', 'callerName,phone,reason,promisedUntil,owner'],
    ['First name,Last name,Mobile,Notes', 'firstName,lastName,phone,notes'],
    ['Ticket #,Requester,Customer phone number,Created', 'reference,callerName,phone,happenedAt'],
    ['Kunde;Rufnummer;Anliegen;Fällig am;Zuständig', 'callerName,phone,reason,promisedUntil,owner'],
    ['Nom;Téléphone;Motif;Rappel', 'callerName,phone,reason,promisedUntil'],
    ['Nombre;Teléfono;Motivo;Vencimiento', 'callerName,phone,reason,promisedUntil'],
    ['Nome;Telefone;Assunto;Prazo', 'callerName,phone,reason,promisedUntil'],
    ['Nome,Cellulare,Oggetto,Scadenza', 'callerName,phone,reason,promisedUntil'],
    ['Naam,Telefoonnummer,Reden,Terugbellen', 'callerName,phone,reason,promisedUntil'],
    ['氏名,電話番号,用件,期限', 'callerName,phone,reason,promisedUntil'],
    ['Name,Phone,Phone 2,E-mail', 'callerName,phone,otherPhone,'],
    ['x,y,z', ',,'],
  ])('%s', (header, fields) => {
    const cells = header.split(/[,;]/);
    expect(guessMapping(cells, []).join()).toBe(fields);
    expect(looksLikeHeader(cells)).toBe(header !== 'x,y,z');
  });

  test('a column of numbers is found without a head, dates are not taken for one', () => {
    const rows = [
      ['2026-03-11', 'Ana', '+1 415 555 0132'],
      ['2026-03-12', 'Bo', "'+14155550133"],
    ];
    expect(guessMapping(['a', 'b', 'c'], rows)).toEqual([null, null, 'phone']);
  });

  test('without a name or a number nobody can be called', () => {
    expect(saysWho(['reason', null])).toBe(false);
    expect(saysWho(['reason', 'lastName'])).toBe(true);
  });
});

test.each([
  ['a;b;c\n1;2;3\n', ';'],
  ['a\tb\n1\t2\n', '\t'],
  ['a,b\n"1;2",3\n', ','],
])('%j is parted by %j', (text, delimiter) => {
  expect(guessDelimiter(text)).toBe(delimiter);
});

describe('a row of another tool', () => {
  const entryOf = async (text: string) => {
    const { entries, refused } = await readForeign(text);
    expect(refused).toEqual([]);
    return entries[0]?.callback;
  };

  test('becomes a callback', async () => {
    const callback = await entryOf(
      'Name,Phone,Phone 2,Subject,Notes,Owner,Ticket,Due,Created\nAna Lee,(415) 555-0132,415 555 0133 x9,Boiler,gate 12,Zoë,T-1,12.03.2026 16:00,2026-03-11T09:00:00Z\n',
    );
    expect(callback).toMatchObject({
      callerName: 'Ana Lee',
      phone: { e164: '+14155550132' },
      alternatePhones: [{ e164: '+14155550133', extension: '9' }],
      reason: 'Boiler',
      reasonConfirmed: true,
      notes: 'gate 12',
      owner: { name: 'Zoë' },
      reference: 'T-1',
      kind: 'promised',
      status: 'needs call',
    });
    expect(wall(callback?.promise?.until ?? null)).toBe('2026-03-12 16:00');
    expect(wall(callback?.happenedAt ?? null)).toBe('2026-03-11 10:00');
    expect(callback?.history).toMatchObject([{ what: 'created', by: 'Sam Agent' }]);
  });

  test('may tell little: what is missing is filled in or left empty', async () => {
    expect(await entryOf("First name,Last name,Phone\nAna,Lee,'+14155550132\n")).toMatchObject({
      callerName: 'Ana Lee',
      phone: { e164: '+14155550132' },
      reason: 'stand-in',
      reasonConfirmed: false,
      promise: null,
      owner: null,
    });
  });

  test('with a day for a deadline is due when that day’s work ends', async () => {
    const callback = await entryOf('Name,Due\nAna,2026-03-12\n');
    expect(wall(callback?.promise?.until ?? null)).toBe('2026-03-12 18:00');
  });

  test.each([
    ['Closed', 'completed'],
    ['erledigt', 'completed'],
    ['Done - verified', 'completed'],
    ['left message', 'left message'],
    ['cancelled', 'no longer needed'],
    ['not done', 'needs call'],
    ['whatever', 'needs call'],
    ['', 'needs call'],
  ])('with the status "%s" is "%s"', async (word, status) => {
    expect(await entryOf(`Name,Status\nAna,${word}\n`)).toMatchObject({ status });
  });
});

test('rows that cannot be taken are told with number and reason, empty ones are passed over', async () => {
  const { entries, refused, refusedCount } = await readForeign(
    'Name,Phone,Due\nAna,,soon\n,,\n,n/a,\n"Bo" x",1,\nCy,5550132,2026-02-30\nDi,5550132,\n',
  );
  expect(refused).toEqual([
    { row: 2, code: 'time', detail: 'soon' },
    { row: 4, code: 'no-name-or-number', detail: '' },
    { row: 5, code: 'details', detail: '"' },
    { row: 6, code: 'time', detail: '2026-02-30' },
  ]);
  expect(refusedCount).toBe(4);
  expect(entries.map(({ row }) => row)).toEqual([7]);
});

test('without a header the first row is a row', async () => {
  const { entries } = await readForeign('Ana,4155550132\nBo,4155550133\n', {
    hasHeader: false,
    mapping: ['callerName', 'phone'],
  });
  expect(entries.map(({ row, callback }) => [row, callback.callerName])).toEqual([
    [1, 'Ana'],
    [2, 'Bo'],
  ]);
});

test('any text is read or refused, never anything else', async () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('1/2/2026', '99:99', '+1', '='.repeat(9), '2026-13-45T99:00Z'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { maxLength: 12 }), async (cells) => {
      const text = `Name,Phone,Due,Created,Status,Kind\n${cells.join(',')}\n`;
      expect(await problemOf(readForeign(text))).toMatch(/^(none|open-quote \d+)$/);
    }),
    { numRuns: 300 },
  );
});
