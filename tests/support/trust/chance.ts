/** Chance that comes out the same again for the same seed. */
export interface Chance {
  /** A number from 0 up to, not with, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
}

/** `SOAK_SEED` where it is set, else one of this moment. */
export function seedOfRun(): number {
  const set = Number(process.env.SOAK_SEED);
  return Number.isInteger(set) && set > 0 ? set : Date.now() % 2_147_483_647;
}

/** Chance by mulberry32, small and good enough to spread moments (https://github.com/bryc/code, PRNGs). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[number],
  };
}
