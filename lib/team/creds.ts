import { type Authenticator, jwtAuthenticator } from '@nats-io/nats-core';
import { ConnectError } from './connect-problem.ts';
import { utf8 } from './crypto/bytes.ts';

/** What a .creds file holds. */
export interface Creds {
  /** Who it is for, signed by the server's operator. */
  jwt: string;
  /** The seed of the key that answers the server's challenge. */
  seed: string;
}

/**
 * Reads the two blocks of a .creds file: a line of dashes with a title, one line, a line of dashes again
 * (https://docs.nats.io/using-nats/developer/connecting/creds). By lines, because the expression the client has for
 * it needs a minute for 800 dashes in a row, and an invite may carry 10,000. @returns null where it is none
 */
export function readCreds(text: string): Creds | null {
  const lines = text.split('\n').map((line) => line.trim());
  const found: string[] = [];
  for (let at = 2; at < lines.length && found.length < 2; at += 1) {
    const [before = '', line = '', after = ''] = lines.slice(at - 2, at + 1);
    if (isRule(before) && line !== '' && !isRule(line) && isRule(after)) {
      found.push(line);
      // The line that ends a block begins no other.
      at += 2;
    }
  }
  const [jwt, seed] = found;
  return jwt && seed ? { jwt, seed } : null;
}

/** "-----BEGIN NATS USER JWT-----" */
function isRule(line: string): boolean {
  return line.length >= 6 && line.startsWith('---') && line.endsWith('---');
}

/** Answers a server's challenge with a .creds file. @throws ConnectError 'creds-file', at once or when it is asked */
export function credsAuthenticatorOf(text: string): Authenticator {
  const creds = readCreds(text);
  if (!creds) throw new ConnectError('creds-file');
  const authenticator = jwtAuthenticator(creds.jwt, utf8(creds.seed));
  return (nonce) => {
    try {
      return authenticator(nonce);
    } catch (error) {
      throw new ConnectError('creds-file', '', { cause: error });
    }
  };
}
