/** Rows whose second line begins with the number and says more behind it ("030 23125 211 · Amselweg 9 · Wartung"). */
import type { Page } from './page-items.ts';
import type { PhoneMatch } from './phone-shape.ts';
import { plainDigits } from './text.ts';

/** Lines of a page from which on those that begin with a number are rows of a list. */
const rowLines = 3;

/** Whether several lines of a page begin with a number and say more behind a stroke, as rows of lists do. */
export function linesBegin(page: Page): boolean {
  const begins = /^[+(]?\d[\d\s().+/-]{5,}\s[|•·]\s/u;
  return page.items.filter((item) => !item.hidden && begins.test(plainDigits(item.text))).length >= rowLines;
}

/** "030 23125 211 · Amselweg 9 · Heizungswartung": the number alone, then what else a line says. */
export function beginsWith(line: string, match: PhoneMatch): boolean {
  const [first = '', ...more] = line.split(/\s[|•·]\s/);
  return more.length > 0 && match.start < first.length && !/\p{L}{2}/u.test(first);
}
