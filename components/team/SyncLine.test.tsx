// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { TeamSync } from '../../lib/stores/team-sync.ts';
import { show } from '../../tests/support/unit/screen.ts';
import { SyncLine, SyncState } from './SyncLine.tsx';

const inStep: TeamSync = { state: 'in step', problem: null, progress: null, ignored: 0, tooLong: 0 };
const text = () => document.body.textContent ?? '';

describe('above the list', () => {
  test('nothing is said while all is well', () => {
    show(<SyncLine sync={inStep} />);
    expect(text()).toBe('');
  });

  const reading = { ...inStep, state: 'catching up' } as const;
  test('a long list that is read has a bar', () => {
    show(<SyncLine sync={{ ...reading, progress: { done: 500, of: 20_000 } }} />);
    const bar = document.querySelector('progress');
    expect([bar?.value, bar?.max]).toEqual([500, 20_000]);
    expect(bar?.closest('label')?.textContent).toBe('Reading the team’s list: 500 of 20,000');
  });

  test('the few changes of a morning have none', () => {
    show(<SyncLine sync={{ ...reading, progress: { done: 5, of: 20 } }} />);
    expect(document.querySelector('progress')).toBeNull();
  });

  test('it is said that there is no connection', () => {
    show(<SyncLine sync={{ ...inStep, state: 'offline' }} />);
    expect(text()).toContain('No connection to the team.');
  });

  test('and why, where none will come by itself', () => {
    const why = { why: 'made-anew', detail: '' } as const;
    show(<SyncLine sync={{ ...inStep, state: 'refused', problem: why }} />);
    expect(text()).toContain('Leave the team here and join it again.');
  });

  test('what is too long for the team is told', () => {
    show(<SyncLine sync={{ ...inStep, tooLong: 1 }} />);
    expect(text()).toBe('1 callback is too long for the team’s list and stays in this browser.');
  });
});

test('options say that all is well, and how much of the server’s was not taken', () => {
  show(<SyncState sync={{ ...inStep, ignored: 3 }} />);
  expect(text()).toContain('In step with the server.');
  expect(text()).toContain('of another key: 3');
});
