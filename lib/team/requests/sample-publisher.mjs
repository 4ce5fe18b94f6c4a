// Hands one request to a team's list, in plain Node 22 or newer (npm install @nats-io/nats-core). For a phone
// system, a web form, a voicemail service: what it needs is the subject, its own user, and this.
//
//   RINGBACK_SERVER=wss://lists.example.com:8443 RINGBACK_TEAM=acme \
//   RINGBACK_USER=phone-system RINGBACK_PASSWORD=… \
//   node sample-publisher.mjs '{ "number": "+14155550132", "name": "Dana Lee", "reason": "Boiler leaks" }'
import { randomUUID } from 'node:crypto';
import { usernamePasswordAuthenticator, wsconnect } from '@nats-io/nats-core';

const { RINGBACK_SERVER, RINGBACK_TEAM, RINGBACK_USER, RINGBACK_PASSWORD, RINGBACK_WAIT = '0' } = process.env;
const request = JSON.parse(process.argv[2] ?? '{}');

const connection = await wsconnect({
  servers: RINGBACK_SERVER,
  // Its user may hear its own inbox alone (server/team.conf).
  inboxPrefix: '_INBOX_requests',
  ...(RINGBACK_USER
    ? { authenticator: usernamePasswordAuthenticator(RINGBACK_USER, RINGBACK_PASSWORD) }
    : {}),
});
const replyTo = `ringback.${RINGBACK_TEAM}.replies.${randomUUID()}`;
const answers = connection.subscribe(replyTo, { max: 1, timeout: Number(RINGBACK_WAIT) * 1000 || undefined });

// Answered by the server as soon as the request is on its disk, also while nobody of the team is there.
const kept = await connection.request(
  `ringback.${RINGBACK_TEAM}.requests`,
  JSON.stringify({ ...request, replyTo }),
  { timeout: 5_000 },
);
console.log('kept', kept.string());

if (Number(RINGBACK_WAIT) > 0) {
  // By when the caller can expect to be called, once somebody of the team has it.
  try {
    for await (const answer of answers) console.log('answer', answer.string());
  } catch {
    console.log('no answer yet');
  }
}
await connection.close();
