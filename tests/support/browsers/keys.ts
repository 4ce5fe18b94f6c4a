import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { until } from '../wait.ts';

const execute = promisify(execFile);

/** Runs xdotool on a display and gives what it printed. */
export async function xdotool(display: string, args: string[]): Promise<string> {
  const { stdout } = await execute('xdotool', args, {
    env: { ...process.env, DISPLAY: display },
    timeout: 30_000,
  });
  return stdout.trim();
}

/** The browser's own window: the largest on the screen whose class this expression fits. */
export async function browserWindow(display: string, windowClass: string): Promise<string> {
  return until(`a window of ${windowClass}`, async () => {
    const found = await xdotool(display, ['search', '--onlyvisible', '--class', windowClass]);
    const windows = await Promise.all(
      found.split('\n').map(async (id) => ({ id, area: await areaOf(display, id) })),
    );
    // Menus, bubbles and pop-ups are windows of the same class.
    return windows.sort((a, b) => b.area - a.area)[0]?.id;
  });
}

async function areaOf(display: string, id: string): Promise<number> {
  const geometry = await xdotool(display, ['getwindowgeometry', '--shell', id]);
  const size = (name: string) => Number(new RegExp(`^${name}=(\\d+)`, 'm').exec(geometry)?.[1] ?? 0);
  return size('WIDTH') * size('HEIGHT');
}

/** The title of the window that has the focus, "" when none has. */
export async function activeTitle(display: string): Promise<string> {
  return xdotool(display, ['getactivewindow', 'getwindowname']).catch(() => '');
}

/** Gives a window the focus and waits until it has it. */
export async function focusWindow(display: string, id: string): Promise<void> {
  await xdotool(display, ['windowactivate', '--sync', id]);
  await until('the window to have the focus', async () => {
    return (await xdotool(display, ['getwindowfocus'])) === id;
  });
}

/** Presses real keys in the window that has the focus: "alt+shift+c". */
export async function pressKeys(display: string, ...chords: string[]): Promise<void> {
  await xdotool(display, ['key', '--clearmodifiers', ...chords]);
}

/** Clicks with the real mouse at a place of the screen. */
export async function clickAt(display: string, x: number, y: number): Promise<void> {
  await xdotool(display, ['mousemove', '--sync', `${Math.round(x)}`, `${Math.round(y)}`, 'click', '1']);
}

/** Clicks with the right mouse button and waits until the menu, a window of its own, is on the screen. */
export async function openMenuAt(display: string, x: number, y: number): Promise<void> {
  const windows = () => xdotool(display, ['search', '--onlyvisible', '--name', '.*']);
  const before = await windows();
  await xdotool(display, ['mousemove', '--sync', `${x}`, `${y}`, 'click', '3']);
  await until('the menu', async () => (await windows()) !== before);
}
