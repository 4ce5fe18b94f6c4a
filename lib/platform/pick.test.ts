import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Answer = (frameId: number) => Promise<unknown>;
const fake = vi.hoisted(() => ({
  frames: [] as number[],
  start: (async () => null) as Answer,
  stopped: [] as number[],
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    scripting: {
      async executeScript({ target, func }: { target: { frameIds?: number[] }; func?: () => unknown }) {
        const frameId = target.frameIds?.[0];
        if (frameId === undefined || !func) return fake.frames.map((at) => ({ frameId: at, result: true }));
        if (func.name === 'startPicking') return [{ frameId, result: await fake.start(frameId) }];
        fake.stopped.push(frameId);
        return [{ frameId }];
      },
    },
    tabs: { get: async () => ({}) },
  },
}));

async function pick() {
  const { pickOnPage } = await import('./pick.ts');
  return pickOnPage(7);
}
const never = new Promise<never>(() => {});

describe('pointing at a page', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    fake.frames = [0, 4, 9];
    fake.stopped = [];
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('takes what the first frame to answer gave, and stops all of them', async () => {
    fake.start = async (frameId) => (frameId === 4 ? '(415) 555-0132' : never);
    expect(await pick()).toEqual({ picked: true, text: '(415) 555-0132' });
    expect(fake.stopped).toEqual([0, 4, 9]);
  });

  it('goes on where a frame goes away meanwhile', async () => {
    fake.start = async (frameId) => {
      if (frameId === 0) return never;
      if (frameId === 4) throw new Error('Frame with ID 4 was removed.');
      return undefined;
    };
    let answer: unknown;
    void pick().then((given) => {
      answer = given;
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(answer).toBeUndefined();
    expect(fake.stopped).toEqual([]);
  });

  it('is given up with Escape in any frame', async () => {
    fake.start = async (frameId) => (frameId === 9 ? null : never);
    expect(await pick()).toEqual({ picked: false, why: 'gave-up' });
    expect(fake.stopped).toEqual([0, 4, 9]);
  });

  it('is over after a minute', async () => {
    fake.start = () => never;
    void pick();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(fake.stopped).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(fake.stopped).toEqual([0, 4, 9]);
  });

  it('says why it cannot, where the tab is gone', async () => {
    fake.start = async () => {
      throw new Error('No tab with id: 7');
    };
    expect(await pick()).toEqual({ picked: false, why: 'no-tab' });
  });
});
