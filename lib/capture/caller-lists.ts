/** Which lists are of callers: those of our own people, of places and of products hold names and numbers, too. */
import { callTime } from './call-time.ts';
import type { LabelKind } from './label-kind.ts';
import { readLabel } from './labels.ts';
import { cleanName, nameKey, nameShape } from './name-shape.ts';
import { recordWords } from './own-places.ts';
import type { Page } from './page-items.ts';
import { primaryHeading } from './page-model.ts';
import type { RowGroup } from './row-group.ts';
import { nameColumns } from './row-headers.ts';
import { headerOf, nameColumn, nameIn } from './row-names.ts';
import { isMoment } from './side-lists.ts';
import { fold } from './text.ts';
import type { CaptureContext } from './types.ts';
import { userWord } from './user-words.ts';

/** Headers that say that a list is of callers. */
const callerColumns: ReadonlySet<LabelKind> = new Set([
  'caller',
  'customer',
  'requester',
  'contact',
  'firstName',
  'calling',
]);

/** Columns and titles of our own side, and of others than the caller. */
export const notCallers: ReadonlySet<LabelKind> = new Set([
  'agent',
  'author',
  'agentPhone',
  'called',
  'other',
  'otherPhone',
]);

/** Words for calls nobody answered, in titles and rows, folded. */
export const missedWords =
  /\b(?:missed|abandon\w*|no answer|unanswered|voicemail|not answered|lost|perdida|perdidas|abandonad\w*|buzon|manque\w*|abandonne\w*|messagerie|verpasst\w*|entgangen\w*|perdid\w*|nao atendid\w*|pers[ae]|gemist\w*|nieodebran\w*|missat\w*|missad\w*|obesvarad\w*|ubesvart\w*|ubesvared\w*|tapte?|mistede?|vastaamat\w*)\b|不在|فائت|لم يرد/;

/**
 * Whether a list is of callers.
 * @param noCallerPage the page is about no caller at all
 * @param hasSubject the page is somebody's record: the people listed there are theirs
 */
export function isCallerList(
  page: Page,
  group: RowGroup,
  context: CaptureContext,
  { noCallerPage, hasSubject }: { noCallerPage: boolean; hasSubject: boolean },
): boolean {
  if (!isAboutCallers(group, noCallerPage) || isOurPeople(page, group)) return false;
  return hasSubject || saysCallers(page, group, context);
}

function isAboutCallers(group: RowGroup, noCallerPage: boolean): boolean {
  const kinds = [...group.headers.values()].map((header) => header.label?.kind);
  // "Staff users", and a column "User": ours, who are users of the product, too.
  const users = [...group.headers.values()].some(({ text }) => userWord.test(fold(text)));
  if (users && group.titleLabel?.kind === 'agent') return false;
  const named = kinds.some((kind) => kind && callerColumns.has(kind));
  // A table of services has a contact each, too.
  const ofCallers = kinds.some((kind) => kind && kind !== 'contact' && callerColumns.has(kind));
  // Who waits in a queue is a caller, though the queue is ours.
  const title = fold(group.title);
  const ours =
    group.titleLabel &&
    notCallers.has(group.titleLabel.kind) &&
    !waiting.test(title) &&
    // "Shared Address Books", "Contacts in Support": whom the company knows, whoever keeps them.
    !(group.titleLabel.kind === 'other' && /\b(?:address ?books?|contacts in)\b/.test(title));
  if (ours && !named) return false;
  if (isOfPlaces(group)) return false;
  // Extensions and who sits at them: a telephone system's own.
  if (noCallerPage && (!ofCallers || kinds.includes('extension'))) return false;
  return true;
}

/** Lists of those who wait, folded. */
const waiting =
  /\b(?:queue|warteschlange|warteliste|wachtrij|wachtlijst|file d.attente|cola|lista de espera|fila|coda|kolejka)\b|順番待ち|待ち/u;

/** "9:00–17:30": when a branch, a line or a desk is open. */
const hours =
  /^(?:\p{L}{2,12}\.?(?:\s?[–-]\s?\p{L}{2,12}\.?)?:?\s+)?\d{1,2}(?:[:h.]\d{2})?\s*(?:[–-]|to|bis|a|à|tot|do)\s*\d{1,2}(?:[:h.]\d{2})?(?:\s*(?:h|uur|Uhr|時))?$/iu;

/** Whether a list is of our own places or lines: most rows say when they are open, and no column names anybody. */
export function isOfPlaces({ headers, rows }: RowGroup): boolean {
  const kinds = [...headers.values()].map((header) => header.label?.kind);
  // A time from to beside a name is when somebody wishes to be called.
  if (!kinds.includes('address') && !kinds.includes('number')) return false;
  if (kinds.some((kind) => kind && (callerColumns.has(kind) || nameColumns.includes(kind)))) return false;
  return rows.filter((row) => row.items.some((item) => hours.test(item.text))).length > rows.length / 2;
}

/** Columns that only lists of callers have. */
const listColumns: ReadonlySet<LabelKind> = new Set([
  ...callerColumns,
  'callback',
  'name',
  'lastName',
  'time',
]);

/** Words of addresses and titles of lists of callers, and of what telephones keep. */
const callerPlaces = new RegExp(
  `\\b(?:${recordWords}|phones?|call.?backs?|cdr|history|voicemails?|queues?|ru(?:e)?ckruf\\p{Ll}*|anrufe?|anrufliste|appels?|rappels?|llamadas?|chamadas?|ligacoes|retornos?|chiamate|richiamate|oproepen|terugbel\\p{Ll}*|gesprekken|polaczenia|oddzwonienia|kunden|clientes|clients|clienti|klanten|klienci|patienten|pacientes|pazienti|usagers|contactos|contatos|contatti|kontakte|contactpersonen|anrop(?:en|slista|shistorik)?|samtal(?:er)?|opkald|kunder|kundar|pasienter|puhelut|asiakkaat|soittopyynnot)\\b`,
  'u',
);

/** Titles of lists of those who asked for something, or who are visited, with a day or a state and nothing else. */
const askers =
  /^(?:(?:open|new|all|web|online|recent|todays|today s|offene|neue|heutige|nouvelles|nuevas|novas|nuove|nieuwe|nowe|nya) )?(?:inquiries|enquiries|visits|anfragen|besuche|termine|demandes|visites|consultas|solicitudes|visitas|solicitacoes|richieste|visite|aanvragen|bezoeken|zapytania|wizyty|besok|forfragningar)(?: (?:today|heute|aujourd hui|hoy|hoje|oggi|vandaag|dzis|idag|i dag))?$/u;

/** "07:00–15:00" is a shift, not the time of a call. */
const shift = /\d\s*[–-]\s*\d{1,2}[:h.]\d{2}/;

/**
 * Whether anything says that a list is of callers: when each of them called, a column for them, its title or
 * its address. A list of people and numbers that nothing says more of is as often of our own.
 */
function saysCallers(page: Page, group: RowGroup, context: CaptureContext): boolean {
  const kinds = [...group.headers.values()].map((header) => header.label?.kind);
  if (kinds.some((kind) => kind && listColumns.has(kind))) return true;
  const isTime = (text: string): boolean =>
    isMoment(text) ||
    (text.length <= 30 && !shift.test(text) && callTime(text, context.now, context.zone, true) !== null);
  const timed = group.rows.filter((row) => row.items.some((item) => isTime(item.text)));
  if (timed.length >= group.rows.length * timedShare) return true;
  const { title = '', url = '' } = page.frames[0] ?? {};
  const heading = primaryHeading(page)?.text ?? '';
  if ([group.title, heading].some((text) => askers.test(fold(text)))) return true;
  return [group.title, heading, title, pathOf(url)].some((text) => {
    const label = readLabel(text);
    return (
      (label !== null && listColumns.has(label.kind)) ||
      missedWords.test(fold(text)) ||
      callerPlaces.test(fold(text))
    );
  });
}

/** The words of an address behind its host. */
function pathOf(url: string): string {
  try {
    const { pathname, search, hash } = new URL(url);
    return `${pathname} ${search} ${hash}`;
  } catch {
    return '';
  }
}

/** Share of a list's rows with a time in them, from which on it is a log. */
const timedShare = 0.5;

/** A list in which the one who is signed in stands, or whose names have a column of agents, is of our own people. */
function isOurPeople(page: Page, group: RowGroup): boolean {
  const kinds = [...group.headers.values()].map((header) => header.label?.kind);
  if (
    kinds.some((kind) => kind && (callerColumns.has(kind) || nameColumns.includes(kind) || kind === 'time'))
  )
    return false;
  const own = new Set(
    page.items
      .filter((item) => item.chrome && !item.strip && !item.hidden && nameShape(item.text) >= 0.8)
      .map((item) => nameKey(cleanName(item.text))),
  );
  // A log of calls has times, and the agent's name in it, too; a list of colleagues has neither.
  if (group.rows.some((row) => row.items.some((item) => isMoment(item.text)))) return false;
  // Whom the rows name first is ours, or somebody who works with us.
  const ours = group.rows.filter((row) => {
    const first = row.items.find((item) => nameShape(item.text) >= 0.8);
    return first && /^(?:agent|other)$/.test(headerOf(row, group, first) ?? '');
  });
  if (ours.length >= group.rows.length * 0.6) return true;
  const column = nameColumn(group);
  const same = group.rows.filter((row) => {
    const name = nameIn(page, row, group, column).value;
    return name !== null && own.has(nameKey(name));
  });
  return same.length >= group.rows.length * ownShare;
}

/** Share of a list's rows that name the one who is signed in, from which on it is of our own people. */
const ownShare = 0.3;
