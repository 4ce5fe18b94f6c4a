import { expect, test } from 'vitest';
import { aCallback, dayRules, idAt, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { teamReviewOf } from './team-review.ts';

const chris = { id: '01890a5d-ac96-774b-bcce-b302099a8057', name: 'Chris' };
const alex = { id: '01890a5d-ac96-774b-bcce-b302099a8058', name: 'Alex' };
const gone = { id: '01890a5d-ac96-774b-bcce-b302099a8059', name: 'Robin' };
const late = promise(wednesday - 3_600_000);

test('nobody’s entries come first, then those of who has left, then the members, the latest of them first', () => {
  let place = 0;
  const entry = (owner: typeof chris | null, changes = {}) => {
    place += 1;
    return aCallback({ id: idAt(place), owner, ...changes });
  };
  const groups = teamReviewOf(
    [
      entry(alex),
      entry(chris, { promise: late }),
      entry({ ...chris, name: 'Christopher' }),
      entry(gone, { promise: late }),
      entry(null),
      entry({ id: 'sam', name: 'Sam' }),
    ],
    [alex, chris],
    dayRules(),
    wednesday,
  );
  expect(
    groups.map(({ standing, name, entries, overdue }) => [standing, name, entries.length, overdue]),
  ).toEqual([
    ['nobody', '', 1, 0],
    ['gone', 'Robin', 1, 1],
    ['gone', 'Sam', 1, 0],
    ['member', 'Chris', 2, 1],
    ['member', 'Alex', 1, 0],
  ]);
  expect(teamReviewOf([], [alex], dayRules(), wednesday)).toEqual([]);
});
