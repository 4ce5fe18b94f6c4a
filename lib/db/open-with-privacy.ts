import { repositoriesOf } from './open-database.ts';
import { createPrivacyRepository } from './privacy-repository.ts';
import { RingbackDatabase } from './schema.ts';
import { createTeamRepository } from './team-repository.ts';

export type PrivateRepositories = ReturnType<typeof openDatabaseWithPrivacy>;

/**
 * The database for those who take things away for good or keep a team in step, the background and the options: panel
 * and pop-up, which open many times a day, are not to load that. @param name tests use a name each.
 */
export function openDatabaseWithPrivacy(name?: string) {
  const db = new RingbackDatabase(name);
  return { ...repositoriesOf(db), privacy: createPrivacyRepository(db), team: createTeamRepository(db) };
}
