/** What no person edits in a spreadsheet stands as JSON in the last column, whose name carries the version. */
export const lastColumn = 'ringback 1';

/** The columns of our own CSV, in order. */
export const csvColumns = [
  'id',
  'callerName',
  'phone',
  'otherPhones',
  'reference',
  'reason',
  'kind',
  'status',
  'owner',
  'promisedFrom',
  'promisedUntil',
  'happenedAt',
  'objective',
  'missing',
  'notes',
  'page',
  'createdAt',
  'updatedAt',
  'closedAt',
  lastColumn,
] as const;

/** True where a first row is that of a file written here. */
export function isOurHeader(header: readonly string[]): boolean {
  return csvColumns.every((column, place) => header[place] === column);
}
