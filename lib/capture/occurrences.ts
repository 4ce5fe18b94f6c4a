/** Everywhere a number stands on the page, with what its surroundings say about it. */

import type { LabelKind } from './label-kind.ts';
import { labelOf } from './label-of.ts';
import { type Label, readLabel } from './labels.ts';
import { addExtensions, joinedNumbers, withCountryCode } from './number-pieces.ts';
import type { Item, Page } from './page-items.ts';
import { findPhones, type PhoneMatch, phoneOfHref } from './phone-shape.ts';
import { beginsWith, linesBegin } from './row-lines.ts';
import { structuredPeople } from './structured.ts';
import { countDigits, plainDigits, wordCount } from './text.ts';
import type { Countries } from './types.ts';

export interface PhoneOccurrence {
  item: Item;
  match: PhoneMatch;
  /** As shown on the page. */
  shown: string;
  label: Label | null;
  /** The label's own words. */
  labelText: string;
  /** A label stands there, known or not. */
  labelled: boolean;
  telLink: boolean;
  fieldType: boolean;
  structured: boolean;
  /** In running text. */
  prose: boolean;
  /** Other words in the line, none of them a label. */
  words: string;
  /** The item holds nothing but the number (and its label). */
  alone: boolean;
}

/** Label kinds under which a value is a number to talk to somebody. */
const phoneKinds: ReadonlySet<LabelKind> = new Set([
  'callback',
  'calling',
  'mobile',
  'direct',
  'phone',
  'home',
  'work',
  'main',
  'switchboard',
  'fax',
  'pager',
  'called',
  'otherPhone',
  'agentPhone',
  'caller',
  'contact',
]);

/** Labels of numbers that stand for somebody else, or are none. */
export const othersNumbers: ReadonlySet<LabelKind> = new Set([
  'called',
  'fax',
  'agentPhone',
  'otherPhone',
  'other',
  'agent',
  'id',
  'recordNumber',
  'accountNumber',
]);

export function isPhoneKind(kind: LabelKind | undefined): boolean {
  return kind !== undefined && phoneKinds.has(kind);
}

/** @param region countries national numbers are read in */
export function phoneOccurrences(page: Page, region: Countries): PhoneOccurrence[] {
  const found: PhoneOccurrence[] = [];
  const telBoxes = new Map<number, Item>();
  for (const item of page.items) if (item.leaf.kind === 'tel') telBoxes.set(item.box, item);
  const shownTel = new Set<Item>();
  const joined = joinedNumbers(page);
  const stated = new Set(
    structuredPeople(page).flatMap((person) =>
      person.telephones.flatMap((number) => findPhones(number, region, true).map((match) => match.e164)),
    ),
  );

  const manyBegin = linesBegin(page);
  for (const item of page.items) {
    if (found.length > 400) break;
    if (item.leaf.kind === 'tel' || item.leaf.kind === 'mail' || item.leaf.kind === 'choice') continue;
    const text = withCountryCode(page, item, joined.get(item) ?? item.text);
    if (text === '' || countDigits(plainDigits(text)) < 6) continue;
    const tel = telAbove(page, item, telBoxes);
    const fieldType = item.leaf.type === 'tel' || /^tel/.test(item.leaf.autocomplete ?? '');
    for (const line of lines(text)) {
      const outer = outerLabel(page, item, line);
      // A column headed "Number" with a number in it as people write them, from its trunk prefix on.
      const inColumn =
        outer?.column === true &&
        outer.label?.kind === 'number' &&
        /^[+(（0][\d\s().-]{8,}$/u.test(line.trim());
      const trusted =
        tel !== null || fieldType || inColumn || isPhoneKind(outer?.label?.kind) || isWritten(line, outer);
      for (const match of numbersIn(line, region, trusted)) {
        const context = inLine(line, match, manyBegin);
        if (context.bad) continue;
        // "Parc reference: P 46571 0178": under a label of another kind a letter is a part of the value.
        // "VAT ID: DE 406 696 912": so are the two of a country.
        const isLetter =
          context.label !== null &&
          /^(?:\p{L}|\p{Lu}{2})$/u.test(context.labelText) &&
          Boolean(outer?.tied || outer?.label);
        const inner = isLetter && !isPhoneKind(outer?.label?.kind) ? null : context.label;
        const label = inner ?? (context.prose ? null : (outer?.label ?? null));
        found.push({
          item,
          match,
          shown: match.shown,
          label,
          labelText: inner ? context.labelText : (outer?.text ?? ''),
          labelled: label !== null || (!context.prose && Boolean(outer) && outer?.heading !== true),
          telLink: tel !== null,
          fieldType,
          structured: hasProp(page, item, 'telephone') || stated.has(match.e164),
          prose: context.prose,
          words: context.words,
          alone: !context.prose,
        });
        if (tel) shownTel.add(tel);
      }
    }
  }
  for (const tel of telBoxes.values()) {
    if (shownTel.has(tel)) continue;
    const outer = labelOf(page, tel);
    for (const match of phoneOfHref(tel.text, region)) {
      found.push({
        item: tel,
        match,
        shown: match.shown,
        label: outer?.label ?? null,
        labelText: outer?.text ?? '',
        labelled: outer !== null,
        telLink: true,
        fieldType: false,
        structured: hasProp(page, tel, 'telephone'),
        prose: false,
        words: '',
        alone: true,
      });
    }
  }
  addExtensions(page, found);
  return found;
}

/** The numbers of a line; "Ring 07700 900210" says itself that it holds one, though it is in no country's plan. */
function numbersIn(line: string, region: Countries, trusted: boolean): PhoneMatch[] {
  const found = findPhones(line, region, trusted);
  if (trusted || !/\p{L}{2}/u.test(line)) return found;
  const said = findPhones(line, region, true).filter(
    (match) =>
      !match.valid &&
      (match.grouped || match.shown.startsWith('0')) &&
      saysNumber(inLine(line, match, false).label) &&
      found.every((one) => match.end <= one.start || one.end <= match.start),
  );
  return [...found, ...said];
}

/** Whether words say nothing but that a number follows ("Mobile", "Call"): "Mobile plan" is of a contract. */
function saysNumber(label: Label | null): boolean {
  if (label === null || label.share <= 0.9 || /^(?:caller|contact)$/.test(label.kind)) return false;
  return (
    isPhoneKind(label.kind) &&
    [...label.words].every((word) => word === label.kind || (word === 'record' && label.kind === 'phone'))
  );
}

/** Kinds of labels whose values are digits and no numbers to call. */
const digitKinds = /^(?:id|recordNumber|accountNumber|amount|time)$/;

/** Nothing but a number as people write one, from its trunk zero on and in groups, and no label that says it is an id. */
function isWritten(line: string, outer: ReturnType<typeof labelOf>): boolean {
  return (
    /^\s*[(（]?0\d{2,5}[)）]?(?:\s\d{2,6}){1,4}\s*$/u.test(plainDigits(line)) &&
    !digitKinds.test(outer?.label?.kind ?? '')
  );
}

function telAbove(page: Page, item: Item, telBoxes: Map<number, Item>): Item | null {
  let level = 0;
  for (const box of page.up(item.box)) {
    const tel = telBoxes.get(box.at);
    if (tel) return tel;
    if (++level > 4) break;
  }
  return null;
}

function hasProp(page: Page, item: Item, prop: string): boolean {
  let level = 0;
  for (const box of page.up(item.box)) {
    if (box.prop === prop) return true;
    if (++level > 3) break;
  }
  return false;
}

function outerLabel(page: Page, item: Item, line: string): ReturnType<typeof labelOf> {
  // Long running text has no label outside itself.
  return line.length > 120 ? null : labelOf(page, item);
}

function lines(text: string): string[] {
  return text.includes('\n') ? text.split('\n') : [text];
}

/** "e.g. +43 664 1234567": how a number is to be typed, nobody's. */
const example =
  /(?:^|[\s(（])(?:e\.?\s?g\.?|for example|example|sample|format|z\.?\s?b\.?|zum beispiel|beispiel|p\.?\s?ex\.?|par exemple|exemple|p\.?\s?ej\.?|ej\.?|por ejemplo|ejemplo|por exemplo|exemplo|ad es\.?|es\.|per esempio|esempio|bijv\.?|bv\.|bijvoorbeeld|voorbeeld|np\.?|na przykład|przykład|t\.?\s?ex\.?|till exempel|例|例えば|مثال|مثلا)[\s:：.,]*$/iu;

interface LineContext {
  label: Label | null;
  labelText: string;
  prose: boolean;
  words: string;
  bad: boolean;
}

/** What the rest of the line says: "Fax 312-555-0149", "my cell is …", "(mobile)". */
function inLine(line: string, match: PhoneMatch, inRows: boolean): LineContext {
  const before = line.slice(0, match.start);
  const after = line.slice(match.end);
  const around = `${before} ${after}`.trim();
  const rest = around.replace(/[\s()[\]<>:,.;|/+–—-]+/g, ' ').trim();
  const segment = before.split(/[|•·;,\n]|\s[-–—]\s/).pop() ?? '';
  const tail = (segment.trim() || (before.split(/[|•·;,\n]|\s[-–—]\s/).at(-2) ?? ''))
    .replace(/[\s:：(+.]+$/u, '')
    .trim();
  const near = tail.split(/\s+/).slice(-4).join(' ');
  const paren = /^\s*[([（]([^)\]）]{2,30})[)\]）]/.exec(after)?.[1] ?? '';
  const label =
    labelWords(tail) ??
    labelWords(tail.replace(/\s*#?\d{1,2}$/, '')) ??
    labelWords(near) ??
    labelWords(near.split(' ').pop() ?? '') ??
    remark(paren);
  // A sentence that ends before the number is not its label ("Questions? Call …").
  const prose =
    (wordCount(rest) > 4 || rest.length > 40 || /\p{L}{3}[.?!]\s+\p{L}/u.test(around)) &&
    !isNumbers(line) &&
    !(inRows && beginsWith(line, match));
  const words = !label && !prose && /\p{L}{2}/u.test(rest) ? rest : '';
  return { label, labelText: label ? near || paren : '', prose, words, bad: example.test(before) };
}

/** Words beside each number of a line that lists several: "Switchboard", "tel.", "ask for". */
const listedWords = 2;

/** "T 02 5550 0152 | M 0491 570 159", "Office (360) 555-0140, fax (360) 555-0149": numbers, no running text. */
function isNumbers(line: string): boolean {
  const parts = line.split(/[|•·;,\n]|\s[-–—/]\s/).filter((part) => part.trim() !== '');
  return (
    parts.length > 1 &&
    parts.every(
      (part) => countDigits(plainDigits(part)) >= 6 && (part.match(/\p{L}+/gu)?.length ?? 0) <= listedWords,
    )
  );
}

/** Kinds a remark in brackets after a number can give it. */
const remarkKinds: ReadonlySet<LabelKind> = new Set([
  'callback',
  'mobile',
  'direct',
  'phone',
  'home',
  'work',
  'main',
  'switchboard',
  'fax',
  'pager',
  'other',
  'otherPhone',
]);

/** What brackets after a number say of it: a kind of number or another's; "(no voicemail)" says nothing. */
function remark(text: string): Label | null {
  for (const part of text.split(/[,;/]/)) {
    const label = labelWords(part.trim());
    if (label && remarkKinds.has(label.kind)) return label;
  }
  return null;
}

function labelWords(text: string): Label | null {
  if (!text) return null;
  const label = readLabel(text);
  return label && label.share >= 0.5 && label.kind !== 'field' && label.kind !== 'note' ? label : null;
}
