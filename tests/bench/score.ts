/** Compares a capture with a page's ground truth, and adds pages up. */
import type { CallerRow, CaptureResult } from '../../lib/capture/types.ts';
import type { CorpusPage, Truth } from './corpus.ts';

/** One page's outcome; null where the measure does not apply to the page. */
export interface PageScore {
  product: string;
  file: string;
  nameOk: boolean;
  phoneOk: boolean;
  /** Records only: nothing to edit. */
  bothOk: boolean | null;
  /** A number was filled in that is not the caller's. */
  wrongPhone: boolean;
  /** Pages without a caller, or without a number: what must stay empty stayed empty. */
  negativeOk: boolean | null;
  referenceOk: boolean | null;
  rowsWanted: number;
  rowsFound: number;
  rowsGiven: number;
  rowsExtra: number;
  scanMs: number;
  /** Filled in and best-candidate confidences with whether they were right. */
  calibration: { confidence: number; right: boolean }[];
  detail: string;
}

const same = (a: string, b: string): boolean => a.normalize('NFC') === b.normalize('NFC');

export function scorePage(page: CorpusPage, result: CaptureResult): PageScore {
  const { truth } = page;
  const name = result.name.chosen?.value ?? null;
  const phone = result.phone.chosen?.e164 ?? null;
  const names = truth.caller?.names ?? [];
  const nameOk = truth.caller ? name !== null && names.some((one) => same(one, name)) : name === null;
  const phoneOk = truth.phones.length > 0 ? phone !== null && truth.phones.includes(phone) : phone === null;
  // The sign for numbers is no part of one ("#4711").
  const bare = (text: string | null | undefined): string | null => text?.replace(/^#\s*/, '') ?? null;
  const reference = bare(result.reference.chosen?.value);
  const references = [truth.reference, ...(truth.references ?? [])].map(bare);
  const negative = truth.kind !== 'record' || !truth.caller || truth.phones.length === 0;
  const rows = scoreRows(truth, result.callers);
  return {
    product: page.product,
    file: truth.file,
    nameOk,
    phoneOk,
    bothOk: truth.kind === 'record' ? nameOk && phoneOk : null,
    wrongPhone: phone !== null && !truth.phones.includes(phone),
    negativeOk: negative
      ? (truth.caller !== null || name === null) && (truth.phones.length > 0 || phone === null)
      : null,
    referenceOk: truth.kind === 'record' && truth.reference ? references.includes(reference) : null,
    ...rows,
    scanMs: result.stats.scanMs,
    calibration: [
      ...result.name.candidates
        .slice(0, 1)
        .map((one) => ({ confidence: one.confidence, right: names.some((n) => same(n, one.value)) })),
      ...result.phone.candidates
        .slice(0, 1)
        .map((one) => ({ confidence: one.confidence, right: truth.phones.includes(one.e164 ?? '') })),
    ],
    detail: describe(truth, result, nameOk, phoneOk),
  };
}

function describe(truth: Truth, result: CaptureResult, nameOk: boolean, phoneOk: boolean): string {
  const parts: string[] = [];
  if (!nameOk)
    parts.push(
      `name ${result.name.chosen?.value ?? '–'} (${result.name.candidates[0]?.value ?? ''} ${result.name.candidates[0]?.confidence ?? ''}) want ${truth.caller?.names[0] ?? '–'}`,
    );
  if (!phoneOk)
    parts.push(
      `phone ${result.phone.chosen?.e164 ?? '–'} (${result.phone.candidates[0]?.e164 ?? ''} ${result.phone.candidates[0]?.confidence ?? ''}) want ${truth.phones[0] ?? '–'}`,
    );
  return parts.join('; ');
}

type RowScore = Pick<PageScore, 'rowsWanted' | 'rowsFound' | 'rowsGiven' | 'rowsExtra'>;

/** Lists: each wanted row once, by number and name. Rows on pages without a caller are extras. */
function scoreRows(truth: Truth, given: readonly CallerRow[]): RowScore {
  const isList = truth.kind === 'list';
  const left = truth.rows.map((row) => ({
    row,
    names: [...(row.names ?? []), ...(row.name ? [row.name] : [])],
    optional: row.phones.length === 0 || row.nationalForeign === true,
    taken: false,
  }));
  const named = (row: (typeof left)[number], one: CallerRow): boolean =>
    row.names.length === 0
      ? one.name === null
      : row.names.some((name) => one.name !== null && same(name, one.name));
  // Rows that are wanted first; what may be offered or not only takes what is left.
  const rest = given.filter((one) => {
    const fits = left.find(
      (row) => !row.taken && row.row.phones.includes(one.phone?.e164 ?? '') && named(row, one),
    );
    if (fits) fits.taken = true;
    return !fits;
  });
  let extra = 0;
  for (const one of rest) {
    const fits = left.find((row) => !row.taken && row.optional && named(row, one));
    if (fits) fits.taken = true;
    else extra++;
  }
  const wanted = left.filter((row) => !row.optional);
  if (!isList)
    return {
      rowsWanted: 0,
      rowsFound: 0,
      rowsGiven: truth.kind === 'none' ? given.length : 0,
      rowsExtra: truth.kind === 'none' ? given.length : 0,
    };
  return {
    rowsWanted: wanted.length,
    rowsFound: wanted.filter((row) => row.taken).length,
    rowsGiven: given.length,
    rowsExtra: extra,
  };
}

/** Shares over pages, 0 to 1; NaN where nothing was measured. */
export interface Totals {
  pages: number;
  records: number;
  name: number;
  phone: number;
  both: number;
  wrong: number;
  negatives: number;
  reference: number;
  recall: number;
  extras: number;
  median: number;
  p95: number;
}

export function totals(scores: readonly PageScore[]): Totals {
  const share = (list: readonly (boolean | null)[]): number => {
    const known = list.filter((one) => one !== null);
    return known.filter(Boolean).length / known.length;
  };
  const sum = (pick: (score: PageScore) => number): number =>
    scores.reduce((total, score) => total + pick(score), 0);
  const times = scores.map((score) => score.scanMs).sort((a, b) => a - b);
  const records = scores.filter((score) => score.bothOk !== null);
  const given = sum((score) => score.rowsGiven);
  return {
    pages: scores.length,
    records: records.length,
    name: share(records.map((score) => score.nameOk)),
    phone: share(records.map((score) => score.phoneOk)),
    both: share(scores.map((score) => score.bothOk)),
    wrong: share(scores.map((score) => score.wrongPhone)),
    negatives: share(scores.map((score) => score.negativeOk)),
    reference: share(scores.map((score) => score.referenceOk)),
    recall: sum((score) => score.rowsFound) / sum((score) => score.rowsWanted),
    extras: given === 0 ? 0 : sum((score) => score.rowsExtra) / given,
    median: times[Math.floor(times.length / 2)] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}
