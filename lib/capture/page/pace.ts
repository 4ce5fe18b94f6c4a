/** Keeps every task of the reading short, and the whole reading within its time. */
export interface Pace {
  /** Whether the time is up; to be asked every few hundred steps. */
  isOver(): boolean;
  /** Lets the page run when the current task has lasted long enough. */
  breathe(): Promise<void>;
  /** Lets the page run in any case. */
  pause(): Promise<void>;
  /** Milliseconds of work so far, pauses not counted. */
  worked(): number;
}

/** @param time ms of work after which the reading must end @param slice ms one task may last */
export function pace(time: number, slice: number): Pace {
  const started = performance.now();
  let taskStart = started;
  let before = 0;
  const pause = async (): Promise<void> => {
    before += performance.now() - taskStart;
    await nextTask();
    taskStart = performance.now();
  };
  const worked = (): number => before + performance.now() - taskStart;
  return {
    // Under load the clock runs without us: our own work counts, and only far over the time the clock does.
    isOver: () => worked() > time || performance.now() - started > time * 4,
    breathe: async () => {
      if (performance.now() - taskStart > slice) await pause();
    },
    pause,
    worked,
  };
}

/** A task of its own, without the 4 ms that nested timers are clamped to (HTML, "timer initialization steps"). */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
