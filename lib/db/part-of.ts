/** Rows of one entry each are many; what is kept of them in parts is written and read by the part. */
export const partCount = 64;

/** Which part an entry is in: the same for the same id, whatever wrote it. */
export function partOf(id: string): number {
  let sum = 0;
  for (let at = 0; at < id.length; at += 1) sum = (sum * 31 + id.charCodeAt(at)) >>> 0;
  return sum % partCount;
}
