import { bounded } from '../wait.ts';
import type { ChromiumScreen } from './chromium-screen.ts';

/** Stops the background worker as the browser does when it is idle; it is woken again by whatever happens next. */
export async function stopWorker({ page }: ChromiumScreen): Promise<void> {
  const cdp = await page.createCDPSession();
  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  await cdp.send('ServiceWorker.enable');
  cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    // Told of nothing at first, then of what has changed.
    if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
  });
  await cdp.send('ServiceWorker.stopAllWorkers');
  await bounded('the worker to stop', stopped, 10_000);
  await cdp.detach();
}
