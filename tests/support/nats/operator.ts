import { randomUUID } from 'node:crypto';
import { nkeys } from '@nats-io/nats-core';

/** What a user may publish and hear. */
export interface Rights {
  publish: string[];
  subscribe: string[];
}

/** Who runs servers whose users log in with .creds files: an operator vouches for accounts, these for users. */
export interface Operator {
  /** For the server's configuration: whom it believes, and the accounts, kept in memory. */
  conf: string;
  /**
   * The content of a user's .creds file.
   * @param expires epoch s, after which it counts no more
   */
  creds(name: string, rights: Rights, expires?: number): string;
  /** The configuration in which nothing signed for this user until now counts any more, as `nsc revocations` has it. */
  revoking(name: string): string;
}

type KeyPair = ReturnType<typeof nkeys.createUser>;

const unlimited = { subs: -1, data: -1, payload: -1 };
const ofAccount = { imports: -1, exports: -1, wildcards: true, conn: -1, leaf: -1 };
const ofJetStream = { mem_storage: -1, disk_storage: -1, streams: -1, consumer: -1 };

/** An operator with one account that has JetStream, as `nsc` or a managed service would make them. */
export function anOperator(): Operator {
  const operator = nkeys.createOperator();
  const system = nkeys.createAccount();
  const team = nkeys.createAccount();
  const account = (pair: KeyPair, name: string, limits: object, revocations: object = {}) =>
    token(operator, pair, name, {
      type: 'account',
      limits: { ...unlimited, ...ofAccount, ...limits },
      revocations,
    });
  const own = token(operator, operator, 'operator', { type: 'operator' });
  const systemAccount = account(system, 'system', {});
  const users = new Map<string, string>();
  const conf = (revocations: Record<string, number> = {}) => `operator: ${own}
system_account: ${system.getPublicKey()}
resolver: MEMORY
resolver_preload {
  ${system.getPublicKey()}: ${systemAccount}
  ${team.getPublicKey()}: ${account(team, 'team', ofJetStream, revocations)}
}`;
  return {
    conf: conf(),
    revoking(name) {
      const user = users.get(name);
      if (user === undefined) throw new Error(`no user ${name}`);
      return conf({ [user]: Math.floor(Date.now() / 1_000) + 1 });
    },
    creds(name, { publish, subscribe }, expires) {
      const user = nkeys.createUser();
      users.set(name, user.getPublicKey());
      const rights = { pub: { allow: publish }, sub: { allow: subscribe } };
      const jwt = token(team, user, name, { type: 'user', ...unlimited, ...rights }, expires);
      return `-----BEGIN NATS USER JWT-----
${jwt}
------END NATS USER JWT------

-----BEGIN USER NKEY SEED-----
${new TextDecoder().decode(user.getSeed())}
------END USER NKEY SEED------
`;
    },
  };
}

/** A token of NATS (https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/jwt). */
function token(issuer: KeyPair, subject: KeyPair, name: string, nats: object, expires?: number): string {
  const claims = {
    jti: randomUUID(),
    iat: Math.floor(Date.now() / 1_000),
    ...(expires === undefined ? {} : { exp: expires }),
    iss: issuer.getPublicKey(),
    sub: subject.getPublicKey(),
    name,
    nats: { ...nats, version: 2 },
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', alg: 'ed25519-nkey' })}.${part(claims)}`;
  return `${signed}.${Buffer.from(issuer.sign(Buffer.from(signed))).toString('base64url')}`;
}
