import { expect, test } from 'vitest';
import type { Box, FrameEvidence, Leaf } from './evidence.ts';
import { fieldsOf } from './fields.ts';
import { labelOf } from './label-of.ts';
import { pageModel } from './page-model.ts';

/** A frame with a container of rows; a row is a list of texts, each in an element of its own. */
function rows(...lines: string[][]): FrameEvidence {
  const boxes: Box[] = [{ parent: -1, tag: 'body', index: 0 }];
  const leaves: Leaf[] = [];
  for (const [at, line] of lines.entries()) {
    const row = boxes.push({ parent: 0, tag: 'div', index: at }) - 1;
    for (const [index, text] of line.entries()) {
      const box = boxes.push({ parent: row, tag: 'span', index }) - 1;
      leaves.push({ box, kind: 'text', text });
    }
  }
  return frame(boxes, leaves);
}

function frame(boxes: Box[], leaves: Leaf[]): FrameEvidence {
  return {
    version: 1,
    url: 'https://example.com/',
    title: '',
    lang: 'en',
    top: true,
    focused: true,
    area: 1,
    selection: '',
    boxes,
    leaves,
    jsonLd: [],
    foreign: [],
    stats: { ms: 1, nodes: 1, stopped: false, cut: false },
  };
}

test('a text nobody knows is a label where known labels have its shape', () => {
  const page = pageModel([
    rows(['Name', 'Dana Lee'], ['Zorvat', '(415) 555-0132'], ['Mobile', '(415) 555-0133']),
  ]);
  expect([...fieldsOf(page).labels].map((item) => item.text).sort()).toEqual(['Mobile', 'Name', 'Zorvat']);
  const number = page.items[3];
  expect(number && labelOf(page, number)).toMatchObject({ text: 'Zorvat', label: null });
});

test('names in front of numbers are no labels', () => {
  const page = pageModel([rows(['Dana Lee', '(415) 555-0132'], ['Sam Roe', '(415) 555-0133'])]);
  expect(fieldsOf(page).labels.size).toBe(0);
});

test('states that repeat in a list are no labels', () => {
  const page = pageModel([rows(['Missed', 'Dana Lee'], ['Missed', 'Sam Roe'], ['Missed', 'Ann Poe'])]);
  expect(fieldsOf(page).labels.size).toBe(0);
});

test('a word beside many values is an action', () => {
  const page = pageModel([
    rows(
      ['Name', 'Dana Lee', 'Change'],
      ['Mobile', '(415) 555-0132', 'Change'],
      ['Fax', '(415) 555-0133', 'Change'],
    ),
  ]);
  expect([...fieldsOf(page).actions]).toEqual(['Change']);
});

test('preformatted lines are labels and values', () => {
  const text = 'Caller name : Dana Lee\nMob. No. : 98123 45670\nRemarks : none';
  const page = pageModel([
    frame(
      [
        { parent: -1, tag: 'body', index: 0 },
        { parent: 0, tag: 'pre', index: 0 },
      ],
      [{ box: 1, kind: 'text', text }],
    ),
  ]);
  const number = page.items.find((item) => item.text.startsWith('98123'));
  expect(number && labelOf(page, number)?.label?.kind).toBe('mobile');
});
