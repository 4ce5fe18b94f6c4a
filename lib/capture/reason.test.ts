import { describe, expect, it } from 'vitest';
import { el, field, type Node, page } from '../../tests/support/unit/capture-page.ts';
import { chooseCaller } from './choose-caller.ts';

function read(parts: readonly Node[], more: { selection?: string; url?: string } = {}) {
  const frame = { ...page(parts), ...more };
  const { name, reasonSuggestion } = chooseCaller([frame], { defaultCountry: 'US', now: 0, zone: 'UTC' });
  return {
    name: name.chosen?.value,
    chips: name.candidates.map(({ value }) => value),
    reason: reasonSuggestion,
  };
}

const record = [
  el('h1', 'Dana Lee'),
  el('dl', field('Contact', 'Dana Lee'), field('Mobile', '(415) 555-0132'), field('Wife', 'Rosa Park')),
];

describe('a selection', () => {
  it.each(['Water Heater', 'Kitchen Sink', 'Rohrbruch Keller'])(
    '"%s" is the reason and a chip, and the name stays',
    (selection) => {
      const { name, chips, reason } = read(record, { selection });
      expect(name).toBe('Dana Lee');
      expect(chips).toContain(selection);
      expect(reason).toEqual({ text: selection, from: 'selection' });
    },
  );

  it('of somebody the page names is the name', () => {
    const { name, reason } = read(record, { selection: 'Rosa Park' });
    expect(name).toBe('Rosa Park');
    expect(reason).toBeNull();
  });
});

describe('the subject', () => {
  const ticket = (title: string, ...fields: Node[]): Node[] => [
    el('h1', title),
    el('dl', field('Requester', 'Dana Lee'), field('Phone', '(415) 555-0132'), ...fields),
  ];

  it.each([
    ['Boiler makes a noise', 'Boiler makes a noise'],
    ['#58901: Boiler makes a noise', 'Boiler makes a noise'],
    ['お湯が出ません', 'お湯が出ません'],
    ['[INC-204] Heizung wird nicht warm', 'Heizung wird nicht warm'],
  ])('is the heading "%s" of a ticket', (title, text) => {
    expect(read(ticket(title)).reason).toEqual({ text, from: 'subject' });
  });

  it('is the field that says so before the heading', () => {
    const parts = ticket('Boiler makes a noise', field('Subject', 'No hot water since Monday'));
    expect(read(parts).reason?.text).toBe('No hot water since Monday');
  });

  it.each(['Dana Lee', 'Ticket for Dana Lee', 'Ticket details', 'Ticket #58901'])(
    'is no heading such as "%s"',
    (title) => {
      expect(read(ticket(title)).reason).toBeNull();
    },
  );

  it('is no type or category', () => {
    expect(
      read([...record, el('dl', field('Job type', 'Repair'), field('Category', 'Plumbing'))]).reason,
    ).toBeNull();
  });
});
