import { chooseCaller } from '../../../lib/capture/choose-caller.ts';
import type { Box, FrameEvidence, Leaf } from '../../../lib/capture/evidence.ts';

/** An element with its children: texts, or elements in turn. */
export type Node = string | { tag: string; role?: string; label?: string; in: readonly Node[] };

export const el = (tag: string, ...children: readonly Node[]): Node => ({ tag, in: children });

/** The evidence of a page of one frame. */
export function page(
  parts: readonly Node[],
  more: Partial<Pick<FrameEvidence, 'url' | 'title' | 'jsonLd'>> = {},
): FrameEvidence {
  const boxes: Box[] = [{ parent: -1, tag: 'body', index: 0 }];
  const leaves: Leaf[] = [];
  const add = (node: Node, parent: number, index: number): void => {
    if (typeof node === 'string') {
      leaves.push({ box: parent, kind: 'text', text: node });
      return;
    }
    const { tag, role, label } = node;
    const box =
      boxes.push({ parent, tag, index, ...(role ? { role } : {}), ...(label ? { label } : {}) }) - 1;
    for (const [at, child] of node.in.entries()) add(child, box, at);
  };
  for (const [at, part] of parts.entries()) add(part, 0, at);
  return {
    version: 1,
    url: 'https://crm.example/',
    title: '',
    lang: 'en',
    top: true,
    focused: true,
    area: 1_000_000,
    selection: '',
    boxes,
    leaves,
    jsonLd: [],
    foreign: [],
    stats: { ms: 1, nodes: 1, stopped: false, cut: false },
    ...more,
  };
}

/** What capture makes of it in a browser of a country, the US unless said. */
export function capture(frame: FrameEvidence, country = 'US') {
  const { name, phone, reference, callers } = chooseCaller([frame], {
    defaultCountry: country,
    now: 0,
    zone: 'UTC',
  });
  return {
    name: name.chosen?.value ?? null,
    phone: phone.chosen?.e164 ?? null,
    reference: reference.chosen?.value ?? null,
    callers: callers.map((row) => [row.name, row.phone?.e164]),
  };
}

/** A card under a heading. */
export const card = (name: string, ...details: string[]): Node =>
  el('div', el('h3', name), ...details.map((text) => el('div', text)));

/** A label and its value as a description list writes them. */
export const field = (label: string, value: string): Node =>
  el('div', el('dt', el('span', label)), el('dd', el('div', value)));

/** A table of a row of heads and rows of cells. */
export const table = (head: string[], ...rows: string[][]): Node =>
  el(
    'table',
    el('tr', ...head.map((text) => el('th', text))),
    ...rows.map((cells) => el('tr', ...cells.map((text) => el('td', text)))),
  );

/** A row of cells that each stand alone in a component of their own. */
export const componentRow = (role: 'columnheader' | 'gridcell', ...texts: string[]): Node => ({
  tag: 'div',
  role: 'row',
  in: texts.map((text) => el('x-cell', { tag: 'div', role, in: [text] })),
});

/** The page with each cell told its column, as the browser's reader does. */
export const withColumns = (frame: FrameEvidence): FrameEvidence => {
  for (const [at, box] of frame.boxes.entries())
    if (/^t[dh]$/.test(box.tag) || /^(?:columnheader|cell)$/.test(box.role ?? ''))
      box.column = frame.boxes.slice(0, at).filter((one) => one.parent === box.parent).length;
  return frame;
};

/** The page with more said of the leaves of these texts: "Dana" in a field labelled "Given". */
export const withLeaves = (frame: FrameEvidence, more: Record<string, Partial<Leaf>>): FrameEvidence => ({
  ...frame,
  leaves: frame.leaves.map((leaf) => ({ ...leaf, ...more[leaf.text] })),
});

/** The menu a product's pages begin with. */
export const menu = el('nav', el('a', 'Home'), el('a', 'Tickets'), el('a', 'Reports'));

/** What capture makes of a page of a product with a menu: these parts in its main part. */
export const captureMain = (...parts: readonly Node[]) =>
  capture(withColumns(page([menu, el('main', ...parts)])));
