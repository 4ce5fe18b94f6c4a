import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { aDatabase } from '../../tests/support/unit/database.ts';
import { aCallback } from '../../tests/support/unit/entries.ts';
import type { Callback } from '../domain/callback.ts';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createLiveFile } from '../team/live-file.ts';
import { neverSynced } from '../team/sync/integrate.ts';
import { hearOfTeam, type TeamMarks } from './team-live.ts';

/** A page of a team, with a background one can end and a clock one can move. */
async function aPage() {
  let now = 0;
  let later: { at: number; act: () => void }[] = [];
  const cuts: (() => void)[] = [];
  const repositories = aDatabase();
  const session = createMemoryStorage();
  const marks = signal<TeamMarks | null>(null);
  const open = signal<Callback[]>([]);
  const taken: string[] = [];
  await hearOfTeam({
    repositories,
    session,
    marks,
    open,
    look: vi.fn(),
    every: () => {},
    after: (ms, act) => void later.push({ at: now + ms, act }),
    holdLine: (onCut) => void cuts.push(onCut),
    onTaken: ({ callerName }, by) => taken.push(`${by} has ${callerName}`),
  });
  return {
    repositories,
    marks,
    open,
    taken,
    live: createLiveFile(session),
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
  page.pass(0);
  // It may have run for an hour before this page was opened.
  expect(page.started()).toBe(2);
  for (const times of [2, 3]) {
    page.pass(100);
    page.end();
    page.pass(4_000);
    expect(page.started()).toBe(times);
    page.pass(1_000);
    expect(page.started()).toBe(times + 1);
  }
});

test('an entry counts as with the team once the server has acknowledged all of it, and no sooner', async () => {
  const { repositories, marks } = await aPage();
  const { id } = aCallback();
  const saved = () => marks.value?.isSaved(id);
  await repositories.team.join({ teamId: 'acme', clientId: 'me', share: false });
  await repositories.callbacks.add([aCallback()]);
  await vi.waitFor(() => expect(saved()).toBe(false));
  const acknowledge = async (revision: number) => {
    const { outbox } = await repositories.team.held(id);
    const synced = { ...neverSynced(id), revision, n: revision };
    await repositories.team.rewrite([id], () => ({ synced, done: outbox.map(({ seq }) => seq) }));
  };
  await acknowledge(1);
  await vi.waitFor(() => expect(saved()).toBe(true));
  await repositories.callbacks.update(id, (stored) => ({ ...stored, notes: 'more' }));
  await vi.waitFor(() => expect(saved()).toBe(false));
  await acknowledge(2);
  await vi.waitFor(() => expect(saved()).toBe(true));
});

test('who lost an entry to somebody is told once, also where the list comes later', async () => {
  const { open, taken, live } = await aPage();
  const entry = aCallback({ callerName: 'Dana Lee' });
  await live.tellTaken([{ callbackId: entry.id, name: 'Alex', at: 1 }]);
  expect(taken).toEqual([]);
  open.value = [entry];
  await vi.waitFor(() => expect(taken).toEqual(['Alex has Dana Lee']));
  await live.tellTaken([{ callbackId: entry.id, name: 'Robin', at: 2 }]);
  await vi.waitFor(() => expect(taken).toEqual(['Alex has Dana Lee', 'Robin has Dana Lee']));
});
