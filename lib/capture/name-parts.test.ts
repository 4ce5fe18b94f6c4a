import { describe, expect, it } from 'vitest';
import { capture, el, field, type Node, page } from '../../tests/support/unit/capture-page.ts';
import type { FrameEvidence } from './evidence.ts';

/** A form: each label over the field it is tied to. */
function form(...fields: [label: string, value: string][]): FrameEvidence {
  const frame = page([
    el('h1', 'Zorblat 12'),
    el('form', ...fields.map(([label, value]): Node => el('div', el('label', label), el('input', value)))),
  ]);
  for (const leaf of frame.leaves) {
    const label = fields.find(([, value]) => value === leaf.text)?.[0];
    if (label) Object.assign(leaf, { kind: 'value', label });
  }
  return frame;
}

describe('a name in parts', () => {
  it('is whole where only one of its two labels is known', () => {
    const phone: [string, string] = ['Mobile', '(415) 555-0132'];
    const lastUnknown = form(['First name', 'Marigold'], ['Snarf', 'Tan'], phone);
    expect(capture(lastUnknown).name).toBe('Marigold Tan');
    const firstUnknown = form(['Snarf', 'Marigold'], ['Last name', 'Tan'], phone);
    expect(capture(firstUnknown).name).toBe('Marigold Tan');
  });

  it('takes no company for the other half, nor a field with no name in it', () => {
    const phone: [string, string] = ['Mobile', '(415) 555-0132'];
    expect(capture(form(['First name', 'Marigold'], ['Company', 'Harbor'], phone)).name).toBe('Marigold');
    expect(capture(form(['First name', 'Marigold'], ['Snarf', 'A-12'], phone)).name).toBe('Marigold');
  });

  it('gives way to the whole where both stand there', () => {
    const frame = page([
      el('h1', 'Marigold Tan'),
      el('dl', field('Name', 'Tan'), field('Mobile', '(415) 555-0132'), field('City', 'Fresno')),
    ]);
    expect(capture(frame).name).toBe('Marigold Tan');
  });
});

it('takes what a button does for nobody’s name, whatever label stands before it', () => {
  const frame = page([
    el('div', el('h2', 'Incoming call'), el('h4', '(415) 555-0132'), el('div', el('label', 'Caller name'))),
    el('div', el('button', 'Blorf'), el('button', 'Snarf Grix')),
  ]);
  expect(capture(frame).name).toBeNull();
});
