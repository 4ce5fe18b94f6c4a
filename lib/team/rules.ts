import * as z from 'zod/mini';
import { ConnectError } from './connect-problem.ts';
import { lostRace } from './lost-race.ts';
import { readSealed, type Sealed, writeSealed } from './sealed-json.ts';
import { jsonIn, placeOf } from './team-record.ts';

export const rulesKey = 'meta.rules';
const TeamRulesSchema = z.object({
  /** Days after which closed entries leave the server; 0 keeps them. */
  retentionDays: z.int().check(z.gte(0), z.lte(3_650)),
  /** Figures by owner: one rule for everybody, because it is agents who are looked at. */
  figuresByOwner: z._default(z.boolean(), false),
});
const StoredRulesSchema = z.looseObject(TeamRulesSchema.shape);
/** What the whole team goes by. */
export type TeamRules = z.infer<typeof TeamRulesSchema>;

/** The rules a team starts with: nothing leaves by itself, and nobody is ranked. */
export const firstRules: TeamRules = { retentionDays: 0, figuresByOwner: false };

export async function readRules(at: Sealed): Promise<TeamRules> {
  return (await readSealed(at, rulesKey, TeamRulesSchema)) ?? firstRules;
}

/**
 * Changes some of them over what the server has, again where somebody else was quicker. @returns all of them now
 * @throws ZodError where they are none; ConnectError where those there are cannot be read here: they stay
 */
export async function changeRules(at: Sealed, changes: Partial<TeamRules>): Promise<TeamRules> {
  for (;;) {
    const entry = await at.kv.get(rulesKey);
    const stored = entry?.operation === 'PUT' ? await storedRules(at, entry.value) : {};
    const rules = TeamRulesSchema.parse({ ...firstRules, ...stored, ...changes });
    try {
      // With what only a newer version knows.
      await writeSealed(at, rulesKey, { ...stored, ...rules }, entry?.revision ?? 0);
      return rules;
    } catch (error) {
      if (!lostRace(error)) throw error;
    }
  }
}

/** The rules there are, with whatever else stands beside them. @throws ConnectError where they cannot be read */
async function storedRules({ bucket, crypto }: Sealed, value: Uint8Array): Promise<object> {
  const opened = await crypto.open(value, placeOf(bucket, rulesKey));
  if (!opened.ok) {
    throw opened.why === 'unknown-key'
      ? new ConnectError('wrong-key')
      : new ConnectError('other', `${rulesKey} cannot be read`);
  }
  const stored = StoredRulesSchema.safeParse(jsonIn(opened.plain));
  if (!stored.success) throw new ConnectError('newer-format');
  return stored.data;
}
