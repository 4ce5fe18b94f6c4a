/** What the lists of a page say of the rest of it: that it is a company's, where a crowd begins, which texts head them. */

import { ownRows } from './contact-points.ts';
import type { PhoneOccurrence } from './occurrences.ts';
import type { Page } from './page-items.ts';
import { primaryHeading } from './page-model.ts';
import type { RowGroup } from './row-group.ts';

/** A list of people with what each does there: the people of a company. */
export function isStaff({ headers, rows }: RowGroup): boolean {
  const kinds = [...headers.values()].map((header) => header.label?.kind);
  return (
    rows.length >= 2 && kinds.includes('title') && kinds.some((kind) => kind === 'name' || kind === 'contact')
  );
}

/** Ways to reach somebody of which some name a person: a company's and its people's. */
export function isHalfNamed(group: RowGroup): boolean {
  const own = ownRows(group).length;
  return own > 0 && own < group.rows.length;
}

/** Different numbers at least that make rows a list of many callers: the calls of one have the same in each. */
const crowdLeast = 3;

/** Where the first list of many callers begins: index of its first item, 0 where there is none. */
export function crowdStart(groups: readonly RowGroup[], phones: readonly PhoneOccurrence[]): number {
  const starts = groups.flatMap(({ rows, headerItems }) => {
    const items = new Set(rows.flatMap((row) => row.items));
    const numbers = new Set(phones.filter((one) => items.has(one.item)).map((one) => one.match.e164));
    return numbers.size < crowdLeast ? [] : [Math.min(...[...headerItems, ...items].map(({ at }) => at))];
  });
  return starts.length > 0 ? Math.min(...starts) : 0;
}

/** What stands over lists; what heads the page, or stands first on it, is more than that. */
export function titlesOf(page: Page, groups: readonly RowGroup[]): ReadonlySet<string> {
  const first = page.items.find((item) => item.heading > 0 && !item.hidden && !item.chrome && !item.strip);
  const over = new Set(groups.map(({ title }) => title));
  for (const head of [first, primaryHeading(page)]) if (head) over.delete(head.text);
  return over;
}
