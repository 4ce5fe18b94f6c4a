import { beforeEach, describe, expect, it, vi } from 'vitest';

interface Injected {
  frameId: number;
  result?: unknown;
}
const fake = vi.hoisted(() => ({
  execute: async (_target: { allFrames?: boolean }): Promise<unknown> => [],
  get: async (): Promise<unknown> => ({}),
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    scripting: {
      executeScript: ({ target }: { target: { allFrames?: boolean } }) => fake.execute(target),
    },
    tabs: { get: () => fake.get() },
  },
}));

async function read() {
  const { readPage } = await import('./scripting.ts');
  return readPage(7);
}

describe('reading a page', () => {
  beforeEach(() => {
    fake.get = async () => ({});
  });

  it('gives what each frame gave, the top frame first', async () => {
    const frames: Injected[] = [
      { frameId: 5, result: 'inner' },
      { frameId: 0, result: 'top' },
      { frameId: 6, result: null },
    ];
    fake.execute = async () => frames;
    expect(await read()).toEqual({ ok: true, frames: ['top', 'inner'] });
  });

  it('reads the top frame where another one fails the call', async () => {
    fake.execute = async ({ allFrames }) => {
      if (allFrames) throw new Error('Frame with ID 12 is showing error page');
      return [{ frameId: 0, result: 'top' }];
    };
    expect(await read()).toEqual({ ok: true, frames: ['top'] });
  });

  it.each([
    [
      'Cannot access contents of the page. Extension manifest must request permission.',
      undefined,
      'no-access',
    ],
    ['Missing host permission for the tab', undefined, 'no-access'],
    ['Missing host permission for the tab', 'about:addons', 'forbidden-page'],
    ['Cannot access a chrome:// URL', 'chrome://settings/', 'forbidden-page'],
    ['The extensions gallery cannot be scripted.', undefined, 'forbidden-page'],
    ['Frame with ID 0 is showing error page', undefined, 'forbidden-page'],
    ['No tab with id: 7', undefined, 'no-tab'],
    ['Invalid tab ID: 7', undefined, 'no-tab'],
    ['The moon is in the way', undefined, 'failed'],
  ])('says why it cannot: %s', async (message, url, why) => {
    fake.execute = () => Promise.reject(new Error(message));
    fake.get = async () => ({ url });
    expect(await read()).toEqual({ ok: false, why });
  });

  it('names the site where it may be known', async () => {
    fake.execute = () => Promise.reject(new Error('Cannot access contents of the page.'));
    fake.get = async () => ({ url: 'https://crm.example.com:8443/a?b' });
    expect(await read()).toEqual({ ok: false, why: 'no-access', site: 'https://crm.example.com' });
  });

  it('fails where no frame gave anything', async () => {
    fake.execute = async () => [{ frameId: 0, result: undefined }];
    expect(await read()).toEqual({ ok: false, why: 'failed' });
  });
});
