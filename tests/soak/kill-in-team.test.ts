import { expect, it, onTestFinished } from 'vitest';
import { createTeam } from '../../lib/team/create-team.ts';
import { fromText } from '../../lib/team/crypto/bytes.ts';
import { createTeamCrypto } from '../../lib/team/crypto/envelope.ts';
import { writeInvite } from '../../lib/team/invite.ts';
import { bucketName } from '../../lib/team/types.ts';
import { shows } from '../support/journey/form.ts';
import { startNats } from '../support/nats-server.ts';
import { anAgent } from '../support/team/agents.ts';
import { openBench } from '../support/trust/bench.ts';
import { chanceOf, seedOfRun } from '../support/trust/chance.ts';
import { publish } from '../support/trust/figures.ts';
import { readKept } from '../support/trust/kept.ts';
import { killWhileSaving } from '../support/trust/kill-while-saving.ts';
import { until } from '../support/wait.ts';

const kills = 20;

it(`a browser that is killed ${kills} times while it saves in a team loses nothing, and the team has each entry once`, async () => {
  const server = await startNats();
  onTestFinished(() => server.stop());
  const access = await createTeam({
    server: server.wsUrl,
    credentials: { kind: 'none' },
    teamId: 'acme',
    teamName: 'Acme',
    passphrase: 'we call back in time',
  });
  const crypto = await createTeamCrypto(access.secrets.map(fromText));
  const team = { id: 'acme', bucket: bucketName('acme'), servers: [server.wsUrl], crypto };
  const colleague = await anAgent(team, 'Colleague');
  onTestFinished(() => colleague.end());
  await colleague.backOnline();
  const seed = seedOfRun() + 3;
  const bench = await openBench();
  onTestFinished(() => bench.close());
  const options = await bench.browser.openOwn('options.html');
  await (await options.find('button', 'Join a team')).click();
  await (await options.find('textbox', 'Invite code')).fill(await writeInvite(access));
  await (await options.find('textbox', 'Your name in the team')).fill('Ana');
  await (await options.find('button', 'Join the team')).click();
  await shows(options, /You are in\./);
  await options.close();

  const figures = await killWhileSaving(bench, chanceOf(seed), kills);
  const panel = await bench.browser.openOwn('sidepanel.html');
  const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id).sort();
  const { rows } = await readKept(panel);
  const there = await until(
    'the colleague to have what the browser has',
    async () => {
      const all = await colleague.all();
      return idsOf(all).join() === idsOf(rows).join() && all;
    },
    { within: 30_000 },
  );
  await publish('kill-in-team', seed, { ...figures, entries: rows.length, withTheTeam: there.length });
  expect(figures.underWay).toBeGreaterThan(0);
  expect(there.length).toBeGreaterThanOrEqual(figures.announced);
  for (const { history } of there) expect(new Set(history.map(({ id }) => id)).size).toBe(history.length);
});
