import * as z from 'zod/mini';
import { readSealed, type Sealed, writeSealed } from './sealed-json.ts';

export const rulesKey = 'meta.rules';
const TeamRulesSchema = z.object({
  /** Days after which closed entries leave the server; 0 keeps them. */
  retentionDays: z.int().check(z.gte(0), z.lte(3_650)),
  /** Figures by owner: one rule for everybody, because it is agents who are looked at. */
  figuresByOwner: z._default(z.boolean(), false),
});
/** What the whole team goes by. */
export type TeamRules = z.infer<typeof TeamRulesSchema>;

/** The rules a team starts with: nothing leaves by itself, and nobody is ranked. */
export const firstRules: TeamRules = { retentionDays: 0, figuresByOwner: false };

export async function readRules(at: Sealed): Promise<TeamRules> {
  return (await readSealed(at, rulesKey, TeamRulesSchema)) ?? firstRules;
}

/** Changes some of them over what the server has. @returns all of them now @throws ZodError where they are none */
export async function changeRules(at: Sealed, changes: Partial<TeamRules>): Promise<TeamRules> {
  const rules = TeamRulesSchema.parse({ ...(await readRules(at)), ...changes });
  await writeSealed(at, rulesKey, rules);
  return rules;
}
