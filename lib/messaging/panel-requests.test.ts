import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anyValue, nearly } from '../../tests/support/unit/hostile.ts';
import { createMemoryStorage } from '../platform/memory-storage.ts';
import type { createPanelRequests as Create, NewPanelRequest } from './panel-requests.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

let createPanelRequests: typeof Create;
beforeEach(async () => {
  ({ createPanelRequests } = await import('./panel-requests.ts'));
});

const show: NewPanelRequest = {
  type: 'show',
  windowId: 1,
  callbackId: '019a0000-0000-7000-8000-000000000001',
  focus: 'entry',
};
const capture: NewPanelRequest = {
  type: 'capture',
  windowId: 1,
  how: 'dropped',
  tabId: 7,
  frames: [{ text: 'Dana' }],
};

function requests(area = createMemoryStorage()) {
  const clock = { now: 1_000_000 };
  return { area, clock, ...createPanelRequests(area, () => clock.now) };
}

describe('requests for a panel', () => {
  it('wait until its window takes them, oldest first, once', async () => {
    const { post, take, clock } = requests();
    await post(capture);
    clock.now += 1000;
    await post(show);
    await post({ ...show, windowId: 2 });
    expect((await take(1)).map(({ type }) => type)).toEqual(['capture', 'show']);
    expect(await take(1)).toEqual([]);
    expect(await take(2)).toHaveLength(1);
  });

  it('keep what the page gave as it is', async () => {
    const { post, take } = requests();
    await post({ ...capture, selection: 'Dana', refused: 'no-access', frames: null });
    expect(await take(1)).toMatchObject([{ selection: 'Dana', refused: 'no-access', frames: null }]);
  });

  it('are dropped where no panel opened in time', async () => {
    const { post, take, clock, area } = requests();
    await post(capture);
    clock.now += 3 * 60_000;
    expect(await take(1)).toEqual([]);
    expect(await area.getAll()).toEqual({});
  });

  it('that are none of ours are thrown away', async () => {
    const { take, area } = requests();
    await area.set('panel-request:1', { type: 'erase', windowId: 1 });
    await area.set('lastTypedAt', 5);
    expect(await take(1)).toEqual([]);
    expect(await area.getAll()).toEqual({ lastTypedAt: 5 });
  });

  it('of a page too large to hand over say so', async () => {
    const area = createMemoryStorage();
    const full = {
      ...area,
      set: async (key: string, value: unknown) => {
        if (JSON.stringify(value).length > 500) throw new Error('QUOTA_BYTES quota exceeded');
        await area.set(key, value);
      },
    };
    const { post, take } = requests(full);
    await post({ ...capture, frames: ['x'.repeat(1000)] });
    expect(await take(1)).toMatchObject([{ how: 'dropped', frames: null, refused: 'failed' }]);
  });

  it('are told to the panel that is open', async () => {
    const { post, take, onRequest } = requests();
    let told = 0;
    const stop = onRequest(1, () => {
      told += 1;
    });
    await post({ ...show, windowId: 2 });
    await post(show);
    await take(1);
    stop();
    await post(show);
    expect(told).toBe(1);
  });

  it('that hold a capture are thrown away when a caller is forgotten, and by the day once they are stale', async () => {
    const { post, take, forgetCaptures, clock, area } = requests();
    await post(capture);
    await post(show);
    await forgetCaptures('stale');
    expect(Object.keys(await area.getAll())).toHaveLength(2);
    await forgetCaptures('all');
    expect((await take(1)).map(({ type }) => type)).toEqual(['show']);
    await post(capture);
    clock.now += 3 * 60_000;
    await forgetCaptures('stale');
    expect(await area.getAll()).toEqual({});
  });
});

it('whatever lies in the storage: a panel gets only what was agreed, for its window, and the rest is thrown away', async () => {
  const heading = { id: '019a0000-0000-4000-8000-000000000002', at: 1_000_000 };
  const jsonOnly = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(anyValue, nearly({ ...capture, ...heading }), nearly({ ...show, ...heading })), {
        maxLength: 6,
      }),
      async (values) => {
        const kept = values.map((value, at) => [`panel-request:${at}`, jsonOnly(value)] as const);
        const { take, area } = requests(createMemoryStorage(Object.fromEntries(kept)));
        const taken = await take(1);
        for (const request of taken) {
          expect(request).toMatchObject({
            windowId: 1,
            type: expect.stringMatching(/^(capture|show|next-call)$/),
          });
          expect(Math.abs(request.at - 1_000_000)).toBeLessThanOrEqual(120_000);
        }
        expect(await take(1)).toEqual([]);
        for (const left of Object.values(await area.getAll()))
          expect(left).not.toMatchObject({ windowId: 1 });
      },
    ),
    { numRuns: 200 },
  );
});
