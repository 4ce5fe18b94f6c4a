/** What the words of a label mean together: phrases, compounds, genitives, scripts without spaces. */
import { decide, type Label } from './label-kind.ts';
import { alone, hangul, hangulWord, longestPhrase, unspaced, unspacedScript, words } from './vocabulary.ts';
import { genitives } from './whole-words.ts';
import type { WordKind } from './word-kinds.ts';

/** The meaning of a folded text by the words it is made of, null where none is known. */
export function understand(folded: string): Label | null {
  if (!folded) return null;
  const found = new Set<WordKind>();
  const parts = folded.split(' ');
  let explained = 0;
  let joining = 0;
  for (let at = 0; at < parts.length; ) {
    let step = 0;
    for (let span = Math.min(longestPhrase(), parts.length - at); span > 0 && !step; span--) {
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
    else if (!step)
      explained +=
        jointed(part, parts[at + 1], found) ||
        inside(part, found) ||
        (found.size > 0 || words.has(parts[at + 1] ?? '') ? owned(part, found) : 0);
    at += step || 1;
  }
  if (found.size === 0) return null;
  // "Nom de la personne": where all the rest is known, what joins the words takes nothing away.
  const letters = folded.replaceAll(' ', '').length;
  const length = explained >= letters - joining ? letters - joining : letters;
  const kind = decide(found, folded, isFieldAt);
  // "First or given name", "Recipient last name": nothing else is asked for in parts.
  const least = kind === 'firstName' || kind === 'lastName' ? partShare : 0;
  return kind && { kind, words: found, share: Math.max(least, Math.min(1, explained / Math.max(1, length))) };
}

/** How far a label is believed that asks for a part of a name, whatever else it says. */
const partShare = 0.8;

/** Articles, words for "of", and what says no more of somebody than that they are meant ("Linked contact"). */
const joiners: ReadonlySet<string> = new Set(
  [
    'of the de del la el los las du des le les der die das dem den do da dos das di della dello dei degli delle il lo gli van het',
    'requesting affected impacted identified matched linked associated prospective current designated',
    'identificado identificada vinculado vinculada asociado asociada associado afectado afectada facturado actual atual futuro',
    'identifie identifiee lie liee associe associee rattache rattachee concerne concernee actuel actuelle futur future',
    'identifizierter erkannter verknupfter zugeordneter betroffener aktueller identificato collegato associato attuale',
    'gekoppeld gekoppelde herkende huidige aanvragende betrokken powiazany rozpoznany obecny مرتبط معروف حالي',
  ].flatMap((line) => line.split(' ')),
);

/** "Vertrags-Nr.", "Mitglieds-ID": a compound written in two words keeps its joint. Letters explained. */
function jointed(part: string, next: string | undefined, found: Set<WordKind>): number {
  if (!next || part.length < 5 || !words.get(next)?.some((kind) => kind === 'number' || kind === 'id'))
    return 0;
  const kinds = words.get(part.replace(/(?:es|en|s|n)$/, '')) ?? words.get(part.slice(0, -1));
  for (const kind of kinds ?? []) found.add(kind);
  return kinds ? part.length : 0;
}

/** Kinds of words whose owner a word before them may name: "Telefon des Mieters", "Dane najemcy". */
const ownerKinds: readonly WordKind[] = [
  'caller',
  'requester',
  'customer',
  'contact',
  'company',
  'agent',
  'other',
  'record',
];

/** A word in the genitive behind another, by its ending: letters explained. */
function owned(part: string, found: Set<WordKind>): number {
  if (part.length < 5) return 0;
  for (const [ending, nominative] of genitives) {
    if (!part.endsWith(ending)) continue;
    const word = part.slice(0, -ending.length) + nominative;
    // "Urgences" is more of them.
    if (ending === 's' && /[aeiou]$/.test(word)) continue;
    const kinds = alone.has(word) ? undefined : words.get(word);
    if (!kinds?.some((kind) => ownerKinds.includes(kind))) continue;
    for (const kind of kinds) found.add(kind);
    return part.length;
  }
  return 0;
}

/** Kinds of a compound's parts, null when it is none. */
function compound(word: string): WordKind[] | null {
  const found = new Set<WordKind>();
  return inside(word, found) === word.length ? [...found] : null;
}

/** Words inside a word: scripts without spaces, and compounds such as "Mobiltelefonnummer" or "الهاتف". */
function inside(word: string, found: Set<WordKind>): number {
  if (hangulWord.test(word)) return wholly(word, found);
  let explained = 0;
  let rest = word;
  for (const phrase of unspacedScript.test(word) ? unspaced : []) {
    if (phrase.length > 1 && rest.includes(phrase)) {
      for (const kind of words.get(phrase) ?? []) found.add(kind);
      explained += phrase.length;
      rest = rest.replace(phrase, ' ');
    }
  }
  if (explained) return explained + beside(rest, found);
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

/** What stands beside words without spaces: politeness, and "No.", "TEL" and "ID" in plain letters. */
function beside(rest: string, found: Set<WordKind>): number {
  const latin = /[a-z]+/.exec(rest)?.[0] ?? '';
  const kinds = latin && words.get(latin);
  const left = rest.replace(/[ごお御の様名欄]/g, ' ').replace(kinds ? latin : '', ' ');
  if (/[^ ]/.test(left)) return 0;
  for (const kind of kinds || []) found.add(kind);
  return rest.replaceAll(' ', '').length;
}

/** A Korean compound, known to its last syllable ("고객번호"): three syllables with a word in them are a name. */
function wholly(word: string, found: Set<WordKind>): number {
  for (const phrase of hangul) {
    const rest = phrase.length > 1 && word.startsWith(phrase) ? word.slice(phrase.length) : '';
    const tail = rest && words.get(rest);
    if (!tail) continue;
    for (const kind of [...(words.get(phrase) ?? []), ...tail]) found.add(kind);
    return word.length;
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
