import { JetStreamApiError, type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import {
  type Authenticator,
  AuthorizationError,
  ConnectionError,
  type NatsConnection,
  PermissionViolationError,
  tokenAuthenticator,
  UserAuthenticationExpiredError,
  usernamePasswordAuthenticator,
  wsconnect,
} from '@nats-io/nats-core';
import type { Credentials, TeamAccess } from './config.ts';
import { ConnectError, type ConnectProblem } from './connect-problem.ts';
import { credsAuthenticatorOf } from './creds.ts';

/** Servers before this one let two agents win the same callback (measured on 2.9.10, three nodes). */
export const oldestServer = [2, 10] as const;
/** Chromium ends a worker that was quiet for 30 seconds. */
const pingEvery = 20_000;
const patience = 10_000;

/** A connection to a server that is new enough and keeps streams. */
export interface OpenServer {
  nc: NatsConnection;
  jsm: JetStreamManager;
}

/** Connects, and closes again where the server is not one to work with. @throws ConnectError */
export async function openServer(access: Pick<TeamAccess, 'server' | 'credentials'>): Promise<OpenServer> {
  const nc = await connect(access);
  try {
    checkServer(nc);
    // Without its own look at the account: members may not ask that.
    const jsm = await jetstreamManager(nc, { checkAPI: false, timeout: patience });
    checkAgain(nc, async () => checkServer(nc));
    return { nc, jsm };
  } catch (error) {
    await nc.close();
    throw inPlainWords(error);
  }
}

async function connect({ server, credentials }: Pick<TeamAccess, 'server' | 'credentials'>) {
  const authenticator = authenticatorOf(credentials);
  try {
    return await wsconnect({
      servers: server,
      name: 'Ringback',
      ...(authenticator ? { authenticator } : {}),
      timeout: patience,
      pingInterval: pingEvery,
      // A server that restarts is met again; one that stays away is looked for by whoever needs it.
      maxReconnectAttempts: 10,
      // The cluster may know its nodes by addresses a browser cannot reach.
      ignoreClusterUpdates: true,
    });
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw inPlainWords(error);
    throw new ConnectError(await whyNoConnection(server), '', { cause: error });
  }
}

async function whyNoConnection(server: string): Promise<ConnectProblem> {
  if (globalThis.navigator?.onLine === false) return 'offline';
  if (server.startsWith('ws://')) return 'unreachable';
  // Firefox says what it was (RFC 6455, section 7.4.1); Chromium keeps it from scripts.
  return (await closeCodeOf(server)) === 1015 ? 'tls' : 'unreachable-or-tls';
}

/** How a second try ends: the client tells nothing of how the first one did. */
function closeCodeOf(server: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(server);
    const late = setTimeout(() => socket.close(), patience);
    socket.onclose = ({ code }) => {
      clearTimeout(late);
      resolve(code);
    };
    // It answers after all; what it says does not matter here.
    socket.onopen = () => socket.close();
  });
}

function authenticatorOf(credentials: Credentials): Authenticator | null {
  switch (credentials.kind) {
    case 'password':
      return usernamePasswordAuthenticator(credentials.user, credentials.password);
    case 'token':
      return tokenAuthenticator(credentials.token);
    case 'creds':
      return credsAuthenticatorOf(credentials.creds);
    case 'none':
      return null;
  }
}

/** @throws ConnectError where it is too old, or keeps no streams */
function checkServer(nc: NatsConnection): void {
  const version = nc.info?.version ?? '';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldMajor, oldMinor] = oldestServer;
  const fits = major > oldMajor || (major === oldMajor && minor >= oldMinor);
  if (!fits) throw new ConnectError('server-too-old', version);
  if (nc.info?.jetstream !== true) throw new ConnectError('jetstream-off');
}

/**
 * Looks again whenever a connection comes back after a break: it may lead to an older node of the cluster, or to a
 * server that was set up anew. Closes it where that will not pass by itself; whoever connects next is told why.
 * @param check rejects with what is wrong
 */
export async function checkAgain(nc: NatsConnection, check: () => Promise<void>): Promise<void> {
  for await (const { type } of nc.status()) {
    if (type !== 'reconnect') continue;
    try {
      await check();
    } catch (error) {
      if (inPlainWords(error).willNotComeByItself) await nc.close();
    }
  }
}

/** What a server or its client said, as one of the problems the screen has words for. */
export function inPlainWords(error: unknown): ConnectError {
  if (error instanceof ConnectError) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  for (const one of [error, cause]) {
    if (one instanceof ConnectError) return one;
    if (one instanceof AuthorizationError || one instanceof UserAuthenticationExpiredError) {
      return new ConnectError('credentials', one.message, { cause: error });
    }
    if (one instanceof PermissionViolationError) {
      return new ConnectError('permission', one.subject, { cause: error });
    }
    // https://github.com/nats-io/nats-server/blob/main/server/errors.json: 10076 off, 10039 off for the account.
    const off = one instanceof JetStreamApiError && [10039, 10076].includes(one.code);
    if (off || (one instanceof Error && one.name === 'JetStreamNotEnabled')) {
      return new ConnectError('jetstream-off', '', { cause: error });
    }
    // nats-core says so where what comes back is not the greeting of a NATS server.
    if (one instanceof Error && /unexpected response|timeout|ECONNREFUSED/i.test(one.message)) {
      return new ConnectError(/timeout/i.test(one.message) ? 'unreachable' : 'not-nats', '', {
        cause: error,
      });
    }
  }
  return new ConnectError('other', error instanceof Error ? error.message : String(error), { cause: error });
}
