import type { CallerRow, CaptureResult } from '../capture/types.ts';

/**
 * Calls listed on the page of a caller that somebody else made: missed calls beside a call in hand. Rows that show no
 * call, such as the people of an account, and the caller's own history are not among them.
 */
export function otherCallers({ callers, name, phone }: CaptureResult): CallerRow[] {
  const whole = name.chosen?.value.trim().toLocaleLowerCase();
  return callers.filter(
    (row) =>
      (row.time !== null || row.missed === true) &&
      row.missed !== false &&
      (row.name !== null || row.phone !== null) &&
      (row.phone === null || row.phone.e164 !== phone.chosen?.e164) &&
      (row.name === null || row.name.trim().toLocaleLowerCase() !== whole),
  );
}

/** Whether a page is about many: it has rows, and shows nobody in particular. */
export function isList({ callers, name, phone }: CaptureResult): boolean {
  return callers.length > 0 && !name.chosen && !phone.chosen;
}
