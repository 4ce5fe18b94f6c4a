import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { bounded, until } from '../wait.ts';
import { xdotool } from './keys.ts';

/** A screen of one's own, with a window manager so that windows take the focus as on a desk. */
export interface Display {
  /** For DISPLAY: ":7". */
  name: string;
  close(): Promise<void>;
}

/** Starts Xvfb on a free display number and a window manager on it, and waits until both answer. */
export async function openDisplay(size = '1280x900'): Promise<Display> {
  // Xvfb picks the number and writes it to descriptor 3 once it accepts clients: no guessing, no waiting.
  // Without -noreset it starts afresh when its last client goes: the first question asked by xdotool, answered
  // before the window manager was there, then took the window manager down with it.
  const options = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  endWithUs(server);
  const number = await bounded('Xvfb', firstLine(server), 20_000).catch((error) => {
    server.kill();
    throw error;
  });
  const name = `:${number}`;
  const manager = spawn('openbox', [], { env: { ...process.env, DISPLAY: name }, stdio: 'ignore' });
  endWithUs(manager);
  const close = async () => {
    await stop(manager);
    await stop(server);
  };
  try {
    // Only a running window manager answers this.
    await until('the window manager', () => xdotool(name, ['get_num_desktops']));
  } catch (error) {
    await close();
    throw error;
  }
  return { name, close };
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.once('error', (error) => reject(new Error(`Xvfb does not start: ${error.message}`)));
    server.once('exit', (code) => reject(new Error(`Xvfb ended at once with code ${code}`)));
    (server.stdio[3] as Readable).on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const end = said.indexOf('\n');
      if (end >= 0) resolve(said.slice(0, end).trim());
    });
  });
}

/** Sees that a process that was started here does not outlive this one, however this one ends. */
export function endWithUs(child: ChildProcess): void {
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
}

/** Ends a process that was started here, and waits until it is gone. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await bounded(`the end of process ${child.pid}`, gone, 30_000);
}
