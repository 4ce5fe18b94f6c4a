import * as z from 'zod/mini';
import { readRefusals } from '../platform/scripting.ts';
import { type StorageArea, sessionStorageArea } from '../platform/storage.ts';

const heading = {
  id: z.uuid(),
  /** The window whose panel is meant. */
  windowId: z.int(),
  /** Epoch ms. */
  at: z.int(),
};

/** What a window's panel is asked to do. It may not be open yet: the request waits until it is. */
export const PanelRequestSchema = z.discriminatedUnion('type', [
  z.object({
    ...heading,
    type: z.literal('capture'),
    how: z.enum(['capture', 'dropped', 'menu']),
    tabId: z.int(),
    url: z.optional(z.string()),
    title: z.optional(z.string()),
    /** What the page reader gave in each frame, unchecked; null where the page was not read. */
    frames: z.nullable(z.array(z.unknown())),
    refused: z.optional(z.enum(readRefusals)),
    /** The site of a page that was not read, where it may be known. */
    site: z.optional(z.string()),
    selection: z.optional(z.string()),
    linkUrl: z.optional(z.string()),
  }),
  z.object({
    ...heading,
    type: z.literal('show'),
    callbackId: z.uuid(),
    focus: z.enum(['entry', 'number']),
  }),
  /** One call after the other, from a focus block. */
  z.object({ ...heading, type: z.literal('next-call') }),
]);
export type PanelRequest = z.infer<typeof PanelRequestSchema>;
type WithoutHeading<R> = R extends PanelRequest ? Omit<R, 'id' | 'at'> : never;
/** A request before it is posted. */
export type NewPanelRequest = WithoutHeading<PanelRequest>;

/** One key a request, so that posting and taking in different contexts cannot overwrite each other. */
const prefix = 'panel-request:';
/** A panel that did not open in this time is not to act on it when it opens for another reason. */
const keptFor = 2 * 60_000;

/** The requests waiting for panels; see the functions below for the extension's own. */
export function createPanelRequests(area: StorageArea, now: () => number = Date.now) {
  return {
    /** Leaves a request for the panel of its window. */
    async post(request: NewPanelRequest): Promise<void> {
      const full = { ...request, id: crypto.randomUUID(), at: now() };
      try {
        await area.set(prefix + full.id, full);
      } catch (error) {
        // The session area holds 10 MB: a page that fills it is reported as unread rather than not at all.
        if (full.type !== 'capture') throw error;
        await area.set(prefix + full.id, { ...full, frames: null, refused: 'failed' });
      }
    },

    /** Takes the requests for a window away, oldest first. */
    async take(windowId: number): Promise<PanelRequest[]> {
      const waiting = Object.entries(await area.getAll()).filter(([key]) => key.startsWith(prefix));
      const requests = waiting.map(([key, value]) => ({ key, parsed: PanelRequestSchema.safeParse(value) }));
      const isStale = (at: number) => Math.abs(now() - at) > keptFor;
      const done = requests.filter(
        ({ parsed }) => !parsed.success || parsed.data.windowId === windowId || isStale(parsed.data.at),
      );
      if (done.length > 0) await area.remove(done.map(({ key }) => key));
      return done
        .flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []))
        .filter((request) => request.windowId === windowId && !isStale(request.at))
        .sort((a, b) => a.at - b.at);
    },

    /** Throws captures away that wait for a panel: all of them, or those no panel will act on any more. */
    async forgetCaptures(which: 'all' | 'stale'): Promise<void> {
      const waiting = Object.entries(await area.getAll()).filter(([key]) => key.startsWith(prefix));
      const gone = waiting.filter(([, value]) => {
        const { success, data } = PanelRequestSchema.safeParse(value);
        if (!success) return true;
        return data.type === 'capture' && (which === 'all' || Math.abs(now() - data.at) > keptFor);
      });
      if (gone.length > 0) await area.remove(gone.map(([key]) => key));
    },

    /** Whether a capture waits for a panel of any window; asked before a panel knows its own. */
    async captureWaits(): Promise<boolean> {
      const isCapture = (value: unknown) => PanelRequestSchema.safeParse(value).data?.type === 'capture';
      return Object.entries(await area.getAll()).some(
        ([key, value]) => key.startsWith(prefix) && isCapture(value),
      );
    },

    /** Tells when there is something to take for a window. @returns stops it. */
    onRequest(windowId: number, listener: () => void): () => void {
      return area.onChange((key, value) => {
        if (!key.startsWith(prefix)) return;
        const request = PanelRequestSchema.safeParse(value);
        if (request.success && request.data.windowId === windowId) listener();
      });
    },
  };
}

const requests = createPanelRequests(sessionStorageArea);

/** Leaves a request for the panel of its window, which may not be open yet. */
export const postPanelRequest = requests.post;
/** Takes the requests for a window's panel away, oldest first. A window has one panel. */
export const takePanelRequests = requests.take;
/** Whether a capture waits for a panel of any window. */
export const captureWaits = requests.captureWaits;
/** Tells an open panel that there is something to take. @returns stops it. */
export const onPanelRequest = requests.onRequest;
/** Throws captures away that wait for a panel, with what they read off pages. */
export const forgetCaptures = requests.forgetCaptures;
