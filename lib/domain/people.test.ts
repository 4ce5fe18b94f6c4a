import { expect, test } from 'vitest';
import { aCallback, actAt, wednesday } from '../../tests/support/unit/entries.ts';
import { editCallback } from './compose.ts';
import { ownerId, peopleSeen, personNamed } from './people.ts';

test('a person is their name, however it is cased and spaced', () => {
  expect(ownerId('  SAM   Agent ')).toBe(ownerId('Sam Agent'));
  expect(ownerId('Sam')).not.toBe(ownerId('Sami'));
  expect(ownerId('I')).toBe('i');
});

test.each<[string, { id: string; name: string } | null]>([
  ['Zoë  Ng', { id: 'zoë ng', name: 'Zoë Ng' }],
  [' \u202E ', null],
  ['', null],
])('%j names %j', (name, person) => {
  expect(personNamed(name)).toEqual(person);
});

test('people are learned from use: owners, who acted, who was given something; the latest first, once each', () => {
  const kim = { id: 'kim', name: 'Kim' };
  const given = editCallback(aCallback(), { owner: kim }, actAt(wednesday + 2, 'Lee'));
  const called = aCallback({
    owner: null,
    updatedAt: wednesday + 9,
    attempts: [
      {
        id: given.id,
        at: wednesday + 9,
        by: personNamed('Max'),
        outcome: null,
        number: null,
        note: '',
        loggedAt: null,
      },
    ],
  });
  const names = peopleSeen([given, called, aCallback({ owner: { id: 'kim', name: 'KIM' } })]).map(
    ({ name }) => name,
  );
  expect(names).toEqual(['Max', 'Kim', 'Sam Agent', 'Lee']);
  expect(peopleSeen([])).toEqual([]);
});
