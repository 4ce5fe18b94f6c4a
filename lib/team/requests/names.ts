/** Where requests from outside wait for the team. */
export const requestSubject = (teamId: string): string => `ringback.${teamId}.requests`;
export const requestStream = (teamId: string): string => `ringback_${teamId}_requests`;
/** The one consumer all members share: the server gives each request to one of them. */
export const requestConsumer = 'ringback';
