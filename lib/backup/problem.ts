/** Why a file cannot be taken at all. Nothing of it is stored then. */
export const problemCodes = [
  'empty',
  /** Bytes that are neither UTF-8 nor UTF-16. */
  'encoding',
  /** The browser could not read the file: moved, changed or deleted meanwhile. */
  'unreadable',
  'not-a-backup',
  /** Written by a Ringback newer than this one. */
  'newer-version',
  'broken',
  /** The file ends in the middle. */
  'truncated',
  'row-too-long',
  'too-many-rows',
  'too-large',
  /** A quotation mark that is never closed. */
  'open-quote',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A file that cannot be taken, with the row it fails at where there is one (see README: how rows count). */
export class BackupProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly row: number | null = null,
  ) {
    super(row === null ? code : `${code} (row ${row})`);
  }
}

/** Why one row is left out while the others may be taken. */
export type RefusalCode = 'no-name-or-number' | 'time' | 'details' | 'invalid' | 'twice';

/** A row that is left out. */
export interface RefusedRow {
  row: number;
  code: RefusalCode;
  /** What stood there, or which field it is about; short. */
  detail: string;
}

/**
 * What can be taken in one go: a file is read in slices, but its entries are held together until they are
 * stored, because they are stored all or none.
 */
export const fileLimits = {
  /** Bytes. */
  size: 256 * 1024 * 1024,
  rows: 200_000,
  /** Longest row in UTF-16 code units: above the largest callback there can be, with its whole history. */
  row: 16 * 1024 * 1024,
  /** The same in CSV, where misplaced quotation marks make a long row slow to read. */
  csvRow: 4 * 1024 * 1024,
  /** Refused rows that are told one by one; the rest is counted. */
  refusedShown: 100,
} as const;
