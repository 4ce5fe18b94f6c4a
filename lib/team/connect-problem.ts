/** What can be wrong with a connection to the team's list; each has its own words on the screen. */
export const connectProblems = [
  'offline',
  /** Nothing answers at the address. */
  'unreachable',
  /** The server answers, but its certificate is not accepted. */
  'tls',
  /** One of the two: Chromium tells no script which. */
  'unreachable-or-tls',
  /** Something answers that is no NATS server. */
  'not-nats',
  'credentials',
  /** The .creds file is not one. */
  'creds-file',
  'permission',
  'jetstream-off',
  'server-too-old',
  'no-such-team',
  'team-exists',
  'newer-format',
  /** A bucket of that name that Ringback did not make. */
  'other-format',
  'wrong-key',
  'other',
] as const;
export type ConnectProblem = (typeof connectProblems)[number];

/** Rejected with where no connection can be had. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';

  /** @param detail what the server said or has: its version, the subject it refuses; in English */
  constructor(
    readonly problem: ConnectProblem,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(detail === '' ? problem : `${problem}: ${detail}`, options);
  }
}
