import * as z from 'zod/mini';
import { KindSchema, limits, type Phone } from '../../domain/callback.ts';
import type { CallbackContent } from '../../domain/compose.ts';
import { cleanText } from '../../domain/text.ts';
import { type Bytes, fromText, utf8 } from '../crypto/bytes.ts';
import { type KeyPair, openSealed } from '../crypto/hpke.ts';
import { jsonIn } from '../team-record.ts';

/** Most bytes of a request; the stream refuses larger ones, too. */
export const largestRequest = 32 * 1_024;

/** A moment as ISO 8601 with its offset from UTC, or epoch ms. */
const MomentSchema = z.union([
  z.int().check(z.gte(0), z.lte(8.64e15)),
  z.pipe(
    z.iso.datetime({ offset: true }),
    z.transform((text: string) => Date.parse(text)),
  ),
]);
const text = (max: number, multiline = false) =>
  z._default(
    z.pipe(
      z.string(),
      z.transform((typed: string) => cleanText(typed, { max, multiline })),
    ),
    '',
  );

/** What a phone system, a web form or a voicemail service may ask for; README.md is its documentation. */
const RequestSchema = z
  .object({
    format: z._default(z.literal(1), 1),
    name: text(limits.name),
    /** In E.164 where the sender can, else as it was given. */
    number: text(limits.phone),
    reason: text(limits.reason, true),
    reference: text(limits.reference),
    kind: z._default(KindSchema, 'missed call'),
    happenedAt: z.optional(MomentSchema),
    promise: z.optional(z.object({ from: z.optional(MomentSchema), until: z.optional(MomentSchema) })),
    /** Where the expected time is to be sent: `ringback.<team id>.replies.` and a word. */
    replyTo: z.optional(z.string().check(z.maxLength(200))),
    /** Given back with the answer. */
    id: z.optional(z.string().check(z.maxLength(100))),
  })
  .check(
    z.refine(({ name, number }) => name !== '' || number !== '', { error: 'name or number is needed' }),
    z.refine(({ number }) => number === '' || /\d/.test(number), { error: 'number has no digit in it' }),
    z.refine(({ promise }) => (promise?.from ?? 0) <= (promise?.until ?? Number.POSITIVE_INFINITY), {
      error: 'promise ends before it begins',
    }),
  );
export type CallbackRequest = z.infer<typeof RequestSchema>;

const SealedSchema = z.strictObject({ sealed: z.string().check(z.maxLength(largestRequest * 2)) });

/** A request, or in English why it is none: whoever programs the sender reads that. */
export type ReadRequest =
  | { ok: true; request: CallbackRequest; sealed: boolean }
  | { ok: false; why: string };

/** What a sealed request is sealed for. */
export const requestPurpose = (teamId: string): Bytes => utf8(`ringback request ${teamId}`);

/**
 * Reads what came from outside: hostile until it has passed.
 * @param pairs the team's key pairs, the current one first
 */
export async function readRequest(
  bytes: Uint8Array,
  teamId: string,
  pairs: readonly KeyPair[],
): Promise<ReadRequest> {
  if (bytes.length > largestRequest) return { ok: false, why: `longer than ${largestRequest} bytes` };
  const json = jsonIn(bytes);
  if (json === undefined) return { ok: false, why: 'not JSON in UTF-8' };
  const box = SealedSchema.safeParse(json);
  if (!box.success) return parsed(json, false);
  const plain = await opened(box.data.sealed, teamId, pairs);
  if (!plain) return { ok: false, why: 'sealed, and not to a key of this team' };
  const inside = jsonIn(plain);
  return inside === undefined
    ? { ok: false, why: 'what was sealed is not JSON in UTF-8' }
    : parsed(inside, true);
}

function parsed(json: unknown, sealed: boolean): ReadRequest {
  const request = RequestSchema.safeParse(json);
  if (request.success) return { ok: true, request: request.data, sealed };
  const [issue] = request.error.issues;
  return { ok: false, why: [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ') };
}

async function opened(sealed: string, teamId: string, pairs: readonly KeyPair[]): Promise<Bytes | null> {
  for (const pair of pairs) {
    try {
      return await openSealed(pair, requestPurpose(teamId), fromText(sealed));
    } catch {
      // Sealed to another of the team's keys, or to nobody's.
    }
  }
  return null;
}

/**
 * What the request comes to as an entry: nobody's, and to be called.
 * @param receivedAt when the server took it, epoch ms @param zone IANA, in which its promise is kept
 * @param standIn the reason where none was given
 */
export function contentOf(
  request: CallbackRequest,
  receivedAt: number,
  zone: string,
  standIn: string,
): CallbackContent {
  const { name, number, reason, reference, kind, promise } = request;
  const window = { from: promise?.from ?? null, until: promise?.until ?? promise?.from ?? null };
  return {
    callerName: name,
    phone: phoneOf(number),
    reference,
    reason: reason || standIn,
    reasonConfirmed: reason !== '',
    kind,
    promise: window.from === null && window.until === null ? null : { ...window, zone, words: '' },
    owner: null,
    status: 'needs call',
    // A sender whose clock is ahead must not put off the kind's clock.
    happenedAt: Math.min(request.happenedAt ?? receivedAt, receivedAt),
    source: null,
  };
}

/** Without the phone library, which would not fit the background: a number that is none in E.164 stays as given. */
function phoneOf(number: string): Phone | null {
  if (number === '') return null;
  const bare = number.replace(/[\s().-]/g, '');
  const e164 = /^\+[1-9]\d{6,14}$/.test(bare) ? bare : null;
  return { e164, asShown: number, extension: null };
}

/** Where an answer may be sent; null where none is asked for, or to a subject that is not for answers. */
export function replySubject(request: CallbackRequest, teamId: string): string | null {
  const { replyTo = '' } = request;
  const prefix = `ringback.${teamId}.replies.`;
  return replyTo.startsWith(prefix) && /^[\w-]{1,64}$/.test(replyTo.slice(prefix.length)) ? replyTo : null;
}
