/** Slips of the finger cost nothing; from then on each wrong passcode doubles the wait. */
const freeGuesses = 3;
const longestWait = 60_000;

/** Wrong passcodes in a row, and when the last one was tried, epoch ms. */
export interface Guesses {
  failures: number;
  lastAt: number;
}

/** Milliseconds until the next passcode may be tried. A clock that was set back frees nobody and traps nobody. */
export function guessWait({ failures, lastAt }: Guesses, now: number): number {
  if (failures < freeGuesses) return 0;
  const wait = Math.min(longestWait, 1_000 * 2 ** (failures - freeGuesses));
  return Math.min(wait, Math.max(0, lastAt + wait - now));
}
