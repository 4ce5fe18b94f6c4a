/**
 * Lists of other records beside the one in hand: conversations, recent calls, a queue. Their rows are told by a
 * time in each ("10m", "09:12", "12.11."), whether or not they hold numbers.
 */
import { fieldsOf } from './fields.ts';
import type { Item, Page, PageBox } from './page-items.ts';
import { isAlike, siblings } from './row-alike.ts';
import { fold } from './text.ts';

/** Items of one row of such a list. */
const rowItems = { least: 3, most: 14 };
/** Rows that are a list. */
const rowsLeast = 2;

/** A moment as lists of records write it: "2h", "10 min", "09:12", "1d", "12.11.2026", "Yesterday". */
const moment =
  /^(?:\d{1,3}\s?(?:s|m|h|d|w|mo|y|min|mins|hrs?|days?|std|tage?|j|sem|ago)\.?(?:\s+ago)?|(?:kl|klo)\.? \d{1,2}[.:]\d{2}|\d{1,2}[:h.]\d{2}(?:\s?[ap]\.?m\.?)?|\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})(?:,?\s+\d{1,2}:\d{2}(?:\s?[ap]m)?)?|\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?|\d{1,2}[./-]\d{1,2}\.?|(?:yesterday|today|gestern|heute|hier|ayer|hoy|ontem|hoje|ieri|oggi|gisteren|vandaag|wczoraj|dzis)(?:,?\s+\d{1,2}:\d{2})?)$/iu;

/** Items in rows of lists of other records. */
export function sideListItems(page: Page): ReadonlySet<Item> {
  const found = new Set<Item>();
  const seen = new Set<number>();
  for (const item of page.items) {
    if (item.hidden || item.leaf.kind !== 'text' || !isMoment(item.text)) continue;
    for (const row of rowsAround(page, item, seen)) {
      for (const one of page.items.slice(row.low, row.high)) found.add(one);
    }
  }
  return found;
}

/** The rows a moment's own row stands among, each with a moment in it; none when there is no such list. */
function rowsAround(page: Page, item: Item, seen: Set<number>): PageBox[] {
  for (const box of page.up(item.box)) {
    const size = box.high - box.low;
    if (size > rowItems.most || box.tag === 'tr' || box.tag === 'td' || box.tag === 'dl') return [];
    const parent = page.boxes[box.parent];
    if (size < rowItems.least || !parent) continue;
    if (seen.has(box.at)) return [];
    const rows = siblings(page, parent, box).filter(
      (one) => one.at === box.at || (holdsMoment(page, one) && isAlike(page, box, one)),
    );
    if (rows.length < rowsLeast) continue;
    // Cards of labelled fields, with a date or a time in each, are parts of the record.
    if (rows.filter((row) => countLabels(page, row) >= fieldsLeast).length >= rows.length * 0.5) return [];
    for (const row of rows) seen.add(row.at);
    return rows;
  }
  return [];
}

/** Labelled fields from which on a part is no row of a list of records. */
const fieldsLeast = 3;

function countLabels(page: Page, row: PageBox): number {
  const { labels } = fieldsOf(page);
  return page.items.slice(row.low, row.high).filter((item) => labels.has(item)).length;
}

/** Whether a text is a moment and nothing else. */
export function isMoment(text: string): boolean {
  return text.length <= momentLength && moment.test(text);
}

/** Longest text of a moment. */
const momentLength = 24;

function holdsMoment(page: Page, box: PageBox): boolean {
  return page.items.slice(box.low, box.high).some((item) => isMoment(item.text));
}

/** Titles over people the agent saw before, or who only look like the caller, folded. */
const otherPeople = new RegExp(
  `^(?:${[
    '(?:previous|last) (?:call|caller)|recently (?:viewed|opened|seen|closed|visited|used)(?: by (?:you|me))?|recent (?:contacts|customers|clients|people|records|patients|guests|members)|last (?:viewed|opened|attended)|similar (?:contacts|customers|clients|people|records|requests|names)|(?:possible|potential|suggested) (?:matches|match|duplicates|callers|customers|clients|contacts|patients|people)(?: .{0,20})?|did you mean|(?:last|previous|other|earlier|recent|similar) calls? (?:from|in|of|on) (?:this|the same|that) .{2,20}',
    '(?:ultimos )?(?:contactos|clientes|pacientes)(?: vistos)? recientes|ultimos (?:contactos|clientes|pacientes)(?: vistos)?|vistos recientemente|posibles (?:coincidencias|clientes|contactos|duplicados)|quiso decir',
    'vus recemment|consultes recemment|(?:contacts|clients|patients) recents|derniers (?:contacts|clients|patients)(?: .{0,12})?|correspondances possibles|doublons possibles|vouliez vous dire',
    'zuletzt (?:geoffnet|angesehen|gesehen|verwendet|besucht)|kurzlich (?:geoffnet|angesehen)|mogliche (?:treffer|kunden|kontakte|dubletten|patienten)|meinten sie|ahnliche (?:kunden|kontakte|namen|datensatze)',
    'vistos recentemente|(?:contatos|contactos|clientes|pacientes) recentes|possiveis (?:correspondencias|clientes|contatos|duplicados)|voce quis dizer',
    'visti di recente|(?:contatti|clienti|pazienti) recenti|ultimi (?:contatti|clienti|pazienti)(?: .{0,12})?|possibili (?:corrispondenze|clienti|contatti|duplicati)|forse cercavi',
    'recent (?:bekeken|geopend)|laatst (?:bekeken|geopend)|mogelijke (?:overeenkomsten|klanten|treffers|dubbelen)|misschien bedoelt u|bedoelde u',
    'ostatnio (?:otwarte|otwierane|ogladane|przegladane)|mozliwe (?:dopasowania|duplikaty)|mozliwi klienci|czy chodzilo o',
    'senast (?:visade|oppnade)|mojliga (?:traffar|kunder)|menade du',
    '最近(?:表示|閲覧|開いた).*|(?:一致)?候補|類似(?:顧客|連絡先)',
  ].join('|')})$`,
  'u',
);

/** Items of the longest such part. */
const othersMost = 40;

/** What stands under a title over other people, up to the next heading. */
export function otherPeopleItems(page: Page): ReadonlySet<Item> {
  const found = new Set<Item>();
  for (const title of page.items) {
    if (title.hidden || title.leaf.kind !== 'text' || title.text.length > 50) continue;
    // "Recently viewed" on a tab or in a menu leads to them, and stands over nothing.
    if (title.strip || title.menu || title.chrome) continue;
    if (!otherPeople.test(fold(title.text))) continue;
    for (const box of page.up(title.box)) {
      if (box.high - title.at < 2) continue;
      for (const item of page.items.slice(title.at + 1, Math.min(box.high, title.at + othersMost))) {
        if (item.heading > 0 && item.heading <= (title.heading || 3)) break;
        found.add(item);
      }
      break;
    }
  }
  return found;
}
