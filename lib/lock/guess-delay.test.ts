import { expect, test } from 'vitest';
import { guessWait } from './guess-delay.ts';

test('the first slips cost nothing, then each wrong passcode doubles the wait, up to a minute', () => {
  const waits = [0, 1, 2, 3, 4, 5, 9, 20, 1_000].map((failures) => guessWait({ failures, lastAt: 5 }, 5));
  expect(waits).toEqual([0, 0, 0, 1_000, 2_000, 4_000, 60_000, 60_000, 60_000]);
});

test('the wait runs out', () => {
  const guesses = { failures: 5, lastAt: 10_000 };
  expect(guessWait(guesses, 11_000)).toBe(3_000);
  expect(guessWait(guesses, 14_000)).toBe(0);
  expect(guessWait(guesses, 99_000)).toBe(0);
});

test('a clock set back makes it no longer than it is', () => {
  expect(guessWait({ failures: 5, lastAt: 9e12 }, 1_000)).toBe(4_000);
});
