import { expect, test } from 'vitest';
import { aCallback, idAt, phone, wednesday } from '../../tests/support/unit/entries.ts';
import type { Callback } from './callback.ts';
import { type CallerCandidate, findSameCaller } from './same-caller.ts';

const day = 24 * 3_600_000;
const ana: CallerCandidate = { callerName: 'Ana Villaseñor', phone: phone(), reference: '' };
const other = phone('+442079460018');
const local = (asShown: string) => phone(null, { asShown });

test.each<[string, Partial<CallerCandidate>, Partial<Callback>, string | null]>([
  ['same number, same name', {}, {}, 'same number'],
  ['the name written otherwise', { callerName: 'VILLASENOR,  ana' }, {}, 'same number'],
  ['no name on the one side', { callerName: '' }, {}, 'same number'],
  ['no name on the other', {}, { callerName: '' }, 'same number'],
  ['another name: a switchboard', { callerName: 'Bo Chen' }, {}, 'same number, other name'],
  ['an alternate number', { phone: other }, { alternatePhones: [other] }, 'same number'],
  ['an alternate of the new one', { phone: other, alternatePhones: [phone()] }, {}, 'same number'],
  ['another number', { phone: other }, {}, null],
  ['no number', { phone: null }, {}, null],
  ['another extension, same name', { phone: phone('+14155550132', { extension: '9' }) }, {}, 'same number'],
  [
    'another extension, no name',
    { callerName: '', phone: phone('+14155550132', { extension: '9' }) },
    {},
    'same number, other name',
  ],
  ['numbers nobody vouches for', { phone: local('555 01 32') }, { phone: local('555-0132') }, 'same number'],
  ['too short to be one', { phone: local('5550') }, { phone: local('5550') }, null],
  [
    'same name and account',
    { phone: null, reference: 'inv 1' },
    { reference: 'INV-1' },
    'same name and account',
  ],
  [
    'same account, other name',
    { phone: null, callerName: 'Bo', reference: 'INV-1' },
    { reference: 'INV-1' },
    null,
  ],
  [
    'same account, no name',
    { phone: null, callerName: '', reference: 'INV-1' },
    { reference: 'INV-1', callerName: '' },
    null,
  ],
  ['same name, no account', { phone: null }, {}, null],
  ['completed an hour ago', {}, { status: 'completed', closedAt: wednesday - day / 24 }, 'recently closed'],
  [
    'completed, another name',
    { callerName: 'Bo' },
    { status: 'completed', closedAt: wednesday - day },
    'recently closed',
  ],
  [
    'completed, and the clock set back since',
    {},
    { status: 'completed', closedAt: wednesday + day / 24 },
    'recently closed',
  ],
  ['completed long ago', {}, { status: 'completed', closedAt: wednesday - 14 * day }, null],
])('%s', (_, candidate, entry, sameness) => {
  const found = findSameCaller({ ...ana, ...candidate }, [aCallback(entry)], wednesday);
  expect(found[0]?.sameness ?? null).toBe(sameness);
});

test('the surest comes first, of equals the one touched last', () => {
  const entries = [
    aCallback({ id: idAt(1), status: 'completed', closedAt: wednesday }),
    aCallback({ id: idAt(2), callerName: 'Bo' }),
    aCallback({ id: idAt(3) }),
    aCallback({ id: idAt(4), updatedAt: wednesday + 1 }),
    aCallback({ id: idAt(5), phone: other }),
  ];
  const found = findSameCaller(ana, entries, wednesday);
  expect(found.map(({ callback }) => callback.id)).toEqual([idAt(4), idAt(3), idAt(2), idAt(1)]);
});
