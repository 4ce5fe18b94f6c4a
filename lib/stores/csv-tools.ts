import type { isOurHeader } from '../backup/csv-columns.ts';
import type { readOurCsv, writeCsv } from '../backup/csv-file.ts';
import type { csvRows, guessDelimiter } from '../backup/csv-rows.ts';
import type { guessMapping, looksLikeHeader, readForeignCsv } from '../backup/foreign-csv.ts';
import type { readPhone } from '../domain/phone.ts';

/** What is needed for CSV alone, with its library and the phone metadata: fetched when a file asks for it. */
export interface CsvTools {
  csvRows: typeof csvRows;
  guessDelimiter: typeof guessDelimiter;
  isOurHeader: typeof isOurHeader;
  readOurCsv: typeof readOurCsv;
  writeCsv: typeof writeCsv;
  guessMapping: typeof guessMapping;
  looksLikeHeader: typeof looksLikeHeader;
  readForeignCsv: typeof readForeignCsv;
  readPhone: typeof readPhone;
}

export async function loadCsvTools(): Promise<CsvTools> {
  const [columns, file, rows, foreign, phone] = await Promise.all([
    import('../backup/csv-columns.ts'),
    import('../backup/csv-file.ts'),
    import('../backup/csv-rows.ts'),
    import('../backup/foreign-csv.ts'),
    import('../domain/phone.ts'),
  ]);
  return {
    isOurHeader: columns.isOurHeader,
    readOurCsv: file.readOurCsv,
    writeCsv: file.writeCsv,
    csvRows: rows.csvRows,
    guessDelimiter: rows.guessDelimiter,
    guessMapping: foreign.guessMapping,
    looksLikeHeader: foreign.looksLikeHeader,
    readForeignCsv: foreign.readForeignCsv,
    readPhone: phone.readPhone,
  };
}
