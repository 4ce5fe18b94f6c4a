/** Candidates for the account or ticket reference. */
import { type CandidateDraft, confidenceOf } from './candidates.ts';
import type { FoundLabel } from './column-header.ts';
import type { LabelKind } from './label-kind.ts';
import { labelOf } from './label-of.ts';
import { type Label, readLabel } from './labels.ts';
import type { Item, Page } from './page-items.ts';
import { primaryHeading } from './page-model.ts';
import { plainDigits } from './text.ts';
import type { EvidenceNote } from './types.ts';
import { thresholds, referenceWeights as w } from './weights.ts';

/** A reference: letters and digits without spaces, at least one digit. */
const shape = /^(?=[^\s]*\p{Nd})[\p{L}\p{Nd}][\p{L}\p{Nd}\-_/.]{1,29}$/u;
const notReferences =
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}-\d{2}$|^\d{1,2}:\d{2}|^\d+[.,]\d{2}$|^(?:19|20)\d\d$/;
/** After a word for a record: digits may be set in groups ("Ticket 8000 040 669"). */
const numberPart =
  /^(?:(?:n[º°.o]?|no|nr|num)\.?\s*)?#?\s*((?:\p{L}{1,8}[-_/]){0,3}\p{L}{0,6}[-_/]?\d[\p{L}\d\-_/]*(?:\s\d[\d-]*)*)/iu;

/** One draft a value, best first. @param phones texts that are numbers to call */
export function referenceDrafts(
  page: Page,
  inRows: ReadonlySet<Item>,
  phones: ReadonlySet<string>,
): CandidateDraft[] {
  const board = new Board(page, inRows);
  const title = page.frames[0]?.title ?? '';
  const inAddress = (value: string): boolean => board.isInAddress(value);
  for (const piece of segments(title)) {
    // "VC-00048812 | Voice Call": a title that begins with the record's own number.
    const offered = (value: string): void => board.offer(value, w.title, { code: 'page-title' }, null, true);
    if (shape.test(piece) && /\d{4}/.test(piece)) offered(piece);
    else inText(piece, inAddress, offered);
  }
  const primary = primaryHeading(page);
  const headed = primary && !phones.has(primary.text) ? codeOf(primary.text, title) : null;
  if (headed) board.offer(headed, w.heading, { code: 'heading' }, primary, true);
  for (const item of page.items) {
    if (item.text.length > 120 || !/\p{Nd}/u.test(item.text)) continue;
    if (item.leaf.kind === 'tel' || item.leaf.kind === 'mail' || item.leaf.kind === 'icon') continue;
    const whole = item.text.replace(/^#/, '');
    if (isGrouped(whole)) {
      const found = labelOf(page, item);
      if (found?.tied && found.label && isNumbered(found.label)) offerLabelled(board, found, whole, item);
    }
    if (shape.test(whole)) {
      const found = labelOf(page, item);
      if (found?.label) offerLabelled(board, found, whole, item);
      if (board.isInAddress(whole) && !phones.has(item.text))
        board.offer(whole, w.addressOnly, { code: 'in-address' }, item);
    }
    const pair = /^([^:：]{2,40})[:：]\s*(\S+)$/u.exec(item.text);
    if (pair?.[1] && pair[2] && shape.test(pair[2])) {
      const label = readLabel(pair[1]);
      if (label && label.share > 0.75)
        offerLabelled(board, { text: pair[1], label, tied: true }, pair[2], item);
    }
    // A number to call is no reference, unless a label or the address says so.
    const isPhone = phones.has(item.text);
    for (const piece of segments(item.text)) {
      inText(piece, inAddress, (value, named) => {
        if (isPhone && !named && !inAddress(value)) return;
        board.offer(
          value,
          item.heading > 0 && item.heading <= 3
            ? w.heading
            : named && piece.length <= 60
              ? w.named
              : w.inline,
          { code: 'heading' },
          item,
          named || (item.heading > 0 && item.heading <= 3),
        );
      });
    }
  }
  return board.best();
}

/** Digits set in groups, perhaps after letters ("4401 5550 18", "VN 30231 25917"). */
function isGrouped(text: string): boolean {
  return text.length <= 24 && /^(?:\p{Lu}{1,4}[ -])?\d{2,}(?:[ -]\d{2,}){1,3}$/u.test(text);
}

/** A label that says outright that its value is a number of the record or account. */
function isNumbered({ kind, words }: Label): boolean {
  return (kind === 'recordNumber' || kind === 'accountNumber') && (words.has('number') || words.has('id'));
}

/** The number at the end of a record's heading that its title says again ("Verwijzing VW-2026-0794"). */
function codeOf(heading: string, title: string): string | null {
  const words = heading.split(' ');
  const code = words.at(-1)?.replace(/^#/, '') ?? '';
  const known = words.length <= 3 && shape.test(code) && /\d{3}/.test(plainDigits(code));
  return known &&
    !notReferences.test(code) &&
    title.split(/\s+/).some((word) => word.replace(/^#/, '') === code)
    ? code
    : null;
}

function segments(text: string): string[] {
  return text.split(/\s+[|·•–—-]\s+|[|·•;,]|:\s/).map((piece) => piece.trim());
}

/** "Job 60255509917", "#48201", "Réf. 21555014": a word for records, or the sign for numbers, then the number. */
function inText(
  text: string,
  isInAddress: (value: string) => boolean,
  offer: (value: string, named: boolean) => void,
): void {
  const plain = plainDigits(text);
  const at = plain.search(/#?\s?(?:\p{L}{1,8}[-_/]){0,3}\p{L}{0,6}[-_/]?\d/u);
  if (at < 0) return;
  const before = plain.slice(0, at).trim();
  const value = numberPart.exec(plain.slice(at))?.[1]?.trim();
  if (!value) return;
  const label = before ? readLabel(before.split(/\s+/).slice(-3).join(' ')) : null;
  const kind: LabelKind | undefined = label && label.share > 0.6 ? label.kind : undefined;
  const named =
    kind === 'recordNumber' ||
    kind === 'accountNumber' ||
    kind === 'number' ||
    (label?.words.has('record') ?? false);
  const account = label?.words.has('account') ?? false;
  // "customer number 7946 0551 20": said in so many words.
  const said = (named && label?.words.has('number')) || account;
  if (named || account || plain[at] === '#' || isInAddress(value)) offer(value, said);
}

/** What a telephone or a chat system numbers: nobody says it to anybody. */
const technical = /interaction|conversation|session|sitzung|interacci|interaç|interazion|interactie/i;

/** The number by which an employer, a school or a club knows somebody. */
const personNumber =
  /employee|personnel|worker|student|pupil|learner|member|matric|personal-?n|mitarbeiter-?n|schüler-?n|salari|empleado|alumno|funcion[aá]rio|aluno|dipendente|studente|medewerker|leerling|pracowni|社員番号|従業員番号|学籍番号|会員番号/i;

function offerLabelled(board: Board, found: FoundLabel, value: string, item: Item): void {
  const external = /extern|legacy|parent|related|old/i.test(found.text)
    ? w.external
    : technical.test(found.text)
      ? w.technical
      : 0;
  const column = (found.column ? w.row : 0) + (found.tied ? 0 : w.untied);
  const note: EvidenceNote = { code: 'labelled', label: found.text };
  // "Account" over a value with digits in it is its number, over a name the company.
  const account = found.label?.kind === 'company' && found.label.words.has('account') && /\d{3}/.test(value);
  if (found.label?.kind === 'recordNumber')
    board.offer(value, w.recordNumber + external + column, note, item, external === 0);
  else if (
    found.label?.kind === 'number' &&
    found.label.share > 0.99 &&
    /\p{L}/u.test(value) &&
    /\d{3}/.test(value)
  )
    board.offer(value, w.idAlone + column, note, item);
  else if (found.label?.kind === 'id' && /^id\W*$/i.test(found.text) && /\p{L}/u.test(value))
    board.offer(value, w.idAlone + column, note, item);
  else if (found.label?.kind === 'id' && personNumber.test(found.text))
    board.offer(value, w.personNumber + column, note, item, true);
  else if (found.label?.kind === 'accountNumber' || account)
    board.offer(value, w.accountNumber + external + column, note, item, external === 0);
}

/** Values offered so far, each with its best reason. */
class Board {
  private readonly drafts = new Map<string, CandidateDraft>();
  /** Keys of what a heading, the title or a label of numbers says. */
  private readonly said = new Set<string>();
  private readonly address: string;
  private readonly inRows: ReadonlySet<Item>;

  constructor(page: Page, inRows: ReadonlySet<Item>) {
    this.address = ` ${plainly(page.frames[0]?.url ?? '')} `;
    this.inRows = inRows;
  }

  /** Whether the page's address holds the value as a part of its own. */
  isInAddress(value: string): boolean {
    const plain = plainly(value);
    return (
      plain.length >= 2 &&
      (this.address.includes(` ${plain} `) || this.address.includes(` ${plain.replaceAll(' ', '')} `))
    );
  }

  offer(raw: string, weight: number, note: EvidenceNote, item: Item | null, said = false): void {
    const value = raw.replace(/[.,;:]$/, '');
    if (
      value.length < (note.code === 'labelled' && this.isInAddress(value) ? 2 : 3) ||
      !shape.test(value.replaceAll(' ', '')) ||
      notReferences.test(plainDigits(value)) ||
      value.length > 30
    )
      return;
    const key = plainly(value).replaceAll(' ', '');
    const evidence = [note];
    if (said && !item?.hidden) this.said.add(key);
    let score = w.base + weight;
    if (this.isInAddress(value) && note.code !== 'in-address') {
      score += w.inAddress;
      evidence.push({ code: 'in-address' });
    }
    if (item?.chrome && !item.strip && !this.isInAddress(value)) score += w.chrome;
    if (item?.hidden) score += w.hidden;
    if (item?.feed && item.heading === 0) score += w.feed;
    if (item && this.inRows.has(item)) score += w.row;
    const known = this.drafts.get(key);
    if (!known) {
      this.drafts.set(key, { value, key, score, evidence, items: item ? [item] : [] });
      return;
    }
    if (score > known.score) known.value = value;
    known.score = Math.max(known.score, score) + w.agrees;
    known.evidence.push(...evidence.filter((one) => !known.evidence.some((old) => old.code === one.code)));
  }

  best(): CandidateDraft[] {
    const drafts = [...this.drafts.values()].sort((a, b) => b.score - a.score);
    const [first] = drafts;
    // What only the address says is the product's own key, not what people quote on the phone.
    const quoted = drafts.find(
      (draft) => this.said.has(draft.key) && confidenceOf(draft.score) >= thresholds.reference,
    );
    if (!first || !quoted || this.said.has(first.key)) return drafts;
    quoted.score = Math.max(quoted.score, first.score);
    return [quoted, ...drafts.filter((draft) => draft !== quoted)];
  }
}

/** Letters and digits only, so that "BPT-33120" is found in an address however it is joined. */
function plainly(text: string): string {
  return plainDigits(text)
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
