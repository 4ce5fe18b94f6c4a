import { type TeamAccess, TeamAccessSchema } from './config.ts';
import { type Bytes, fromText, fromUtf8, joined, toText, utf8 } from './crypto/bytes.ts';

/** Which invites this version makes and reads; a newer one is told apart from a damaged one. */
const version = 1;
const start = 'ringback-team-';
const checkLength = 6;
/** Longest code that is looked at: several .creds files would fit. */
const longest = 40_000;

/** Why a pasted text is no invite. */
export type InviteProblem = 'not-an-invite' | 'damaged' | 'newer';

export type ReadInvite = { ok: true; access: TeamAccess } | { ok: false; problem: InviteProblem };

/**
 * One code to join with: server, credentials, team and its key. Who has it can read the team's list, so it is
 * to be handed over like a password. The check at its end tells a code that was cut or mistyped.
 */
export async function writeInvite(access: TeamAccess): Promise<string> {
  const told = utf8(JSON.stringify(TeamAccessSchema.parse(access)));
  return `${start}${version}.${toText(joined(told, await checkOf(told)))}`;
}

/** Reads a pasted code; blanks and line breaks a mail program put into it do not matter. */
export async function readInvite(pasted: string): Promise<ReadInvite> {
  if (pasted.length > longest) return { ok: false, problem: 'not-an-invite' };
  const code = pasted.replace(/[\s\u200b\u2060\ufeff]+/g, '');
  const [, number, body] = /^ringback-team-(\d{1,6})\.(.*)$/.exec(code) ?? [];
  if (number === undefined || body === undefined) return { ok: false, problem: 'not-an-invite' };
  if (Number(number) > version) return { ok: false, problem: 'newer' };
  const access = await accessIn(body);
  return access ? { ok: true, access } : { ok: false, problem: 'damaged' };
}

async function accessIn(body: string): Promise<TeamAccess | null> {
  try {
    const bytes = fromText(body);
    const told = bytes.slice(0, -checkLength);
    if (toText(bytes.slice(-checkLength)) !== toText(await checkOf(told))) return null;
    return TeamAccessSchema.parse(JSON.parse(fromUtf8(told)));
  } catch {
    return null;
  }
}

async function checkOf(told: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', told)).slice(0, checkLength);
}
