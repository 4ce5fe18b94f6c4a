import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { aDatabase } from '../../tests/support/unit/database.ts';
import type { Callback } from '../domain/callback.ts';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { hearOfTeam, type TeamMarks } from './team-live.ts';

/** A page of a team, with a background one can end and a clock one can move. */
async function aPage() {
  let now = 0;
  let later: { at: number; act: () => void }[] = [];
  const cuts: (() => void)[] = [];
  await hearOfTeam({
    repositories: aDatabase(),
    session: createMemoryStorage(),
    marks: signal<TeamMarks | null>(null),
    open: signal<Callback[]>([]),
    look: vi.fn(),
    every: () => {},
    after: (ms, act) => void later.push({ at: now + ms, act }),
    holdLine: (onCut) => void cuts.push(onCut),
    onTaken: () => {},
  });
  return {
    /** How often the background was started. */
    started: () => cuts.length,
    end: () => cuts.at(-1)?.(),
    pass(ms: number) {
      now += ms;
      const due = later.filter(({ at }) => at <= now);
      later = later.filter(({ at }) => at > now);
      for (const { act } of due) act();
    },
  };
}

test('a background that is ended is started again at once by the page that shows the list', async () => {
  const page = await aPage();
  expect(page.started()).toBe(1);
  for (const times of [2, 3, 4]) {
    page.pass(30_000);
    page.end();
    page.pass(0);
    expect(page.started()).toBe(times);
  }
});

test('one that ends as soon as it starts is not started over and over', async () => {
  const page = await aPage();
  page.pass(100);
  page.end();
  page.pass(4_000);
  expect(page.started()).toBe(1);
  page.pass(1_000);
  expect(page.started()).toBe(2);
});
