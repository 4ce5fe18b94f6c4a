import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, calendarFile } from './calendar-file.ts';

const from = Date.UTC(2026, 2, 11, 13, 30);
const now = Date.UTC(2026, 2, 11, 9);

function calendarEvent(more: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    id: '019cdc00-0000-7000-8000-000000000001',
    title: 'Call back Ana',
    details: 'Boiler',
    url: null,
    from,
    until: from + 90 * 60_000,
    ...more,
  };
}

/** The lines of a file as a calendar reads them: folded ones joined, each with its name. */
function read(file: string): [name: string, value: string][] {
  expect(file.endsWith('\r\n')).toBe(true);
  const unfolded = file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  return unfolded.map((line) => {
    const [, name = '', value = ''] = /^([A-Z-]+)[^:]*:(.*)$/s.exec(line) ?? [];
    return [name, value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))];
  });
}

const valueIn = (file: string, name: string) => read(file).find(([one]) => one === name)?.[1];

describe('a calendar file', () => {
  test('says when in UTC, which means the same everywhere, over the change of clocks too', () => {
    const file = calendarFile(
      [
        calendarEvent({
          from: Date.parse('2026-03-29T01:30:00+01:00'),
          until: Date.parse('2026-03-29T03:15:00+02:00'),
        }),
      ],
      now,
      'de',
    );
    expect(valueIn(file, 'DTSTART')).toBe('20260329T003000Z');
    expect(valueIn(calendarFile([calendarEvent()], now, 'en'), 'DTEND')).toBe('20260311T150000Z');
    expect(valueIn(file, 'DTEND')).toBe('20260329T011500Z');
    expect(valueIn(file, 'DTSTAMP')).toBe('20260311T090000Z');
  });

  test('names each callback the same every time', () => {
    expect(valueIn(calendarFile([calendarEvent()], now, 'en'), 'UID')).toBe(
      '019cdc00-0000-7000-8000-000000000001@ringback',
    );
  });

  test('leads to the page it came from, and to nothing that is no page', () => {
    const url = 'https://crm.example.com/1?a=b;c,d';
    expect(valueIn(calendarFile([calendarEvent({ url })], now, 'en'), 'URL')).toBe(url);
    for (const bad of ['javascript:alert(1)', 'https://', 'x']) {
      expect(valueIn(calendarFile([calendarEvent({ url: bad })], now, 'en'), 'URL')).toBeUndefined();
    }
  });

  test('holds what it was given and nothing else, whatever a page wrote there', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.constant('x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged\r\n;,\\\n \tATTENDEE:mailto:x'),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, details, path) => {
        const file = calendarFile(
          [calendarEvent({ title, details, url: `https://crm.example.com/${path}` })],
          now,
          'en',
        );
        expect(read(file).map(([name]) => name)).toEqual([
          ...['BEGIN', 'VERSION', 'PRODID', 'BEGIN', 'UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND'],
          ...['SUMMARY', 'TRANSP', 'DESCRIPTION'],
          ...['URL', 'END', 'END'],
        ]);
        // RFC 5545, 3.1: no line is longer than 75 octets; no control character stands in it.
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });

  test('keeps whole letters where it folds', () => {
    const title = '漢字👍🏽 é'.repeat(40);
    expect(valueIn(calendarFile([calendarEvent({ title })], now, 'ja'), 'SUMMARY')).toBe(title);
  });
});
