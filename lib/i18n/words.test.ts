import { expect, test } from 'vitest';
import { wednesday } from '../../tests/support/unit/entries.ts';
import { kinds, statuses } from '../domain/callback.ts';
import { groups } from '../domain/groups.ts';
import { ranks } from '../domain/priority.ts';
import { reviewSections } from '../domain/review.ts';
import { defaultSettings } from '../domain/settings.ts';
import {
  groupWord,
  kindWord,
  rankWord,
  reasonWords,
  sectionWord,
  settingsWords,
  statusWord,
} from './words.ts';

test('the six status words stand on the screen exactly as they are called', () => {
  expect(statuses.map(statusWord)).toEqual([...statuses]);
});

test('so do the kinds', () => {
  expect(kinds.map(kindWord)).toEqual([...kinds]);
});

test('every group, rank and section has a word of its own', () => {
  for (const words of [groups.map(groupWord), ranks.map(rankWord), reviewSections.map(sectionWord)]) {
    expect(new Set(words).size).toBe(words.length);
    expect(words.every((word) => word !== '')).toBe(true);
  }
});

test('the review’s headings start as they are fixed', () => {
  expect(reviewSections.map(sectionWord)).toEqual(
    expect.arrayContaining([
      'Overdue',
      'Promised for today',
      'Waiting on internal answer',
      'No owner',
      'Missing phone number',
      'Still open',
    ]),
  );
});

test.each([
  ['missed call', 'Missed call'],
  ['disconnected', 'Call dropped at 2:30 PM'],
  ['post-job follow-up', 'Follow-up after the visit'],
  ['re-engagement', 'Getting back in touch'],
  ['promised', 'Promised to call back'],
] as const)('the reason nobody typed of a %s', (kind, words) => {
  expect(reasonWords(kind, wednesday, 'Europe/Berlin').replace('\u202f', ' ')).toBe(words);
});

test('settings that are words are those a new install has', () => {
  const { noteTemplate, textFollowUp } = defaultSettings('US');
  expect(settingsWords()).toEqual({ noteTemplate, textFollowUp });
  expect(defaultSettings('US', { noteTemplate: 'Rückruf {n}', textFollowUp: 'Bis bald' })).toMatchObject({
    noteTemplate: 'Rückruf {n}',
    textFollowUp: 'Bis bald',
  });
});
