import { expect, test } from 'vitest';
import { aPage, candidate, chosen, row } from '../../tests/support/unit/capture.ts';
import { wednesday } from '../../tests/support/unit/entries.ts';
import { otherCallers } from './other-callers.ts';

const page = (callers: ReturnType<typeof row>[]) =>
  aPage({
    name: chosen(candidate('Dana Lee')),
    phone: chosen({ ...candidate('(415) 555-0132'), e164: '+14155550132' }),
    callers,
  });

test('calls of others are offered beside a caller; their own, those answered and rows without a call are not', () => {
  const other = row('Ana', '+14155550177', wednesday);
  const unknown = row(null, '+14155550199', wednesday);
  const missed = { ...row('Cy', '+14155550188'), missed: true };
  const rows = [
    other,
    unknown,
    missed,
    row(null, '+14155550132', wednesday),
    row('dana lee ', '+14155550100', wednesday),
    { ...row('Di', '+14155550111', wednesday), missed: false },
    { ...row('One of an account’s people', '+14155550122'), missed: null },
  ];
  expect(otherCallers(page(rows))).toEqual([other, unknown, missed]);
});

test('a caller without a number is told from others without one by name alone; a row that names nobody is no call of anybody', () => {
  const others = [row('Ana', null, wednesday), row('Cy', '+14155550188', wednesday)];
  const rows = [...others, row('Dana Lee', null, wednesday), row(null, null, wednesday)];
  expect(otherCallers({ ...page(rows), phone: chosen() })).toEqual(others);
});
