import { type AddressProblem, readServerAddress } from '../team/address.ts';
import { type Credentials, CredentialsSchema } from '../team/config.ts';
import type { ConnectProblem } from '../team/connect-problem.ts';
import type { InviteProblem } from '../team/invite.ts';

/** What is in the way, with what the server said of it. */
export interface TeamProblem {
  why:
    | ConnectProblem
    | AddressProblem
    | InviteProblem
    | 'passphrase'
    | 'team-id'
    | 'team-name'
    | 'your-name'
    | 'sign-in'
    | 'storage';
  detail: string;
}

/** What is filled in to start a team. */
export interface StartForm {
  server: string;
  credentials: Credentials;
  teamId: string;
  teamName: string;
  passphrase: string;
  yourName: string;
  /** Offers the entries that are here already to the team. */
  share: boolean;
}

/** Fewest characters of a team's passphrase. */
export const shortestPassphrase = 12;

/** What is wrong with what was filled in. */
export class FormError extends Error {
  constructor(readonly problem: TeamProblem['why']) {
    super(problem);
  }
}

/** Whatever went wrong, as the screen has words for it. */
export function problemOf(error: unknown): TeamProblem {
  if (typeof error === 'object' && error !== null && 'problem' in error) {
    const { problem, detail = '' } = error as { problem: TeamProblem['why']; detail?: string };
    return { why: problem, detail };
  }
  return { why: 'storage', detail: error instanceof Error ? error.message : String(error) };
}

/** What starts a team, trimmed. @throws FormError */
export function checkedForm({ yourName, server, teamName, teamId, passphrase, credentials }: StartForm) {
  checkName(yourName);
  const address = readServerAddress(server);
  if (!address.ok) throw new FormError(address.problem);
  checkCredentials(credentials);
  if (teamName.trim() === '') throw new FormError('team-name');
  if (!/^[a-z0-9][a-z0-9-]{0,31}$/.test(teamId)) throw new FormError('team-id');
  checkPassphrase(passphrase);
  return { server: address.address, credentials, teamId, teamName: teamName.trim(), passphrase };
}

/** @throws FormError where something is left out */
export function checkCredentials(credentials: Credentials): void {
  if (!CredentialsSchema.safeParse(credentials).success) throw new FormError('sign-in');
}

/** @throws FormError where it is too short */
export function checkPassphrase(passphrase: string): void {
  if (passphrase.trim().length < shortestPassphrase) throw new FormError('passphrase');
}

/** @throws FormError where there is none */
export function checkName(yourName: string): void {
  if (yourName.trim() === '') throw new FormError('your-name');
}
