import { guardCell } from '../backup/cell-guard.ts';

/** Callbacks in words, as they go into other tools. */
export interface ShareTable {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Plain text: a line for each callback's parts, a blank one between two callbacks. */
export function asText({ title, rows }: ShareTable): string {
  const blocks = rows.map((cells) => cells.filter(Boolean).map(oneLine).join('\n'));
  return [title, ...blocks].filter(Boolean).join('\n\n');
}

/**
 * A table in Markdown as GitHub reads it. Whatever would be markup in a cell is taken as it was written.
 * https://github.github.com/gfm/#tables-extension-
 */
export function asMarkdown({ title, head, rows }: ShareTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |`;
  const table = [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
  return title === '' ? table : `**${markdownCell(title)}**\n\n${table}`;
}

/**
 * A table in HTML, for mail and spreadsheets. Texts are escaped; no cell is a formula where it is pasted, and
 * numbers keep their plus.
 */
export function asHtml({ title, head, rows }: ShareTable): string {
  const cell = (tag: string) => (text: string) =>
    `<${tag}>${escaped(isNumber(text) ? text : guardCell(text)).replaceAll('\n', '<br>')}</${tag}>`;
  const row = (tag: string, cells: readonly string[]) => `<tr>${cells.map(cell(tag)).join('')}</tr>`;
  const caption = title === '' ? '' : `<caption>${escaped(title)}</caption>`;
  const body = rows.map((cells) => row('td', cells)).join('');
  return `<table>${caption}<thead>${row('th', head)}</thead><tbody>${body}</tbody></table>`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function markdownCell(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>#|~!&]/g, String.raw`\$&`);
}

function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** A telephone number and nothing else: its plus begins no formula that could do anything. */
function isNumber(text: string): boolean {
  return /^\+[\d\s().-]{4,}$/.test(text);
}
