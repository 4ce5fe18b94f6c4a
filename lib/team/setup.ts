/** What the options page needs to make, join, try and leave a team: one chunk, loaded at the first press. */
export { connectTeam, tryEverything } from './connect.ts';
export { ConnectError } from './connect-problem.ts';
export { createTeam, openTeam } from './create-team.ts';
export { randomBytes, toText } from './crypto/bytes.ts';
export { readInvite, writeInvite } from './invite.ts';
export { allRecords, introduce, markLeft, ownRecord } from './members.ts';
export { requestSubject } from './requests/names.ts';
export { dropRefused, refusedRequests } from './requests/refused.ts';
export { changeKey } from './rotate.ts';
export { changeRules, readRules } from './rules.ts';
export { readTeamRecord } from './team-record.ts';
