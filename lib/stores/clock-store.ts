import { type ReadonlySignal, signal } from '@preact/signals';

/** The time on the screen: one signal that everything shown "in 25 min" is computed from. */
export interface ClockStore {
  /** Epoch ms, moved on every few seconds. */
  now: ReadonlySignal<number>;
  /** The agent's IANA zone, read anew with each tick: laptops travel. */
  zone: ReadonlySignal<string>;
  /** Moves it on at once, for what is done now: a promise counted from now is not to look a minute longer. */
  look(): number;
  stop(): void;
}

export interface ClockDeps {
  now: () => number;
  zone: () => string;
  /** Runs `tick` every `ms`; gives what stops it. */
  every: (ms: number, tick: () => void) => () => void;
}

/** Due times are shown in minutes; a point in time turns late after one minute. */
const tickMs = 5_000;

export function createClockStore(deps: ClockDeps): ClockStore {
  const now = signal(deps.now());
  const zone = signal(deps.zone());
  const look = () => {
    now.value = deps.now();
    zone.value = deps.zone();
    return now.value;
  };
  const stop = deps.every(tickMs, look);
  return { now, zone, look, stop };
}
