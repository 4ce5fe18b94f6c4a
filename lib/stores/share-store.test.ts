import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import {
  aCallback,
  at,
  dayRules,
  idAt,
  phone,
  promise,
  wednesday,
} from '../../tests/support/unit/entries.ts';
import type { Callback } from '../domain/callback.ts';
import { createShareStore } from './share-store.ts';
import { shareTools } from './share-tools.ts';
import { createStatusStore } from './status-store.ts';

const late = aCallback({ id: idAt(1), promise: promise(null, at('2026-03-11T13:00')) });
const today = aCallback({
  id: idAt(2),
  callerName: '',
  phone: phone('+442079460018', { asShown: '020 7946 0018' }),
  promise: promise(at('2026-03-11T16:00')),
});
const timeless = aCallback({ id: idAt(3), callerName: 'Cleo' });
const tomorrow = aCallback({ id: idAt(4), callerName: 'Dora', promise: promise(at('2026-03-12T10:00')) });

function aShare(open: Callback[], refuse = false) {
  const status = createStatusStore();
  const files: { name: string; text: Promise<string> }[] = [];
  const copyText = vi.fn(async (_text: string) => {
    if (refuse) throw new Error('no');
  });
  const openDay = vi.fn();
  const copyHtml = vi.fn(async (_html: string, _text: string) => {});
  const share = createShareStore({
    callbacks: { open: signal(open) },
    rules: signal(dayRules()),
    clock: { now: signal(wednesday) },
    status,
    loadTools: async () => shareTools,
    copyText,
    copyHtml,
    saveFile: (name, file) => files.push({ name, text: file.text() }),
    openDay,
  });
  return { share, status, files, copyText, copyHtml, openDay };
}

const spaces = (text = '') => text.replace(/[\u202f\u00a0]/g, ' ');

describe('the day’s list', () => {
  test('is what is late, due today or without a time, with its date', async () => {
    const { share, copyText, status } = aShare([late, today, timeless, tomorrow]);
    await share.copyDay('text');
    const [title, first, second, third, ...more] = spaces(copyText.mock.calls[0]?.[0]).split('\n\n');
    expect(title).toBe('Callbacks for Wednesday, March 11, 2026');
    expect(first).toMatch(
      /^Ana Villaseñor\n\+14155550132\n.*\nWed, Mar 11, before 1:00 PM\nSam Agent\nneeds call$/,
    );
    expect(second).toMatch(/^020 7946 0018\nAsks/);
    expect(third).toMatch(/^Cleo\n[\s\S]*no time promised/);
    expect(more).toEqual([]);
    expect(status.text.value).toBe('Copied: Callbacks for Wednesday, March 11, 2026');
  });

  test('goes into a table with the text beside it', async () => {
    const { share, copyHtml } = aShare([late]);
    await share.copyDay('html');
    expect(copyHtml.mock.calls[0]?.[0]).toMatch(/^<table><caption>/);
    expect(copyHtml.mock.calls[0]?.[1]).toMatch(/^Callbacks for/);
  });

  test('goes into a calendar as far as it has times', async () => {
    const { share, files, status } = aShare([late, today, timeless, tomorrow]);
    await share.calendarOfDay();
    const text = (await files[0]?.text) ?? '';
    expect(files[0]?.name).toBe('ringback-today.ics');
    expect(text.match(/^(DTSTART|DTEND|SUMMARY).*/gm)?.map((line) => line.trim())).toEqual([
      // A deadline takes the quarter of an hour before it, a point in time the one after it.
      'DTSTART:20260311T114500Z',
      'DTEND:20260311T120000Z',
      'SUMMARY:Call back Ana Villaseñor',
      'DTSTART:20260311T150000Z',
      'DTEND:20260311T151500Z',
      'SUMMARY:Call back 020 7946 0018',
    ]);
    expect(status.text.value).toBe('Saved: ringback-today.ics');
  });

  test('goes onto paper on a page of its own', () => {
    const { share, openDay } = aShare([late]);
    share.printDay();
    expect(openDay).toHaveBeenCalledOnce();
  });

  test('of nobody says so', async () => {
    const { share, status, files } = aShare([tomorrow]);
    await share.copyDay('markdown');
    expect(status.text.value).toBe('Nothing is to be called today.');
    status.say('');
    await share.calendarOfDay();
    expect([status.text.value, files]).toEqual(['Nothing is to be called today.', []]);
  });
});

describe('one callback', () => {
  test('is copied by itself', async () => {
    const { share, copyText, status } = aShare([]);
    await share.copyOne(tomorrow, 'markdown');
    expect(spaces(copyText.mock.calls[0]?.[0])).toMatch(
      /^\| Caller name \|[^\n]*\n\| --- \|[^\n]*\n\| Dora \|[^\n]*$/,
    );
    expect(status.text.value).toBe('Copied: Dora');
  });

  test('with a promised time is a calendar file by itself, whenever it is due', async () => {
    const { share, files, status } = aShare([]);
    await share.calendarOf(tomorrow);
    expect(files.map(({ name }) => name)).toEqual(['ringback-callback.ics']);
    const text = (await files[0]?.text) ?? '';
    expect(text.match(/^(BEGIN:VEVENT|UID|DTSTART|DTEND|SUMMARY).*/gm)?.map((line) => line.trim())).toEqual([
      'BEGIN:VEVENT',
      `UID:${tomorrow.id}@ringback`,
      // 10:00 in Berlin.
      'DTSTART:20260312T090000Z',
      'DTEND:20260312T091500Z',
      'SUMMARY:Call back Dora',
    ]);
    expect(status.text.value).toBe('Saved: ringback-callback.ics');
  });

  test('without a time has nothing for a calendar', async () => {
    const { share, status, files } = aShare([]);
    await share.calendarOf(timeless);
    expect([status.text.value, files]).toEqual([
      'No time was promised, so there is nothing for a calendar.',
      [],
    ]);
  });

  test('is said not to be copied where the browser refuses', async () => {
    const { share, status } = aShare([], true);
    await share.copyOne(late, 'text');
    expect(status.text.value).toBe('Not copied: the browser refused it.');
  });
});
