import * as z from 'zod/mini';
import { limits } from '../domain/callback.ts';
import { cleanText } from '../domain/text.ts';
import type { StorageArea } from '../platform/storage.ts';

const MemberSchema = z.object({
  id: z.uuid(),
  name: z.pipe(
    z.string().check(z.maxLength(1_000)),
    z.transform((name: string) => cleanText(name, { max: limits.name })),
  ),
  /** True once they have left the team or were taken out of it: what they own waits for somebody else. */
  left: z._default(z.boolean(), false),
});
/** Somebody of the team as this browser last heard of them. */
export type KnownMember = z.infer<typeof MemberSchema>;

/** More than any team that shares one list has had. */
const most = 2_000;
/** Its name in the browser's storage, where it is sealed while a passcode is set. */
export const membersName = 'team-members';

/** The team's members as last heard from the server, for the screens: kept when there is no connection. */
export type MembersFile = ReturnType<typeof createMembersFile>;

export function createMembersFile(area: StorageArea) {
  return {
    load: async () => readMembers(await area.get(membersName)),
    save: (members: readonly KnownMember[]) => area.set(membersName, members.slice(0, most)),
    forget: () => area.remove(membersName),
    /** Tells of every change, made here or in another context. @returns stops it */
    watch(listener: (members: KnownMember[]) => void): () => void {
      return area.onChange((changed, value) => {
        if (changed === membersName) listener(readMembers(value));
      });
    },
  };
}

function readMembers(stored: unknown): KnownMember[] {
  const all = Array.isArray(stored) ? stored : [];
  return all.flatMap((one) => MemberSchema.safeParse(one).data ?? []);
}
