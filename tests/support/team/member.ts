import { v4 as randomId } from 'uuid';
import { accompany } from '../../../lib/team/companion.ts';
import {
  type Credentials,
  type TeamAccess,
  type TeamConfig,
  withNewSecret,
} from '../../../lib/team/config.ts';
import { connectTeam } from '../../../lib/team/connect.ts';
import { fromText, randomBytes, toText } from '../../../lib/team/crypto/bytes.ts';
import { createTeamCrypto } from '../../../lib/team/crypto/envelope.ts';
import { bucketName } from '../../../lib/team/types.ts';
import { dayRules } from '../unit/entries.ts';
import { anAgent } from './agents.ts';

export type WorkingMember = Awaited<ReturnType<typeof aMember>>;

/** One who has joined with an invite, with all that the background has go along with its connection. */
export async function aMember(
  access: TeamAccess,
  name: string,
  credentials: Credentials = access.credentials,
) {
  const member = { id: randomId(), name, seed: toText(randomBytes(32)) };
  let config: TeamConfig = { ...access, credentials, member, joinedAt: 1 };
  const trouble: unknown[] = [];
  let leaveAlone: (() => void) | null = null;
  const crypto = await createTeamCrypto(access.secrets.map(fromText));
  const team = { id: access.teamId, bucket: bucketName(access.teamId), servers: [access.server], crypto };
  const agent = await anAgent(team, name, {
    me: { id: member.id, name },
    connect: () =>
      connectTeam(config, async (secret) => {
        config = withNewSecret(config, secret);
      }),
    onConnection(connection) {
      leaveAlone?.();
      leaveAlone =
        connection &&
        accompany(connection, {
          config: async () => config,
          saveMembers: async () => {},
          saveRules: async () => {},
          onKeyChanged: () => void agent.sync.stop().then(agent.sync.wake),
          dropClosedBefore: async (cutoff) => {
            const how = { cutoff, action: 'delete', limit: 200, now: Date.now() } as const;
            await agent.repositories.privacy.ageOut(how);
            void agent.sync.wake();
          },
          now: Date.now,
          every: () => () => {},
          openCallbacks: agent.repositories.callbacks.open,
          rules: async () => dayRules('UTC'),
          standInReason: () => 'Missed call',
          onTrouble: (error) => trouble.push(error),
        });
    },
  });
  return { ...agent, trouble, config: () => config };
}
