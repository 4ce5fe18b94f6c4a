import { setTimeout as pause } from 'node:timers/promises';

/** How long a condition may take, and how often it is looked at. */
export interface Patience {
  /**
   * Milliseconds until it is given up. Half a minute unless a limit is what the test is about: on a busy
   * machine a window manager alone has taken more than ten seconds to start.
   */
  within?: number;
  /** Milliseconds between two looks. */
  every?: number;
}

const nothing = new Set<unknown>([undefined, null, false]);

/**
 * Looks until `probe` gives something, and says what it waited for when the time is up. A probe that
 * throws counts as "not yet": pages are replaced and workers restart while they are looked at.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  { within = 30_000, every = 50 }: Patience = {},
): Promise<T> {
  const deadline = Date.now() + within;
  let last = '';
  for (;;) {
    try {
      const found = await probe();
      if (!nothing.has(found)) return found as T;
      last = '';
    } catch (error) {
      last = ` (last: ${reasonOf(error)})`;
    }
    if (Date.now() >= deadline) throw new Error(`waited ${within / 1000} s for ${what}${last}`);
    await pause(every);
  }
}

/** Rejects with a plain reason when `promise` takes longer than `within` milliseconds. */
export async function bounded<T>(what: string, promise: Promise<T>, within: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${within / 1000} s`)), within);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The first line of an error, for a one-line message. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}
