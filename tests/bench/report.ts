/** Figures with their limits, a line each; whoever is over one is remembered. */
export interface PageReport {
  /** A figure that has no limit. */
  tell(what: string, figure: string): void;
  /** A figure and the most it may be. */
  hold(what: string, value: number, limit: number, unit: string, digits?: number): void;
  failed(): boolean;
}

export function openPageReport(): PageReport {
  const over: string[] = [];
  const line = (what: string, figure: string): void => console.log(`${what.padEnd(46)}${figure}`);
  return {
    tell: line,
    hold(what, value, limit, unit, digits = 1) {
      const isOver = !(value <= limit);
      line(
        what,
        `${value.toFixed(digits)} ${unit} (limit ${limit.toFixed(digits)})${isOver ? '  OVER' : ''}`,
      );
      if (isOver) over.push(what);
    },
    failed() {
      for (const what of over) console.log(`over its limit: ${what}`);
      return over.length > 0;
    },
  };
}

/** The middle of some measurements: one slow run on a busy machine does not move it. */
export function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
