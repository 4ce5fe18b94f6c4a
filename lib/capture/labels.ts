/** What a short text means as the label of a value beside it. */
import { saysDoneBy } from './done-by.ts';
import type { Label, LabelKind } from './label-kind.ts';
import { actionWords, screenWords, stateWords } from './lexicon-actions.ts';
import { nobodyKnown, settingWords } from './lexicon-pages.ts';
import { partWords } from './lexicon-parts.ts';
import { callControls, placeholders, sessionWords } from './lexicon-states.ts';
import { phraseSet, readable } from './phrases.ts';
import { isRoleTitle } from './role-heads.ts';
import { understand } from './understand.ts';
import { learnTrades, words } from './vocabulary.ts';
import type { WordKind } from './word-kinds.ts';

export type { Label } from './label-kind.ts';

/** The meaning of a text that is what a button says. */
const action: Label = { kind: 'field', words: new Set<WordKind>(['field']), share: 1 };

const sessionSet = phraseSet(sessionWords);

const actionSet = phraseSet([...actionWords, ...stateWords, ...screenWords, ...partWords]);

const settingSet = phraseSet(settingWords);

const callControlSet = phraseSet(callControls);

const placeholderSet = phraseSet([...placeholders, ...nobodyKnown]);

const cache = new Map<string, Label | null>();

/** The meaning of a label, null for texts that are no label we know. Texts over 60 characters never are. */
export function readLabel(text: string): Label | null {
  if (text.length > 60 || /@|:\/\//.test(text)) return null;
  learnTrades();
  const before = cache.get(text);
  if (before !== undefined) return before;
  if (cache.size > 5000) cache.clear();
  // "Contacts (3)", "Teléfono (México)": what is in brackets only explains, unless it is all there is.
  const outside = text
    .replace(/\s*[([（][^)\]）]*[)\]）]\s*/gu, ' ')
    .replace(/(\p{L})#/gu, '$1 #')
    .trim();
  const bracket = /[([（]([^)\]）]*)[)\]）]/u.exec(text)?.[1] ?? '';
  if (bracket && outside && notToCall.test(readable(bracket)) && understand(readable(outside))) {
    cache.set(text, textsOnly);
    return textsOnly;
  }
  const aside = bracket && outside ? understand(readable(bracket)) : null;
  // "Telefon (Eltern)", "Recipient (caller)": what is in brackets can turn the label around.
  const plain = aside && aside.share > 0.9 ? understand(readable(outside)) : null;
  if (aside && plain) {
    const turned =
      turning.has(aside.kind) || (plain.kind === 'phone' && phoneTypes.has(aside.kind))
        ? understand(readable(text))
        : asking.has(aside.kind) || (reading.test(bracket) && nameParts.has(plain.kind))
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
  // "Parent 2": one of several.
  const all = readable(split || text);
  const folded = words.has(all) ? all : all.replace(/(?<=\p{L} ?)\d$/u, '').trim();
  const read = understand(folded) ?? inner;
  const asked = asksBy.some((kind) => read?.words.has(kind));
  const whole = (read?.share ?? 0) > 0.99 || asked;
  const understood = whole ? read : saysDoneBy(folded) ? doneBy : isRoleTitle(outside) ? titled(read) : read;
  const known = (understood?.share ?? 0) > 0.99;
  const label = !known && actionSet.has(folded) ? action : halves(understood, split || text);
  cache.set(text, label);
  return label;
}

/** "Mobile (texts only)": a number that is not to be called. */
const notToCall =
  /^(?:texts?(?: messages)? only|sms only|no calls|nur sms|keine anrufe|(?:sms|textos) uniquement|pas d'? ?appels|solo (?:sms|mensajes|messaggi)|no llamar|(?:somente|so) (?:sms|mensagens)|alleen sms|geen gesprekken|tylko sms|(?:endast|bare|kun) sms|sms ?のみ)$/u;
const textsOnly: Label = { kind: 'otherPhone', words: new Set<WordKind>(['other', 'phone']), share: 1 };

/** Whole names may be kept in these letters alone. */
const nameParts: ReadonlySet<LabelKind> = new Set(['firstName', 'lastName']);
/** "姓（フリガナ）": how a part of a name is read, in letters of its own beside it. */
const reading = /^(?:フリガナ|ふりがな|カナ|かな|読み|よみ|よみがな|読み仮名)$/u;

/** Kinds of remarks in brackets that take a number from the caller, and those that give it to them. */
const turning: ReadonlySet<LabelKind> = new Set(['other', 'fax']);
const asking: ReadonlySet<LabelKind> = new Set(['caller', 'requester']);
/** "Phone (mobile)": remarks that say which of somebody's numbers it is. */
const phoneTypes: ReadonlySet<LabelKind> = new Set(['mobile', 'home', 'work', 'direct', 'main', 'callback']);

/** The meaning of "Authorized by". */
const doneBy: Label = { kind: 'author', words: new Set<WordKind>(['author']), share: 0.95 };

/** "Regional manager": one of our own people, however little of the title is known. */
function titled(read: Label | null): Label {
  return { kind: 'agent', words: new Set<WordKind>(['agent']), share: Math.max(0.8, read?.share ?? 0) };
}

/** Words of the caller's side, which "by" leaves there ("Contacted by"). */
const asksBy: readonly WordKind[] = ['caller', 'requester', 'customer', 'contact', 'calling'];

/** Between two sides of a label: "Caller / claimant", "Client or referrer" (the Dutch "of" is English, too). */
const between = /\s*\/\s*|\s(?:or|oder|ou|lub|eller)\s/iu;

/** "Caller / claimant": one side that is understood whole speaks for a label of two. */
function halves(whole: Label | null, text: string): Label | null {
  const strokes = text.includes('/');
  const isAsked = (label: Label | null): boolean =>
    label !== null && (asksBy as readonly string[]).includes(label.kind);
  if (!between.test(text) || (whole && whole.share >= sideShare && (strokes || isAsked(whole)))) return whole;
  const sides = text
    .split(between)
    .map((side) => understand(readable(side)))
    .filter((side) => side !== null && side.share > 0.99 && (strokes || isAsked(side)));
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
