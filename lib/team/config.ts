import * as z from 'zod/mini';
import { limits } from '../domain/callback.ts';
import { cleanText } from '../domain/text.ts';
import type { StorageArea } from '../platform/storage.ts';
import { isServerAddress } from './address.ts';
import type { Bytes } from './crypto/bytes.ts';
import { fromText } from './crypto/bytes.ts';

/** How many of the team's secrets are kept: the older ones open only what nobody has written since. */
const mostSecrets = 20;

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** How a member proves to the server who they are. */
export const CredentialsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('password'), user: text(200), password: text(500) }),
  z.strictObject({ kind: z.literal('token'), token: text(2_000) }),
  /** The content of a .creds file: a signed token and the key that goes with it. */
  z.strictObject({ kind: z.literal('creds'), creds: text(10_000) }),
  /** A server on this machine that asks nobody who they are: for a trial. */
  z.strictObject({ kind: z.literal('none') }),
]);
export type Credentials = z.infer<typeof CredentialsSchema>;

/** The name of a team in subjects and buckets; the server's permissions name it too. */
export const TeamIdSchema = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,31}$/));

/** 32 bytes as base64url. */
const SecretSchema = z.string().check(
  z.regex(/^[\w-]{43}$/),
  z.refine((secret) => bytesOf(secret)?.length === 32, { error: 'secret' }),
);

export const TeamNameSchema = z.pipe(
  text(1_000),
  z.transform((name: string) => cleanText(name, { max: 80 })),
);

/** Where the team's list is and what opens it: what an invite carries. */
export const TeamAccessSchema = z.strictObject({
  server: z.string().check(z.maxLength(500), z.refine(isServerAddress, { error: 'address' })),
  credentials: CredentialsSchema,
  teamId: TeamIdSchema,
  teamName: TeamNameSchema.check(z.minLength(1)),
  /** The team's secrets (crypto/team-key.ts), the current one first; older ones open what they sealed. */
  secrets: z.array(SecretSchema).check(z.minLength(1), z.maxLength(mostSecrets)),
});
export type TeamAccess = z.infer<typeof TeamAccessSchema>;

/** What this browser knows of its team. It holds secrets: it never leaves the profile but in an invite. */
export const TeamConfigSchema = z.object({
  ...TeamAccessSchema.shape,
  /** Who works here. The id is made once and stays; the name may change, and be somebody else's too. */
  member: z.object({
    id: z.uuid(),
    name: z.pipe(
      z.string(),
      z.transform((name: string) => cleanText(name, { max: limits.name })),
    ),
    /** The seed of the member's own pair of keys (crypto/hpke.ts), to which a new team secret is sealed. */
    seed: SecretSchema,
  }),
  /** Epoch ms. */
  joinedAt: z.int().check(z.gte(0)),
});
export type TeamConfig = z.infer<typeof TeamConfigSchema>;

/** Its name in the browser's storage, where it is sealed while a passcode is set (lib/settings/sealed-area.ts). */
export const teamConfigName = 'team';

/** The team of this profile, kept in the browser's local storage beside the settings. */
export type TeamConfigFile = ReturnType<typeof createTeamConfigFile>;

export function createTeamConfigFile(area: StorageArea) {
  let lastWrite: Promise<unknown> = Promise.resolve();
  const read = (stored: unknown): TeamConfig | null => TeamConfigSchema.safeParse(stored).data ?? null;
  const load = async () => read(await area.get(teamConfigName));

  return {
    /** Null where no team is configured. */
    load,
    /** @throws ZodError where it is none */
    async save(config: TeamConfig): Promise<void> {
      await area.set(teamConfigName, TeamConfigSchema.parse(config));
    },
    /** Changes it over what is stored at that moment; nothing where the team was left meanwhile. */
    update(change: (stored: TeamConfig) => TeamConfig): Promise<void> {
      const written = lastWrite.then(async () => {
        const stored = await load();
        if (stored) await area.set(teamConfigName, TeamConfigSchema.parse(change(stored)));
      });
      lastWrite = written.catch(() => undefined);
      return written;
    },
    async forget(): Promise<void> {
      await area.remove(teamConfigName);
    },
    /** Tells of every change, made here or in another context. @returns stops it */
    watch(listener: (config: TeamConfig | null) => void): () => void {
      return area.onChange((changed, value) => {
        if (changed === teamConfigName) listener(read(value));
      });
    },
  };
}

/** The configuration with the team's new secret before the others; of many the oldest goes. */
export function withNewSecret(config: TeamConfig, secret: string): TeamConfig {
  const older = config.secrets.filter((one) => one !== secret);
  return { ...config, secrets: [secret, ...older].slice(0, mostSecrets) };
}

/** The secrets as bytes, in their order. */
export function secretsOf({ secrets }: Pick<TeamAccess, 'secrets'>): Bytes[] {
  return secrets.map(fromText);
}

function bytesOf(encoded: string): Bytes | null {
  try {
    return fromText(encoded);
  } catch {
    return null;
  }
}
