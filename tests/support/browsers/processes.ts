import { readdirSync, readFileSync } from 'node:fs';

/** Every process under this one: pages and extensions have their own. */
export function descendants(parent: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number);
  return [...children, ...children.flatMap(descendants)];
}

/** What a browser has computed so far, ms. */
export interface CpuTime {
  /** All its processes together. */
  all: number;
  /** Those that hold extensions and nothing else; 0 where they cannot be told apart. */
  extensions: number;
}

/** What a browser's processes have computed since they started. @param pid of its first process */
export function cpuTimeOf(pid: number): CpuTime {
  const time = { all: 0, extensions: 0 };
  for (const one of [pid, ...descendants(pid)]) {
    const own = cpuMsOf(one);
    time.all += own;
    if (commandOf(one).includes('--extension-process')) time.extensions += own;
  }
  return time;
}

/** One tick of the kernel's clock, ms (getconf CLK_TCK says 100 a second on every Linux there is). */
const tick = 10;

function cpuMsOf(pid: number): number {
  const fields = statOf(String(pid));
  return fields ? (Number(fields[11]) + Number(fields[12])) * tick : 0;
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function parentOf(pid: string): number | null {
  const fields = statOf(pid);
  return fields ? Number(fields[1]) : null;
}

/** The fields after the name, which stands in brackets and may hold anything (man 5 proc_pid_stat); null when gone. */
function statOf(pid: string): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? null;
  } catch {
    return null;
  }
}
