import * as z from 'zod/mini';
import { limits } from '../domain/callback.ts';
import { cleanText } from '../domain/text.ts';
import { presenceSubject, type TeamConnection } from './types.ts';

/** Said again this often while it goes on, ms. */
const every = 8_000;
/** What was not said again for so long is over: a laptop that was closed says nothing, ms. */
const lasts = 20_000;
/** Nobody is on one call longer than this without touching Ringback, ms. */
const longestCall = 60 * 60_000;
/** Clocks differ; what is older than this was recorded and played back, ms. */
const clockSlack = 10 * 60_000;
/** Longest sealed message, in bytes. */
const maxBytes = 4_096;
/** More than any team that shares one list has had. */
const mostMembers = 2_000;

const PresenceSchema = z.object({
  /** Null says that the call is over. */
  callbackId: z.nullable(z.uuid()),
  member: z.object({
    id: z.string().check(z.minLength(1), z.maxLength(80)),
    name: z.pipe(
      z.string().check(z.maxLength(1_000)),
      z.transform((name: string) => cleanText(name, { max: limits.name })),
    ),
  }),
  /** When it was said, epoch ms by the sender's clock. Each is later than the one before. */
  at: z.int().check(z.gte(0)),
});

/** Somebody who is on the phone with the caller of an entry. */
export interface Call {
  callbackId: string;
  member: { id: string; name: string };
}

interface PresenceDeps {
  /** Epoch ms. */
  now: () => number;
  after: (ms: number, act: () => void) => () => void;
  /** Who is calling whom now; our own calls are not among them. */
  onCalls: (calls: Call[]) => void;
}

export type Presence = ReturnType<typeof createPresence>;

/**
 * "Chris is calling": sealed, heard by who is there, kept by nobody, over by itself. Ends with the connection; a
 * call that goes on is told anew over the next one.
 */
export function createPresence(deps: PresenceDeps) {
  const heard = new Map<string, Call & { until: number }>();
  /** The last each member said, also that it was over: what is played back later is older. */
  const lastOf = new Map<string, number>();
  let connection: TeamConnection | null = null;
  let mine: { callbackId: string; since: number } | null = null;
  let cancelNext: (() => void) | null = null;
  let cancelLook: (() => void) | null = null;
  let lastSaid = 0;

  async function say(callbackId: string | null): Promise<void> {
    if (!connection) return;
    const { nc, crypto, member, teamId } = connection;
    lastSaid = Math.max(deps.now(), lastSaid + 1);
    const plain = new TextEncoder().encode(JSON.stringify({ callbackId, member, at: lastSaid }));
    const subject = presenceSubject(teamId);
    const sealed = await crypto.seal(plain, subject);
    if (!nc.isClosed()) nc.publish(subject, sealed);
  }

  function keepSaying(): void {
    cancelNext?.();
    cancelNext = null;
    if (mine && deps.now() - mine.since > longestCall) mine = null;
    if (!mine) return;
    say(mine.callbackId).catch(() => {});
    cancelNext = deps.after(every, keepSaying);
  }

  /** Drops what is over, and looks again when the next may be. */
  function look(): void {
    cancelLook?.();
    cancelLook = null;
    const now = deps.now();
    for (const [id, { until }] of heard) if (until <= now) heard.delete(id);
    deps.onCalls([...heard.values()].map(({ callbackId, member }) => ({ callbackId, member })));
    if (heard.size === 0) return;
    const next = Math.min(...[...heard.values()].map(({ until }) => until));
    cancelLook = deps.after(Math.max(1, next - now), look);
  }

  async function take(sealed: Uint8Array, over: TeamConnection): Promise<void> {
    if (sealed.length > maxBytes) return;
    const box = await over.crypto.open(sealed, presenceSubject(over.teamId));
    const said = box.ok ? PresenceSchema.safeParse(parsed(box.plain)) : null;
    if (!said?.success || said.data.member.id === over.member.id) return;
    const { callbackId, member, at } = said.data;
    const now = deps.now();
    const last = lastOf.get(member.id);
    if (Math.abs(now - at) > clockSlack || at <= (last ?? 0)) return;
    if (last === undefined && lastOf.size >= mostMembers) return;
    lastOf.set(member.id, at);
    if (callbackId === null) heard.delete(member.id);
    else heard.set(member.id, { callbackId, member, until: now + lasts });
    look();
  }

  return {
    /** The connection to hear and say it over; null where there is none any more. */
    connect(over: TeamConnection | null): void {
      connection = over;
      if (!over) {
        heard.clear();
        look();
        return;
      }
      const messages = over.nc.subscribe(presenceSubject(over.teamId));
      void (async () => {
        for await (const { data } of messages) await take(data, over);
      })().catch(() => {});
      keepSaying();
    },
    /** This agent is on the phone with the caller of that entry, or with nobody (null). */
    calling(callbackId: string | null): void {
      const before = mine;
      mine = callbackId === null ? null : { callbackId, since: deps.now() };
      if (!mine && before) say(null).catch(() => {});
      keepSaying();
    },
  };
}

function parsed(plain: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch {
    return null;
  }
}
