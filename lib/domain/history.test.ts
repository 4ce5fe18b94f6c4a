import { expect, test } from 'vitest';
import { actAt, countingIds, wednesday } from '../../tests/support/unit/entries.ts';
import { limits } from './callback.ts';
import { addHistory, historyItem, historyOf } from './history.ts';

const act = actAt(wednesday, 'Sam', countingIds());
const item = (what: 'created' | 'changed', to: string) => historyItem(what, null, to, act);

test('a full history loses its oldest item, never how the entry began', () => {
  const full = [
    item('created', ''),
    ...Array.from({ length: limits.history - 1 }, (_, n) => item('changed', `${n}`)),
  ];
  const next = addHistory(full, item('changed', 'new'), item('changed', 'newer'));
  expect(next).toHaveLength(limits.history);
  expect(next.slice(0, 2).map(({ what, to }) => [what, to])).toEqual([
    ['created', ''],
    ['changed', '2'],
  ]);
  expect(next.at(-1)?.to).toBe('newer');
});

test('long texts are kept short, and what happened can be asked for', () => {
  const history = [item('created', ''), item('changed', 'x'.repeat(9_999))];
  expect(history[1]?.to).toHaveLength(500);
  expect(historyOf({ history }, 'changed')).toEqual([history[1]]);
});
