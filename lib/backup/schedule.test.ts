import { expect, test } from 'vitest';
import { wednesday } from '../../tests/support/unit/entries.ts';
import {
  type BackupState,
  backupFileName,
  backupReminderDue,
  dailyBackupDue,
  quietUntil,
} from './schedule.ts';

const day = 24 * 3_600_000;
const nothing: BackupState = {
  lostAt: null,
  lastAt: null,
  importedAt: null,
  quietUntil: null,
  daily: false,
  dailyTriedAt: null,
  dailyProblem: null,
};

test.each<[string, Partial<BackupState>, number | null, boolean]>([
  ['an empty list needs none', {}, null, false],
  ['a young list', {}, wednesday - 6 * day, false],
  ['a week without any', {}, wednesday - 7 * day, true],
  ['one made lately', { lastAt: wednesday - 6 * day }, wednesday - 90 * day, false],
  ['one made long ago', { lastAt: wednesday - 8 * day }, wednesday - 90 * day, true],
  [
    'what came from a file lately is in that file',
    { importedAt: wednesday - day },
    wednesday - 90 * day,
    false,
  ],
  ['put away today', { quietUntil: quietUntil(wednesday - 3_600_000) }, wednesday - 90 * day, false],
  ['put away yesterday', { quietUntil: quietUntil(wednesday - day) }, wednesday - 90 * day, true],
  ['a clock set back by a year', { lastAt: wednesday + 365 * day }, wednesday, true],
  ['put away by a clock set back', { quietUntil: wednesday + 365 * day }, wednesday - 90 * day, true],
])('the reminder: %s', (_, state, oldest, due) => {
  expect(backupReminderDue({ ...nothing, ...state }, oldest, wednesday)).toBe(due);
});

test.each<[string, Partial<BackupState>, boolean]>([
  ['not asked for', { daily: false }, false],
  ['never made', { daily: true }, true],
  ['made today', { daily: true, dailyTriedAt: wednesday - day / 2 }, false],
  ['made yesterday', { daily: true, dailyTriedAt: wednesday - day }, true],
  ['failed just now', { daily: true, dailyTriedAt: wednesday - 60_000, dailyProblem: 'no' }, false],
  ['failed an hour ago', { daily: true, dailyTriedAt: wednesday - 3_600_000, dailyProblem: 'no' }, true],
  ['made by a clock set back', { daily: true, dailyTriedAt: wednesday + 9 * day }, true],
])('the daily backup: %s', (_, state, due) => {
  expect(dailyBackupDue({ ...nothing, ...state }, wednesday)).toBe(due);
});

test('the file is named by the agent’s day', () => {
  expect(backupFileName('json', Date.UTC(2026, 2, 11, 23, 30), 'Europe/Berlin')).toBe(
    'ringback-2026-03-12.json',
  );
});
