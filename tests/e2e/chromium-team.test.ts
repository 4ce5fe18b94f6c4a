import { describe, expect, onTestFinished, test } from 'vitest';
import { freePorts } from '../support/nats/ports.ts';
import { startNats } from '../support/nats-server.ts';
import { until } from '../support/wait.ts';
import { useChromium } from './use-browser.ts';

describe('a team lead in Chromium', () => {
  const workplace = useChromium();

  test('is told what is wrong, starts a team on a real server, and invites to it', async () => {
    const server = await startNats();
    onTestFinished(() => server.stop());
    const options = await workplace().browser.openOwn('options.html');
    const says = (text: RegExp) =>
      until(
        `${text}`,
        () => options.run(() => document.body.textContent ?? '').then((all) => text.test(all)),
        {
          within: 20_000,
        },
      );
    // Who works alone has loaded none of it.
    const loaded = () =>
      options.run(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join('\n'),
      );
    expect(await loaded()).not.toMatch(/setup-/);
    await (await options.find('button', 'Start a team')).click();
    const [nobody] = await freePorts(1);
    await (await options.find('textbox', 'Server')).fill(`ws://127.0.0.1:${nobody}`);
    await (await options.find('combobox', 'Sign in with')).choose('Nothing (a trial on this computer)');
    await (await options.find('textbox', 'Team name')).fill('Northgate Service');
    await (await options.find('textbox', 'Team passphrase')).fill('we call back in time');
    await (await options.find('textbox', 'Your name in the team')).fill('Priya Raman');
    await (await options.find('button', 'Start the team')).click();
    await says(/Nothing answers at that address\./);
    await (await options.find('textbox', 'Server')).fill(server.wsUrl);
    await (await options.find('button', 'Start the team')).click();
    await says(/The team is there\. Invite your colleagues\./);
    await says(/You are Priya Raman in “Northgate Service”\./);
    await (await options.find('button', 'Test the connection')).click();
    await says(/The connection works\./);
    // Browsers give a summary roles of their own.
    await options.run(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await (await options.find('button', 'Leave and keep the callbacks here')).click();
    await says(/You have left the team\./);
  });
});
