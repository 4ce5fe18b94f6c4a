import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anyValue, nearly } from '../../tests/support/unit/hostile.ts';
import type { BackgroundMessage } from './messages.ts';

type Sender = { id?: string; url?: string };
type Listener = (message: unknown, sender: Sender) => Promise<unknown> | undefined;

const own = 'chrome-extension://ringback/';
const bus = vi.hoisted(() => ({ listener: undefined as unknown, send: async (): Promise<unknown> => true }));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'ringback',
      getURL: (path: string) => `chrome-extension://ringback${path}`,
      onMessage: {
        addListener: (listener: unknown) => {
          bus.listener = listener;
        },
      },
      sendMessage: () => bus.send(),
    },
  },
}));

const panel: Sender = { id: 'ringback', url: `${own}sidepanel.html` };
const id = '019a0000-0000-7000-8000-000000000001';
const heard: BackgroundMessage[] = [];

async function deliver(message: unknown, sender = panel): Promise<unknown> {
  return (bus.listener as Listener)(message, sender);
}

beforeEach(async () => {
  heard.length = 0;
  const { onBackgroundMessage } = await import('./messages.ts');
  onBackgroundMessage(async (message) => {
    heard.push(message);
  });
});

describe('messages to the background', () => {
  it.each<BackgroundMessage>([
    { type: 'callbacks-changed' },
    { type: 'settings-changed' },
    { type: 'capture-tab', tabId: 3, windowId: 1 },
    { type: 'snooze', callbackId: id, minutes: 10 },
    { type: 'review-closed', day: '2026-06-10' },
  ])('are heard from a page of ours: $type', async (message) => {
    expect(await deliver(message)).toBe(true);
    expect(heard).toEqual([message]);
  });

  it.each([
    ['nothing', null],
    ['a text', 'callbacks-changed'],
    ['an unknown type', { type: 'erase' }],
    ['more than was agreed', { type: 'callbacks-changed', and: 'more' }],
    ['a snooze without end', { type: 'snooze', callbackId: id, minutes: 1e9 }],
    ['a snooze of nothing', { type: 'snooze', callbackId: '*', minutes: 10 }],
    ['a tab that is none', { type: 'capture-tab', tabId: '3', windowId: 1 }],
    ['a day that is none', { type: 'review-closed', day: '2026-02-31' }],
  ])('are refused where they are %s', async (_what, message) => {
    expect(await deliver(message)).toBe(false);
    expect(heard).toEqual([]);
  });

  it.each<[string, Sender]>([
    ['a script in a web page', { id: 'ringback', url: 'https://crm.example.com/' }],
    [
      'a page that looks like ours',
      { id: 'ringback', url: 'https://crm.example.com/chrome-extension://ringback/' },
    ],
    ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }],
    ['another extension with our address', { id: 'other', url: `${own}popup.html` }],
    ['nobody', {}],
  ])('get no answer from %s', async (_who, sender) => {
    expect(await deliver({ type: 'callbacks-changed' }, sender)).toBeUndefined();
    expect(heard).toEqual([]);
  });

  const snooze: BackgroundMessage = { type: 'snooze', callbackId: id, minutes: 10 };
  const tab: BackgroundMessage = { type: 'capture-tab', tabId: 3, windowId: 1 };
  const anySender = fc.oneof(
    fc.record(
      {
        id: fc.oneof(fc.constantFrom('ringback', 'other', ''), fc.string()),
        url: fc.oneof(
          fc.webUrl(),
          fc.constantFrom(own, `${own}sidepanel.html`, 'chrome-extension://ringbackx/', 'chrome-extension:/'),
          fc.webUrl().map((url) => `${url}#${own}`),
          fc.string().map((start) => `${start}${own}`),
        ),
      },
      { requiredKeys: [] },
    ),
  );

  it('whatever is sent, by whomever: heard is only what was agreed, from our own pages', async () => {
    const { BackgroundMessageSchema } = await import('./messages.ts');
    const anyMessage = fc.oneof(anyValue, nearly(snooze), nearly(tab), fc.constantFrom(snooze, tab));
    await fc.assert(
      fc.asyncProperty(anyMessage, anySender, async (message, sender) => {
        heard.length = 0;
        const answer = await deliver(message, sender);
        const isOwn = sender.id === 'ringback' && sender.url?.startsWith(own) === true;
        const isAgreed = BackgroundMessageSchema.safeParse(message).success;
        expect(answer).toBe(isOwn ? isAgreed : undefined);
        expect(heard).toEqual(isOwn && isAgreed ? [message] : []);
      }),
      { numRuns: 500 },
    );
  });

  it('that nobody hears are false, not an error', async () => {
    const { sendToBackground } = await import('./messages.ts');
    bus.send = async () => {
      throw new Error('Could not establish connection. Receiving end does not exist.');
    };
    expect(await sendToBackground({ type: 'callbacks-changed' })).toBe(false);
    bus.send = async () => true;
    expect(await sendToBackground({ type: 'callbacks-changed' })).toBe(true);
  });

  it('are sent anew where the background was stopped over them', async () => {
    const { sendToBackground } = await import('./messages.ts');
    let sent = 0;
    bus.send = async () => {
      sent += 1;
      if (sent < 3) throw new Error('The message port closed before a response was received.');
      return true;
    };
    expect(await sendToBackground({ type: 'callbacks-changed' })).toBe(true);
    expect(sent).toBe(3);
  });

  it('are not sent for ever, and not again where they were refused', async () => {
    const { sendToBackground } = await import('./messages.ts');
    let sent = 0;
    bus.send = async () => {
      sent += 1;
      throw new Error('The message port closed before a response was received.');
    };
    expect(await sendToBackground({ type: 'callbacks-changed' })).toBe(false);
    expect(sent).toBeLessThanOrEqual(5);
    sent = 0;
    bus.send = async () => {
      sent += 1;
      return false;
    };
    expect(await sendToBackground({ type: 'callbacks-changed' })).toBe(false);
    expect(sent).toBe(1);
  });
});
