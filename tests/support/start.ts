import { beside } from './beside.ts';
import { provideChromium } from './need.ts';
import { mustRun } from './step.ts';
import { tour } from './tour/tour.ts';
import { reasonOf } from './wait.ts';

/**
 * `npm start`: builds Ringback and opens it beside a customer page; without a display, or in CI, it does the
 * main job once by itself and shows what it saw.
 */
const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const alone = !display || Boolean(process.env.CI && process.env.CI !== 'false');

try {
  await mustRun('wxt', ['build']);
  const executable = await provideChromium();
  if (alone) await tour(executable);
  else await beside(executable);
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = 1;
}
