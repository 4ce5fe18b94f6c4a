import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './paths.ts';

/** Runs one of the installed tools, its output shown as it comes; gives its exit code. */
export async function tool(command: string, args: string[]): Promise<number> {
  // In a log nobody watches, colours and spinners are noise.
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', CI: 'true' };
  const env = {
    ...process.env,
    ...plain,
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  };
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    // npm's commands on Windows are .cmd files, which need a shell.
    shell: process.platform === 'win32',
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`${command} does not start: ${error.message}`)));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** The same for a tool that must succeed. */
export async function mustRun(command: string, args: string[]): Promise<void> {
  const code = await tool(command, args);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}
