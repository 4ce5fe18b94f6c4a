import { describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import { createBusyMarks } from './busy.ts';

function marks() {
  const clock = { now: 10_000_000 };
  const session = createMemoryStorage();
  let writes = 0;
  session.onChange(() => {
    writes += 1;
  });
  return { clock, writes: () => writes, ...createBusyMarks(session, () => clock.now) };
}

describe('what the agent is in the middle of', () => {
  it('is nothing to begin with', async () => {
    expect(await marks().isBusy()).toBe(false);
  });

  it('is typing for half a minute', async () => {
    const { clock, noteTyping, isBusy } = marks();
    await noteTyping();
    expect(await isBusy()).toBe(true);
    clock.now += 30_000;
    expect(await isBusy()).toBe(false);
  });

  it('is not written down at every key', async () => {
    const { clock, writes, noteTyping } = marks();
    for (let key = 0; key < 100; key++, clock.now += 100) await noteTyping();
    expect(writes()).toBe(2);
  });

  it('is a call until it ends, an hour at most', async () => {
    const { clock, markCall, isBusy } = marks();
    await markCall(true);
    clock.now += 59 * 60_000;
    expect(await isBusy()).toBe(true);
    await markCall(false);
    expect(await isBusy()).toBe(false);
    await markCall(true);
    clock.now += 60 * 60_000;
    expect(await isBusy()).toBe(false);
  });

  it('is not what a clock set back makes of it', async () => {
    const { clock, noteTyping, markCall, isBusy } = marks();
    await noteTyping();
    await markCall(true);
    clock.now -= 5 * 60 * 60_000;
    expect(await isBusy()).toBe(false);
  });
});
