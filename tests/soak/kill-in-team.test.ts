import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createTeam } from '../../lib/team/create-team.ts';
import { fromText } from '../../lib/team/crypto/bytes.ts';
import { createTeamCrypto } from '../../lib/team/crypto/envelope.ts';
import { writeInvite } from '../../lib/team/invite.ts';
import { bucketName } from '../../lib/team/types.ts';
import { shows } from '../support/journey/form.ts';
import { type NatsServer, startNats } from '../support/nats-server.ts';
import { anAgent } from '../support/team/agents.ts';
import { type HowOften, type Killable, killAtWork } from '../support/team/browser-kills.ts';
import { openBench } from '../support/trust/bench.ts';
import { publish } from '../support/trust/figures.ts';
import { until } from '../support/wait.ts';
import { firefoxWorkplace } from '../support/workplace.ts';

const seeds = Array.from({ length: 20 }, (_, place) => place + 1);

let server: NatsServer;
beforeAll(async () => {
  server = await startNats();
});
afterAll(() => server.stop());

/** A team and a list of its own in a fresh profile, a colleague at the same list, and what is left of it all. */
async function killInTeam(browser: Killable, teamId: string, seed: number, how: HowOften): Promise<void> {
  const access = await createTeam({
    server: server.wsUrl,
    credentials: { kind: 'none' },
    teamId,
    teamName: 'Acme',
    passphrase: 'we call back in time',
  });
  const crypto = await createTeamCrypto(access.secrets.map(fromText));
  const team = { id: teamId, bucket: bucketName(teamId), servers: [server.wsUrl], crypto };
  const colleague = await anAgent(team, 'Cleo');
  onTestFinished(() => colleague.end());
  await colleague.backOnline();
  const options = await browser.openOwn('options.html');
  await (await options.find('button', 'Join a team')).click();
  await (await options.find('textbox', 'Invite code')).fill(await writeInvite(access));
  await (await options.find('textbox', 'Your name in the team')).fill('Ana');
  await (await options.find('button', 'Join the team')).click();
  await shows(options, /You are in\./);
  await options.close();

  const { figures, list } = await killAtWork(browser, colleague, seed, how);
  await publish(`kill-in-team-${teamId}`, seed, figures);
  expect(figures.saved + figures.recorded + figures.deleted).toBeGreaterThan(0);

  // The server has it, and not only those who wrote it.
  const newcomer = await anAgent(team, 'Newcomer');
  onTestFinished(() => newcomer.end());
  await newcomer.backOnline();
  const seen = await until('the newcomer to have all of it', async () => {
    const all = await newcomer.all();
    return all.length === list.length && all;
  });
  expect(seen.sort((one, other) => (one.id < other.id ? -1 : 1))).toEqual(list);
}

test.each(seeds)(
  'Chromium killed 4 times while it saves, calls and deletes beside a colleague, seed %i',
  async (seed) => {
    const bench = await openBench();
    onTestFinished(() => bench.close());
    await killInTeam(bench.browser, `chromium-${seed}`, seed, { kills: 4, presses: 5 });
  },
  120_000,
);

// To find something by its role takes Firefox half a second and more.
test.each(seeds.slice(0, 4))(
  'Firefox killed 3 times while it saves, calls and deletes beside a colleague, seed %i',
  async (seed) => {
    const { browser, close } = await firefoxWorkplace();
    onTestFinished(close);
    await killInTeam(browser, `firefox-${seed}`, seed, { kills: 3, presses: 4 });
  },
  240_000,
);
