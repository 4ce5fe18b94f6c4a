import * as z from 'zod/mini';
import { readSealed, type Sealed, writeSealed } from './sealed-json.ts';

const rulesKey = 'meta.rules';
const TeamRulesSchema = z.object({
  /** Days after which closed entries leave the server; 0 keeps them. */
  retentionDays: z.int().check(z.gte(0), z.lte(3_650)),
});
/** What the whole team goes by. */
export type TeamRules = z.infer<typeof TeamRulesSchema>;

/** The rules a team starts with: nothing leaves by itself. */
export const firstRules: TeamRules = { retentionDays: 0 };

export async function readRules(at: Sealed): Promise<TeamRules> {
  return (await readSealed(at, rulesKey, TeamRulesSchema)) ?? firstRules;
}

/** @throws ZodError where they are none */
export async function writeRules(at: Sealed, rules: TeamRules): Promise<void> {
  await writeSealed(at, rulesKey, TeamRulesSchema.parse(rules));
}
