/** Keeps every task of the reading short, and the whole reading within its time. */
export interface Pace {
  /** The same clock with less time. @param time ms of all work so far */
  until(time: number): Pace;
  /** Whether the time is up; to be asked every few hundred steps. */
  isOver(): boolean;
  /** Lets the page run when the current task has lasted long enough. */
  breathe(): Promise<void>;
  /** Lets the page run in any case. */
  pause(): Promise<void>;
  /** Waits for something that is no work of ours. */
  wait<T>(promise: Promise<T>): Promise<T>;
  /** Milliseconds of work so far, pauses not counted. */
  worked(): number;
}

/** @param time ms of work after which the reading must end @param slice ms one task may last */
export function pace(time: number, slice: number): Pace {
  const started = performance.now();
  let taskStart = started;
  let before = 0;
  const wait = async <T>(promise: Promise<T>): Promise<T> => {
    before += performance.now() - taskStart;
    const value = await promise;
    taskStart = performance.now();
    return value;
  };
  const pause = (): Promise<void> => wait(nextTask());
  const worked = (): number => before + performance.now() - taskStart;
  const breathe = async (): Promise<void> => {
    if (performance.now() - taskStart > slice) await pause();
  };
  const until = (most: number): Pace => ({
    until,
    // Under load the clock runs without us: our own work counts, and only far over the time the clock does.
    isOver: () => worked() > most || performance.now() - started > most * 4,
    breathe,
    pause,
    wait,
    worked,
  });
  return until(time);
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
