/**
 * What a correction teaches about a site: what the label means and the place a field was found at, never what
 * stood there. Next time, on another record of the site, what stands at that place wins.
 */
import { type CandidateDraft, toldNumbers } from './candidates.ts';
import type { FrameEvidence } from './evidence.ts';
import { labelOf } from './label-of.ts';
import { isPlaceholder } from './labels.ts';
import { cleanName, nameKey } from './name-shape.ts';
import { countriesOf } from './page-country.ts';
import type { Item, Page } from './page-items.ts';
import { pageModel } from './page-model.ts';
import { findPhones, firstPhone } from './phone-shape.ts';
import { isHinted } from './site-memory.ts';
import { fold } from './text.ts';
import type { Countries, FoundPlace, SiteHint, SiteMemory } from './types.ts';
import { phoneWeights } from './weights.ts';

/** Longer paths say no more, and are cut from the root's side. */
const placeMax = 800;

/**
 * Where on its site a corrected value stands; null where it is not on the page.
 * @param value what the agent chose, typed or pointed at
 * @param defaultCountry ISO alpha-2, for numbers
 */
export function correctionHint(
  frames: readonly FrameEvidence[],
  field: SiteHint['field'],
  value: string,
  defaultCountry: string,
): FoundPlace | null {
  const page = pageModel(frames);
  const countries = countriesOf(page, defaultCountry);
  const shows = page.items.filter((item) => holds(item, field, value, countries));
  const item = shows.find(({ hidden, chrome }) => !hidden && !chrome) ?? shows[0];
  return item ? placeOf(page, item, field) : null;
}

/**
 * What stands where a correction on this site said, a number in each of its readings; nothing where none or more
 * than one stands there.
 * @param memory what is remembered of the page's site
 */
export function hintedDrafts(
  page: Page,
  memory: SiteMemory | undefined,
  field: SiteHint['field'],
  countries: Countries,
): CandidateDraft[] {
  if (!memory?.hints.some((hint) => hint.field === field)) return [];
  const places = page.items
    .filter((item) => !item.hidden && item.text !== '')
    .map((item) => ({ item, found: placeOf(page, item, field) }));
  for (const near of [false, true]) {
    const drafts = new Map<string, CandidateDraft[]>();
    for (const { item, found } of places) {
      if (!isHinted(memory, found, near)) continue;
      const [draft, ...readings] = draftsFrom(item, field, labelOf(page, item)?.text ?? '', countries);
      if (draft) drafts.set(draft.key, [draft, ...readings]);
    }
    // A place that several values stand at tells nothing about which of them is meant.
    if (drafts.size > 0) return drafts.size === 1 ? [...drafts.values()].flat() : [];
  }
  return [];
}

function draftsFrom(
  item: Item,
  field: SiteHint['field'],
  label: string,
  countries: Countries,
): CandidateDraft[] {
  const hint = {
    score: phoneWeights.hint,
    evidence: [{ code: 'picked' as const, ...(label ? { label } : {}) }],
    items: [item],
  };
  if (field === 'phone') return toldNumbers(firstPhone(item.text, countries), hint);
  const value = field === 'name' ? cleanName(item.text) : item.text;
  return value === '' || isPlaceholder(value) ? [] : [{ ...hint, value, key: value }];
}

/** What the label means, and the path of tags, roles and positions: no ids, no classes, no text. */
function placeOf(page: Page, item: Item, field: SiteHint['field']): FoundPlace {
  const found = labelOf(page, item);
  const path = [...page.up(item.box)]
    .map(({ tag, role, index, column }) => `${role ? `${tag}[${role}]` : tag}:${column ?? index}`)
    .reverse();
  return {
    field,
    label: found?.label?.kind ?? '',
    words: found && !found.label ? fold(found.text) : '',
    place: [...path, item.leaf.kind].join('>').slice(-placeMax),
  };
}

function holds(item: Item, field: SiteHint['field'], value: string, countries: Countries): boolean {
  if (field === 'phone') {
    const wanted = findPhones(value, countries, true).map(({ e164 }) => e164);
    return findPhones(item.text, countries, true).some(({ e164 }) => wanted.includes(e164));
  }
  if (field === 'name') {
    const wanted = nameKey(cleanName(value));
    return wanted !== '' && nameKey(cleanName(item.text)) === wanted;
  }
  return fold(item.text) === fold(value);
}
