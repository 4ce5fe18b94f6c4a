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
  /** A bucket of that name, but not the one that was joined: what is missing there was deleted by nobody. */
  'made-anew',
  'other',
] as const;
export type ConnectProblem = (typeof connectProblems)[number];

/** Those that another try in a while may be free of; the others wait for somebody to do something. */
const passing: readonly ConnectProblem[] = [
  'offline',
  'unreachable',
  'unreachable-or-tls',
  'not-nats',
  'other',
];

/** What a problem looks like as text: its code, and what the server said. */
export interface ToldProblem {
  problem: ConnectProblem;
  detail: string;
}

/** The problem in the message of a ConnectError, as it is handed from context to context. */
export function problemIn(message: string): ToldProblem {
  const [, code = '', detail = ''] = /^([a-z-]+)(?:: (.*))?$/s.exec(message) ?? [];
  const problem = connectProblems.find((one) => one === code);
  return problem ? { problem, detail } : { problem: 'other', detail: message };
}

/** Rejected with where no connection can be had. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
  /** True where trying again later is of no use. */
  readonly willNotComeByItself: boolean;

  /** @param detail what the server said or has: its version, the subject it refuses; in English */
  constructor(
    readonly problem: ConnectProblem,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(detail === '' ? problem : `${problem}: ${detail}`, options);
    this.willNotComeByItself = !passing.includes(problem);
  }
}
