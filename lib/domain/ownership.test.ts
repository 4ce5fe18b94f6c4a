import { expect, test } from 'vitest';
import { aCallback, actAt, wednesday } from '../../tests/support/unit/entries.ts';
import { editCallback } from './compose.ts';
import { concerns, handovers, matchesOwner, type OwnerFilter, ownerFilters } from './ownership.ts';

const sam = { id: 'sam', name: 'Sam' };
const kim = { id: 'kim', name: 'Kim' };

test.each([
  ['mine', sam, sam, ['mine', 'all']],
  ['under the name I had before', { id: 'sam', name: 'SAM' }, sam, ['mine', 'all']],
  ['a colleague’s', kim, sam, ['all']],
  ['nobody’s', null, sam, ['no owner', 'all']],
  ['nobody’s, and I have no name', null, null, ['no owner', 'all']],
  ['somebody’s, and I have no name', kim, null, ['all']],
])('%s', (_, owner, me, shownBy) => {
  const shows = (filter: OwnerFilter) => matchesOwner(aCallback({ owner }), filter, me);
  expect(ownerFilters.filter(shows)).toEqual(shownBy);
});

test('every change of owner is a handover: who gave it to whom and when', () => {
  const taken = editCallback(aCallback({ owner: null }), { owner: sam }, actAt(wednesday, 'Sam'));
  const same = editCallback(taken, { owner: sam, notes: 'x' }, actAt(wednesday + 1, 'Sam'));
  const given = editCallback(same, { owner: kim }, actAt(wednesday + 2, 'Sam'));
  const dropped = editCallback(given, { owner: null }, actAt(wednesday + 3, 'Kim'));
  expect(handovers(dropped)).toEqual([
    { from: null, to: 'Sam', by: 'Sam', at: wednesday },
    { from: 'Sam', to: 'Kim', by: 'Sam', at: wednesday + 2 },
    { from: 'Kim', to: null, by: 'Kim', at: wednesday + 3 },
  ]);
});

test('alone every entry concerns the agent; in a team their own and nobody’s', () => {
  const [me, other] = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058'];
  const owned = (id: string | null) => ({ owner: id === null ? null : { id, name: 'Chris' } });
  expect([owned(me), owned(other), owned(null)].map((entry) => concerns(entry, ''))).toEqual([
    true,
    true,
    true,
  ]);
  expect([owned(me), owned(other), owned(null)].map((entry) => concerns(entry, me))).toEqual([
    true,
    false,
    true,
  ]);
});
