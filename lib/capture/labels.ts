/** What a short text means as the label of a value beside it. */
import { saysDoneBy } from './done-by.ts';
import { decide, type LabelKind } from './label-kind.ts';
import { callControls, lexicon, placeholders, sessionWords, settingWords, type WordKind } from './lexicon.ts';
import { actionWords, screenWords, stateWords } from './lexicon-actions.ts';
import { domainWords } from './lexicon-domains.ts';
import { peopleWords } from './lexicon-people.ts';
import { relationWords } from './lexicon-relations.ts';
import { staffWords } from './lexicon-staff.ts';
import { phraseSet, phrasesOf, readable } from './phrases.ts';
import { wholeWords } from './whole-words.ts';

export interface Label {
  kind: LabelKind;
  /** The words found, for labels that mean two things ("From" is a number or a name). */
  words: ReadonlySet<WordKind>;
  /** Share of the label's letters the words explain, 0 to 1. */
  share: number;
}

const kinds = Object.keys(lexicon) as WordKind[];

const words = new Map<string, WordKind[]>();

/** Scripts written without spaces. */
const unspacedScript = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** Phrases of these scripts, longest first. */
const unspaced: string[] = [];
let longest = 1;

/** Adds a phrase; one phrase can mean several things. */
function learn(phrase: string, kind: WordKind): void {
  const known = words.get(phrase);
  if (known) {
    if (!known.includes(kind)) known.push(kind);
    return;
  }
  words.set(phrase, [kind]);
  if (unspacedScript.test(phrase)) unspaced.push(phrase);
  longest = Math.max(longest, phrase.split(' ').length);
}

for (const kind of kinds) for (const phrase of phrasesOf(lexicon[kind])) learn(phrase, kind);
unspaced.sort((a, b) => b.length - a.length);

/** Words of the trades, in files of their own. */
const trades = [domainWords, peopleWords, staffWords, relationWords];

/** Words of the trades come after: what the lexicon has understood by then keeps its meaning. */
function learnDomains(): void {
  const base = new Set(words.keys());
  const news = kinds.flatMap((kind) =>
    phrasesOf(trades.flatMap((trade) => trade[kind] ?? []))
      .filter((phrase) => !base.has(phrase) && !(kind === 'id' && isOwnNumber(phrase)))
      .map((phrase) => ({ phrase, kind })),
  );
  for (const { phrase, kind } of news) {
    learn(phrase, kind);
    // "Is" and "O" are labels on their own and nothing inside others.
    if (phrase.length <= 2 && !unspacedScript.test(phrase)) alone.add(phrase);
  }
  unspaced.sort((a, b) => b.length - a.length);
}

/** "Case no.", "Customer number": ids of the record itself, by the words they are made of. */
function isOwnNumber(phrase: string): boolean {
  const kind = understand(phrase)?.kind;
  return kind === 'recordNumber' || kind === 'accountNumber';
}

/** The meaning of a text that is what a button says. */
const action: Label = { kind: 'field', words: new Set<WordKind>(['field']), share: 1 };

const sessionSet = phraseSet(sessionWords);

const actionSet = phraseSet([...actionWords, ...stateWords, ...screenWords]);

const settingSet = phraseSet(settingWords);

const callControlSet = phraseSet(callControls);

const placeholderSet = phraseSet(placeholders);

const alone = new Set(wholeWords);

const cache = new Map<string, Label | null>();
let learned = false;

/** The meaning of a label, null for texts that are no label we know. Texts over 60 characters never are. */
export function readLabel(text: string): Label | null {
  if (text.length > 60 || /@|:\/\//.test(text)) return null;
  if (!learned) {
    learned = true;
    learnDomains();
  }
  const before = cache.get(text);
  if (before !== undefined) return before;
  if (cache.size > 5000) cache.clear();
  // "Contacts (3)", "Teléfono (México)": what is in brackets only explains, unless it is all there is.
  const outside = text
    .replace(/\s*[([（][^)\]）]*[)\]）]\s*/gu, ' ')
    .replace(/(\p{L})#/gu, '$1 #')
    .trim();
  const bracket = /[([（]([^)\]）]*)[)\]）]/u.exec(text)?.[1] ?? '';
  const aside = bracket && outside ? understand(readable(bracket)) : null;
  // "Telefon (Eltern)", "Recipient (caller)": what is in brackets can turn the label around.
  const plain = aside && aside.share > 0.9 ? understand(readable(outside)) : null;
  if (aside && plain) {
    const turned =
      turning.has(aside.kind) || (plain.kind === 'phone' && phoneTypes.has(aside.kind))
        ? understand(readable(text))
        : asking.has(aside.kind)
          ? aside
          : null;
    if (turned) {
      cache.set(text, turned);
      return turned;
    }
  }
  const inner = outside === text ? null : understand(readable(text));
  // "CallerID", "phoneNumber": words joined the way programs write them.
  const split =
    /^\p{L}+$/u.test(outside) && !words.has(readable(outside))
      ? outside.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      : outside;
  const folded = readable(split || text);
  const read = understand(folded) ?? inner;
  const asked = asksBy.some((kind) => read?.words.has(kind));
  const understood = (read?.share ?? 0) > 0.99 || asked || !saysDoneBy(folded) ? read : doneBy;
  const known = (understood?.share ?? 0) > 0.99;
  const label = !known && actionSet.has(folded) ? action : halves(understood, split || text);
  cache.set(text, label);
  return label;
}

/** Kinds of remarks in brackets that take a number from the caller, and those that give it to them. */
const turning: ReadonlySet<LabelKind> = new Set(['other', 'fax']);
const asking: ReadonlySet<LabelKind> = new Set(['caller', 'requester']);
/** "Phone (mobile)": remarks that say which of somebody's numbers it is. */
const phoneTypes: ReadonlySet<LabelKind> = new Set(['mobile', 'home', 'work', 'direct', 'main', 'callback']);

/** The meaning of "Authorized by". */
const doneBy: Label = { kind: 'author', words: new Set<WordKind>(['author']), share: 0.95 };

/** Words of the caller's side, which "by" leaves there ("Contacted by"). */
const asksBy: readonly WordKind[] = ['caller', 'requester', 'customer', 'contact', 'calling'];

/** "Caller / claimant": one side that is understood whole speaks for a label of two. */
function halves(whole: Label | null, text: string): Label | null {
  if (!text.includes('/') || (whole && whole.share >= sideShare)) return whole;
  const sides = text
    .split('/')
    .map((side) => understand(readable(side)))
    .filter((side) => side !== null && side.share > 0.99);
  return sides[0] ? { ...sides[0], share: sideShare } : whole;
}

/** How far one side of a label of two is believed. */
const sideShare = 0.8;

/** Whether a text is exactly a word of the vocabulary, so that it is no name and no value. */
export function isVocabulary(text: string): boolean {
  const label = readLabel(text);
  return label !== null && label.share > 0.99;
}

/** Whether a text stands for nobody ("Unknown caller", "–", "Caller +1 …"). */
export function isPlaceholder(text: string): boolean {
  const folded = readable(text);
  if (!/\p{L}/u.test(folded)) return true;
  return placeholderSet.has(folded) || placeholderSet.has(folded.replace(/[\d #]+/g, ' ').trim());
}

/** Whether a text belongs to the agent's own session ("Logged in as", "Sign out"). */
export function isSessionWord(text: string): boolean {
  return text.length < 30 && sessionSet.has(readable(text));
}

/** Whether a text is a button of a call that rings or runs ("Answer", "Hang up"). */
export function isCallControl(text: string): boolean {
  return text.length < 30 && callControlSet.has(readable(text).replace(/ [\d ]+$/, ''));
}

/** Whether a text labels a setting of the product or of one of its users ("Permissions", "SMTP server"). */
export function isSettingWord(text: string): boolean {
  return text.length < 40 && settingSet.has(readable(text));
}

function understand(folded: string): Label | null {
  if (!folded) return null;
  const found = new Set<WordKind>();
  const parts = folded.split(' ');
  let explained = 0;
  let joining = 0;
  for (let at = 0; at < parts.length; ) {
    let step = 0;
    for (let span = Math.min(longest, parts.length - at); span > 0 && !step; span--) {
      const phrase = parts.slice(at, at + span).join(' ');
      // "From", "To", "Von" mean a number's side only when they are the whole label.
      const hit = span < parts.length && alone.has(phrase) ? undefined : words.get(phrase);
      if (hit) {
        for (const kind of hit) found.add(kind);
        explained += phrase.length;
        step = span;
      }
    }
    const part = parts[at] ?? '';
    if (!step && joiners.has(part)) joining += part.length;
    else if (!step) explained += jointed(part, parts[at + 1], found) || inside(part, found);
    at += step || 1;
  }
  if (found.size === 0) return null;
  // "Nom de la personne": where all the rest is known, what joins the words takes nothing away.
  const letters = folded.replaceAll(' ', '').length;
  const length = explained >= letters - joining ? letters - joining : letters;
  const kind = decide(found, folded, isFieldAt);
  return kind && { kind, words: found, share: Math.min(1, explained / Math.max(1, length)) };
}

/** Articles and words for "of". */
const joiners: ReadonlySet<string> = new Set(
  'of the de del la el los las du des le les der die das dem den do da dos das di della dello dei degli delle il lo gli van het'.split(
    ' ',
  ),
);

/** "Vertrags-Nr.", "Mitglieds-ID": a compound written in two words keeps its joint. Letters explained. */
function jointed(part: string, next: string | undefined, found: Set<WordKind>): number {
  if (!next || part.length < 5 || !words.get(next)?.some((kind) => kind === 'number' || kind === 'id'))
    return 0;
  const kinds = words.get(part.replace(/(?:es|en|s|n)$/, '')) ?? words.get(part.slice(0, -1));
  for (const kind of kinds ?? []) found.add(kind);
  return kinds ? part.length : 0;
}

/** Kinds of a compound's parts, null when it is none. */
function compound(word: string): WordKind[] | null {
  const found = new Set<WordKind>();
  return inside(word, found) === word.length ? [...found] : null;
}

/** Words inside a word: scripts without spaces, and compounds such as "Mobiltelefonnummer" or "الهاتف". */
function inside(word: string, found: Set<WordKind>): number {
  let explained = 0;
  let rest = word;
  for (const phrase of unspacedScript.test(word) ? unspaced : []) {
    if (phrase.length > 1 && rest.includes(phrase)) {
      for (const kind of words.get(phrase) ?? []) found.add(kind);
      explained += phrase.length;
      rest = rest.replace(phrase, ' ');
    }
  }
  if (explained) return explained;
  if (/^[a-z]{8,}$/.test(word)) {
    // Germanic compounds: the last part says what it is, the first what kind of it.
    for (let cut = 4; cut <= word.length - 2; cut++) {
      const stem = word.slice(0, cut);
      // "Kundennummer", "Auftragsnummer": the joint between the parts is no part of the word.
      const head =
        words.get(stem.replace(/(?:n|en|s|es)$/, '')) ?? words.get(stem.replace(/n$/, '')) ?? words.get(stem);
      if (!head) continue;
      const tail = words.get(word.slice(cut)) ?? compound(word.slice(cut));
      if (tail && !tail.every((kind) => looseKinds.has(kind))) {
        for (const kind of [...head, ...tail]) found.add(kind);
        return word.length;
      }
    }
  }
  return 0;
}

/** Kinds of words that do not end compounds: "Marigold" is no husband in gold. */
const looseKinds: ReadonlySet<WordKind> = new Set(['field', 'other', 'amount', 'title', 'note', 'called']);

/** Whether the first or last word is one of screens and nothing else. */
function isFieldAt(folded: string): boolean {
  const parts = folded.split(' ');
  // A phrase the vocabulary has as a whole means what it says there.
  if (parts.length < 2 || words.has(folded)) return false;
  return [parts[0], parts.at(-1)].some((part) => words.get(part ?? '')?.every((kind) => kind === 'field'));
}
