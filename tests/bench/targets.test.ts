import { expect, test } from 'vitest';
import type { CaptureResult } from '../../lib/capture/types.ts';
import { scorePage, totals } from './score.ts';
import { belowTarget, targets } from './targets.ts';

const all = { records: true, negatives: true, lists: true };
const field = (value: string | null, e164?: string) => {
  const one = value === null ? null : { value, confidence: 0.9, evidence: [], ...(e164 ? { e164 } : {}) };
  return { chosen: one, candidates: one ? [one] : [] };
};
const result = (
  name: string | null,
  number: string | null,
  rows: [string, string][] = [],
): CaptureResult => ({
  page: { url: '', title: '', site: '', recordKey: '' },
  name: field(name),
  phone: field(number, number ?? undefined),
  reference: field(null),
  countries: { home: 'US', others: [], sure: 'weak' },
  callers: rows.map(([row, e164]) => ({ name: row, phone: { value: e164, e164 }, time: null, missed: null })),
  reasonSuggestion: null,
  notices: [],
  stats: { scanMs: 1, nodes: 1, frames: 1 },
});
const truth = (
  kind: 'record' | 'list',
  name: string | null,
  phones: string[],
  rows: [string, string][] = [],
) => ({
  product: 'p',
  html: '',
  truth: {
    file: 'f',
    url: 'https://x.example/',
    region: 'US',
    kind,
    caller: name === null ? null : { names: [name] },
    phones,
    reference: null,
    rows: rows.map(([row, e164]) => ({ name: row, phones: [e164] })),
  } as never,
});

test('a page is exact only with its own name and number, and a number of nobody is a wrong one', () => {
  const page = truth('record', 'Dana Lee', ['+14155550132']);
  const score = (name: string | null, number: string | null) => scorePage(page, result(name, number));
  expect(score('Dana Lee', '+14155550132')).toMatchObject({ bothOk: true, wrongPhone: false });
  expect(score('Dana Lee', null)).toMatchObject({ bothOk: false, wrongPhone: false });
  expect(score('Dana Lee', '+14155550133')).toMatchObject({ bothOk: false, wrongPhone: true });
});

test('each row of a list counts once, and what is none is extra', () => {
  const rows: [string, string][] = [
    ['Ana', '+14155550132'],
    ['Bo', '+14155550133'],
  ];
  const given: [string, string][] = [...rows.slice(0, 1), ...rows.slice(0, 1), ['Cy', '+14155550134']];
  expect(scorePage(truth('list', null, [], rows), result(null, null, given))).toMatchObject({
    rowsWanted: 2,
    rowsFound: 1,
    rowsExtra: 2,
    negativeOk: true,
  });
});

test('a run below a target says which, and so does one that measured nothing', () => {
  const page = truth('record', 'Dana Lee', ['+14155550132']);
  const good = totals([scorePage(page, result('Dana Lee', '+14155550132'))]);
  expect(belowTarget(good, targets.corpus, { records: true, negatives: false, lists: false })).toEqual([]);
  expect(belowTarget(good, targets.corpus, all)).toHaveLength(2);
  expect(belowTarget(totals([]), targets.corpus, all)).toHaveLength(4);
  const bad = totals([scorePage(page, result('Dana Lee', '+14155550133'))]);
  expect(belowTarget(bad, targets.corpus, { ...all, negatives: false, lists: false })).toHaveLength(2);
});
