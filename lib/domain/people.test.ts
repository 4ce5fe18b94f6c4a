import { describe, expect, test } from 'vitest';
import { aCallback, actAt, idAt, wednesday } from '../../tests/support/unit/entries.ts';
import { editCallback } from './compose.ts';
import { labelOf, ownerId, ownerNamed, peopleSeen, personNamed, withPresentNames } from './people.ts';

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

describe('in a team', () => {
  const chris = { id: '01890a5d-ac96-774b-bcce-b302099a8057', name: 'Chris' };
  const namesake = { id: '01890a5d-ac96-774b-bcce-b302099a9999', name: 'chris' };
  const alex = { id: '01890a5d-ac96-774b-bcce-b302099a8058', name: 'Alex' };

  test('a typed name is the member called so, and somebody else only where nobody is', () => {
    const members = [chris, alex];
    expect(ownerNamed(' ALEX ', members, chris)).toEqual(alex);
    expect(ownerNamed('Robin', members, chris)).toEqual({ id: 'robin', name: 'Robin' });
    expect(ownerNamed('  ', members, chris)).toBeNull();
    expect(ownerNamed('Alex', [], null)).toEqual({ id: 'alex', name: 'Alex' });
  });

  test('of two with one name each is told apart by the label, and the name alone is the agent', () => {
    const members = [chris, namesake, alex];
    expect(members.map((member) => labelOf(member, members))).toEqual([
      'Chris (8057)',
      'chris (9999)',
      'Alex',
    ]);
    for (const member of members) {
      expect(ownerNamed(labelOf(member, members), members, alex)).toEqual(member);
    }
    expect(ownerNamed('Chris', members, namesake)).toEqual(namesake);
  });
});

test('an entry is given with its owner’s present name as one object, however often: rows are told apart by it', () => {
  const kim = { id: idAt(70), name: 'Kim' };
  const named = withPresentNames([{ ...kim, name: 'Kim Sol' }]);
  const entry = aCallback({ owner: kim });
  expect(named(entry).owner?.name).toBe('Kim Sol');
  expect(named(entry)).toBe(named(entry));
  expect(named({ ...entry })).not.toBe(named(entry));
  const other = aCallback({ owner: null });
  expect(named(other)).toBe(other);
});
