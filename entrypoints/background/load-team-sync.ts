import * as bundled from './team-sync.ts';

/** Chromium's worker cannot load code late, so it has it from the start. */
export const loadTeamSync = async () => bundled;
