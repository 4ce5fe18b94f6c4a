import { describe, onTestFinished, test } from 'vitest';
import { createTeam } from '../../lib/team/create-team.ts';
import { writeInvite } from '../../lib/team/invite.ts';
import { selfSigned } from '../support/nats/certificate.ts';
import { startNats } from '../support/nats-server.ts';
import { until } from '../support/wait.ts';
import { useFirefox } from './use-browser.ts';

describe('a colleague in Firefox', () => {
  const workplace = useFirefox();

  test('is told of a certificate nobody vouches for, and joins with one code', async () => {
    const { cert, key } = selfSigned();
    const [secured, plain] = await Promise.all([startNats({ tls: { cert, key } }), startNats()]);
    onTestFinished(async () => void (await Promise.all([secured.stop(), plain.stop()])));
    const access = await createTeam({
      server: plain.wsUrl,
      credentials: { kind: 'none' },
      teamId: 'acme',
      teamName: 'Acme',
      passphrase: 'we call back in time',
    });
    const options = await workplace().browser.openOwn('options.html');
    const says = (text: RegExp) =>
      until(
        `${text}`,
        () => options.run(() => document.body.textContent ?? '').then((all) => text.test(all)),
        {
          within: 20_000,
        },
      );
    await (await options.find('button', 'Join a team')).click();
    const code = await options.find('textbox', 'Invite code');
    await code.fill(await writeInvite({ ...access, server: secured.wsUrl }));
    await (await options.find('textbox', 'Your name in the team')).fill('Jonas Weber');
    await (await options.find('button', 'Join the team')).click();
    await says(/its certificate is not accepted/);
    await code.fill(await writeInvite(access));
    await (await options.find('button', 'Join the team')).click();
    await says(/You are Jonas Weber in “Acme”\./);
  });
});
