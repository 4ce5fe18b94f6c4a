/** Firefox's event page loads it where there is a team, and starts without it. */
export const loadTeamSync = () => import('./team-sync.ts');
