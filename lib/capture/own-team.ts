/** Headings over those of our own side who look after the caller: "Brightwell contact", where Brightwell's people work. */
import { readLabel } from './labels.ts';
import type { Page } from './page-items.ts';
import { partsOfTitle } from './page-model.ts';
import { fold } from './text.ts';

/** Words of such a heading at most. */
const most = 4;

/** Shortest word that can be a brand's. */
const shortest = 4;

const known = new WeakMap<Page, ReadonlySet<string>>();

/**
 * Words that nothing is called on screens, of the page's host and of the end of a title of three parts or more: of two
 * it is as often the customer ("Case 118 – Harbor Housing").
 */
function brandWords(page: Page): ReadonlySet<string> {
  const before = known.get(page);
  if (before) return before;
  const url = page.frames[0]?.url ?? '';
  const host = URL.canParse(url) ? new URL(url).hostname.split('.').slice(0, -1) : [];
  const parts = partsOfTitle(page);
  const texts = parts.length > 2 ? [...host, parts.at(-1) ?? ''] : host;
  const found = new Set(
    texts
      .flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u))
      .filter((word) => word.length >= shortest && readLabel(word) === null),
  );
  known.set(page, found);
  return found;
}

/** Whether a text is the product's or company's own name and a word for whom they have ("contact", "team"). */
export function isOwnTeam(page: Page, text: string): boolean {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (words.length < 2 || words.length > most) return false;
  const brand = brandWords(page);
  const rest = words.filter((word) => !brand.has(word));
  if (rest.length === 0 || rest.length === words.length) return false;
  const label = readLabel(rest.join(' '));
  return label !== null && label.share > 0.9 && (label.kind === 'contact' || label.kind === 'agent');
}
