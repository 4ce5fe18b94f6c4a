/** Whom a row of a list names: by its column, else by what looks most like a name. */

import { owners } from './animals.ts';
import type { LabelKind } from './label-kind.ts';
import { isPlaceholder, type Label, readLabel } from './labels.ts';
import { joined } from './name-parts.ts';
import { cleanName, nameKey, nameShape } from './name-shape.ts';
import type { Item, Page } from './page-items.ts';
import type { Row, RowGroup } from './row-group.ts';
import { nameColumns } from './row-headers.ts';
import { fold } from './text.ts';
import { isUnknownCaller, saysNoName } from './unknown-caller.ts';
import { userWord } from './user-words.ts';

/** What the header over an item of a row says. */
export function headerOf(row: Row, group: RowGroup, item: Item): LabelKind | undefined {
  const column = row.columns[row.items.indexOf(item)] ?? -1;
  return group.headers.get(column)?.label?.kind;
}

/** Rows from which on a text that stands in each of them is a label and nobody's name. */
const manyRows = 3;

/** Whether a text stands in every row of a list: "Wunschzeit". */
function isInAll(group: RowGroup, text: string): boolean {
  return (
    group.rows.length >= manyRows && group.rows.every((row) => row.items.some((item) => item.text === text))
  );
}

/** The row's name; `seen` also when the row says that nobody is known. */
export function nameIn(
  page: Page,
  row: Row,
  group: RowGroup,
  column: number | null,
): { value: string | null; seen: boolean } {
  const parts = partColumns(group);
  if (parts) {
    const text = (at: number): string =>
      row.items.find((item, place) => row.columns[place] === at && item.leaf.kind === 'text')?.text ?? '';
    const name = cleanName(`${text(parts.first)} ${text(parts.last)}`);
    if (nameShape(name) > 0) return { value: name, seen: true };
  }
  if (column !== null) {
    const cell = row.items.filter((_, at) => row.columns[at] === column);
    const whole = cell.map((item) => joined(page, item)).filter(Boolean);
    if (cell.length > 1 && whole.length === 1 && whole[0]) return { value: cleanName(whole[0]), seen: true };
    const kind = group.headers.get(column)?.label?.kind;
    const names = cell.filter((item) => !isNumberText(item.text)).flatMap((item) => nameOf(item, true) ?? []);
    // An avatar's letters stand before the name they are taken from.
    // Words beside a name ("maybe") are no name.
    const name =
      names.find((text) => text.length > 3 && nameShape(text) >= 0.45) ??
      names.find((text) => text.length > 3) ??
      names[0];
    if (kind === 'firstName') {
      const last = row.items.find((item) => headerOf(row, group, item) === 'lastName');
      return { value: name ? cleanName(`${name} ${last?.text ?? ''}`) : null, seen: true };
    }
    return { value: name ?? elsewhere(row, group, cell), seen: true };
  }
  let best: { name: string; shape: number; at: number } | null = null;
  for (const item of row.items) {
    const kind = headerOf(row, group, item);
    if (kind && kind !== 'field') continue;
    const name = nameOf(item, false);
    if (name === null || isInAll(group, item.text)) continue;
    const tag = page.boxes[item.box]?.tag ?? '';
    const apart = /^(a|b|strong|h\d)$/.test(tag) || item.heading > 0 ? 0.5 : 0;
    const shape =
      nameShape(name) +
      apart -
      (item.leaf.kind === 'icon' ? 0.1 : 0) -
      (/^[\p{Lu}\p{Ll}]{1,3}$/u.test(name) ? 0.4 : 0);
    if (shape >= 0.45 && (!best || shape > best.shape + 0.2)) best = { name, shape, at: item.at };
  }
  if (best && !isTopic(row, best)) return { value: best.name, seen: true };
  return {
    value: null,
    seen: row.items.some((item) => isPlaceholder(item.text) && /\p{L}/u.test(item.text)),
  };
}

/** "Unknown caller", and behind it a single word: what the call is about. */
function isTopic(row: Row, { name, at }: { name: string; at: number }): boolean {
  return !name.includes(' ') && row.items.some((item) => item.at < at && isUnknownCaller(item.text));
}

/** Another column that names the caller where the cell is left empty ("--"): who called for a patient, a company. */
function elsewhere(row: Row, group: RowGroup, cell: readonly Item[]): string | null {
  if (cell.some((item) => /\p{L}/u.test(item.text))) return null;
  for (const kind of ['caller', 'company'] as const) {
    const other = row.items.find((item) => !cell.includes(item) && headerOf(row, group, item) === kind);
    const name = other && !isNumberText(other.text) ? nameOf(other, true) : null;
    if (name) return name;
  }
  return null;
}

/** Columns of first and last names, where a list has both ("Cognome" and "Nome", "Nom" and "Prénom"). */
function partColumns(group: RowGroup): { first: number; last: number } | null {
  const of = (kind: LabelKind): number | undefined =>
    [...group.headers].find(([, header]) => header.label?.kind === kind && header.label.share > 0.5)?.[0];
  const [first, last, name] = [of('firstName'), of('lastName'), of('name')];
  if (first !== undefined && last !== undefined) return { first, last };
  if (last !== undefined && name !== undefined) return { first: name, last };
  return first !== undefined && name !== undefined ? { first, last: name } : null;
}

/** The column that names the callers: by what its header says, then by how much its cells look like names. */
export function nameColumn(group: RowGroup): number | null {
  let best: number | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [column, header] of group.headers) {
    const known = kindOf(header.label);
    // Who is to be called for a pupil comes before the pupil.
    const asked = isAsked(group, header.text);
    const isOther = partner.test(fold(header.text)) || (known === 'agent' && ofWorkers(group, header.text));
    const rank = asked ? 0 : isOther ? otherRank : known ? nameColumns.indexOf(known) : unknownRank;
    if (rank < 0) continue;
    const cells = group.rows.flatMap((row) => row.items.filter((_, at) => row.columns[at] === column));
    const words = cells.filter((item) => !isNumberText(item.text) && item.text.length > 2);
    if (words.length === 0) continue;
    const shape = words.reduce((sum, item) => sum + nameShape(cleanName(item.text)), 0) / words.length;
    // One name in every row is whose list it is, or who works it off.
    if (words.length >= sameRows && new Set(words.map((item) => fold(item.text))).size === 1) continue;
    // A column whose header nobody knows has to look like names; each of its cells different from the next.
    if (
      (isOther || !known) &&
      (shape < 0.4 || new Set(words.map((item) => item.text)).size < words.length * 0.6)
    )
      continue;
    // A column of numbers headed "Caller" or "From" names nobody.
    // "User": whoever took the call, where another column names who made it.
    const ours = userWord.test(fold(header.text)) ? 1 : 0;
    const score =
      (shape * 3 * words.length) / Math.max(1, cells.length) - rank * 0.35 - ours + (asked ? askedBonus : 0);
    if (score > bestScore) {
      best = column;
      bestScore = score;
    }
  }
  return best;
}

/** What a column of those who are called for somebody else adds to its score. */
const askedBonus = 1;

/** Heads that say outright who is called, folded. */
const toCall = /^(?:contact to call|who to call|person to call|call contact)$/u;

/** Those who are called for a pupil or a child, folded. */
const guardians =
  /^(?:parents?|guardians?|parents? (?:or |and )?(?:guardians?|carers?)|padres?|madres?|apoderad[oa]s?|responsables? leg(?:al|aux)|eltern|elternteil|erziehungsberechtigter?|sorgeberechtigter?|encarregad[oa] de educacao|genitor[ei]|ouders?|rodzice?|rodzic|opiekun(?:owie)? prawn[yi]|vardnadshavare|foresatte?|foraeldre|保護者(?:名|氏名)?|ولي (?:ال)?امر)$/u;

const parents = /^(?:parents?|padres?|madres?|genitor[ei]|ouders?|rodzice?|rodzic)$/u;

const pupils =
  /^(?:pupils?|students?|child|children|learners?|alumn[oa]s?|estudiantes?|eleves?|enfants?|schuler(?:in)?|kind|kinder|alun[oa]s?|criancas?|studente|alunn[oa]|bambin[oa]|leerling(?:en)?|uczen|dziecko|elev(?:er)?|barn|生徒(?:名|氏名)?|児童|園児|طالب|تلميذ)(?: name)?$/u;

/** Columns that name who calls by themselves. */
const callers: readonly (LabelKind | undefined)[] = ['caller', 'customer', 'requester', 'contact', 'name'];

/** Animals, as a vet's lists head them, folded: their owners call. */
const animals =
  /^(?:patients?|pets?|animals?|pacientes?|mascotas?|patientes?|animal|animaux|tiere?|tiername|paziente|animale|dier(?:en)?|zwierze|pacjent|djur|動物|患者名?)(?: name)?$/u;

/** What a header says of its cells; "Guest / profile" is a guest's. */
function kindOf(label: Label | null | undefined): LabelKind | undefined {
  if (!label || label.share <= 0.5) return undefined;
  return label.kind === 'field' && label.words.has('customer') ? 'customer' : label.kind;
}

/** Whether a column is of those to be called for a pupil: beside the pupils, or where no other names anybody. */
function isAsked({ headers }: RowGroup, head: string): boolean {
  const folded = fold(head);
  if (toCall.test(folded)) return true;
  const others = [...headers.values()].filter(({ text }) => text !== head);
  // "Patient", "Owner" and who of ours sees them.
  if (owners.test(folded) && others.some(({ text }) => animals.test(fold(text))))
    return others.some(({ label }) => label?.kind === 'agent');
  if (!guardians.test(folded)) return false;
  if (others.some(({ text }) => pupils.test(fold(text)))) return true;
  // The "Parent" of an account is its group.
  return !parents.test(folded) && !others.some(({ label }) => callers.includes(label?.kind));
}

/** With an insurer or a dealer whoever has a contract; a spouse or a driver is not who called. */
const partner = /^(?:partner|business partner|vertragspartner|geschaftspartner|relatie|partenaire)$/u;

/** Those an employer has, who call its own desk for staff. */
const workers =
  /^(?:workers?|employees?|mitarbeiter(?:in)?|beschaftigte|salaries?|collaborateurs?|empleados?|trabajador(?:es)?|dipendent[ei]|medewerkers?|werknemers?|pracowni[kc]y?|funcionarios?|colaborador(?:es)?|anstallda?|ansatte?|medarbejdere?|従業員|社員)$/u;

/** Whether a list says who of the staff is to be called back. */
function ofWorkers({ headers }: RowGroup, head: string): boolean {
  return workers.test(fold(head)) && [...headers.values()].some(({ label }) => label?.kind === 'callback');
}

/** Rows from which on one name in all of them says something. */
const sameRows = 3;

/** Where a column without a known header stands among the known ones. */
const unknownRank = 7;

/** The same for one that is headed by who stands beside a caller elsewhere. */
const otherRank = 9;

function isNumberText(text: string): boolean {
  return /^[\d\s()+.\-/x]+$/.test(text);
}

/** A name that shares its cell with the number ("Dana Lee" <4155550132>). */
function withoutNumber(text: string): string {
  const bare = text
    .replace(/\s*[<(（[]\s*[+\d][\d\s().+\-/]{5,}[>)）\]]\s*$/u, '')
    .replace(/[\s,;:–-]+[+(]?\d[\d\s().\-/]{6,}$/u, '')
    .replace(/^["“„«']\s*|\s*["”“»']$/gu, '');
  return cleanName(bare);
}

/** The letter of an avatar, in scripts whose names are longer. */
const initial = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]\.?$/u;

/** "Monteur: Cem Aydoğan": somebody of ours, by the label in the same text. An animal has an owner. */
function isOurs(text: string): boolean {
  const label = /^([^:：\d]{2,30})[:：]\s*\p{L}/u.exec(text)?.[1];
  return label !== undefined && !owners.test(label) && readLabel(label)?.kind === 'agent';
}

/** A cell's text as a name; in a name column also lower-case and single names count. */
export function nameOf(item: Item, inNameColumn: boolean): string | null {
  if (item.leaf.kind === 'tel' || item.leaf.kind === 'mail') return null;
  const name = withoutNumber(item.text);
  if (
    !/\p{L}/u.test(name) ||
    initial.test(name) ||
    isPlaceholder(name) ||
    isUnknownCaller(name) ||
    saysNoName(name) ||
    name.length > 100 ||
    !nameKey(name)
  )
    return null;
  if (/\S@|@\S/.test(name) || isOurs(name)) return null;
  if (inNameColumn) return (readLabel(name)?.share ?? 0) > 0.99 && !/\p{Lu}.*\s/u.test(name) ? null : name;
  return nameShape(name) > 0 ? name : null;
}
