import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { wish } from '../../tests/support/unit/capture.ts';
import { fillDisk } from '../../tests/support/unit/database.ts';
import { aCallback, idAt, wall, wednesday } from '../../tests/support/unit/entries.ts';
import { aPanel, readers } from '../../tests/support/unit/panel.ts';
import type { DraftFields } from '../domain/draft.ts';
import { createFormStore } from './form-store.ts';
import { questionWords } from './read-draft.ts';

type Panel = Awaited<ReturnType<typeof aPanel>>;

function type({ draft }: Panel, fields: Partial<DraftFields>): void {
  for (const [field, text] of Object.entries(fields)) draft.type(field as keyof DraftFields, text, null);
}
const stored = ({ repositories }: Panel) => repositories.callbacks.open();

describe('saving', () => {
  test('stores what was typed, as it is understood, then says so and empties the form', async () => {
    const panel = await aPanel();
    type(panel, {
      callerName: ' Ana  Villaseñor ',
      phone: '415.555.0132 x9',
      reference: 'INV-1',
      reason: 'boiler',
      promisedTime: 'before 4pm',
      owner: 'Zoë',
      kind: 'missed call',
      status: 'left message',
    });
    expect(await panel.form.save()).toEqual({ saved: true, merged: false });
    const [entry] = await stored(panel);
    expect(entry).toMatchObject({
      callerName: 'Ana Villaseñor',
      phone: { e164: '+14155550132', asShown: '(415) 555-0132 x9', extension: '9' },
      reference: 'INV-1',
      reason: 'boiler',
      reasonConfirmed: true,
      owner: { id: 'zoë', name: 'Zoë' },
      kind: 'missed call',
      status: 'left message',
      happenedAt: wednesday,
      promise: { from: null, zone: 'Europe/Berlin', words: 'before 4pm' },
      history: [{ what: 'created', by: 'Sam Agent' }],
    });
    expect(wall(entry?.promise?.until ?? null)).toBe('2026-03-11 16:00');
    expect(panel.status.text.value).toBe('Saved Ana Villaseñor');
    expect(panel.draft.draft.value.fields.callerName).toBe('');
    expect(panel.onWritten).toHaveBeenCalledTimes(1);
  });

  test.each<[string, Partial<DraftFields>, string]>([
    ['a name alone', { callerName: 'Ana' }, 'Saved Ana'],
    ['a number alone', { phone: '(415) 555-0132' }, 'Saved (415) 555-0132'],
    ['a doubtful number alone', { phone: '555-01' }, 'Saved 555-01'],
  ])('%s is enough', async (_, fields, said) => {
    const panel = await aPanel();
    type(panel, fields);
    expect(await panel.form.save()).toEqual({ saved: true, merged: false });
    expect(await stored(panel)).toHaveLength(1);
    expect(panel.status.text.value).toBe(said);
  });

  test('says "Saved" only once the entry is stored', async () => {
    const panel = await aPanel();
    let finish = () => {};
    const written = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const form = createFormStore({
      ...panel,
      callbacks: { ...panel.callbacks, add: () => written },
    });
    type(panel, { callerName: 'Ana' });
    const saving = form.save();
    await vi.waitFor(() => expect(form.saving.value).toBe(true));
    expect(panel.status.text.value).toBe('');
    finish();
    await saving;
    expect(panel.status.text.value).toBe('Saved Ana');
    expect(form.saving.value).toBe(false);
  });

  test('twice at once stores one entry', async () => {
    const panel = await aPanel();
    type(panel, { callerName: 'Ana' });
    const outcomes = await Promise.all([panel.form.save(), panel.form.save()]);
    expect(outcomes).toEqual([
      { saved: true, merged: false },
      { saved: false, field: null },
    ]);
    expect(await stored(panel)).toHaveLength(1);
  });
});

describe('what is left empty', () => {
  test.each([
    ['missed call', 'Missed call'],
    ['disconnected', 'Call dropped at 2:30 PM'],
    ['post-job follow-up', 'Follow-up after the visit'],
    ['re-engagement', 'Getting back in touch'],
    ['promised', 'Promised to call back'],
  ] as const)('the reason of a %s is filled in, not confirmed', async (kind, reason) => {
    const panel = await aPanel();
    type(panel, { callerName: 'Ana', kind, reason: ' \u200b ' });
    expect(panel.form.standInReason.value).toBe(reason);
    await panel.form.save();
    const [entry] = await stored(panel);
    expect({ ...entry, reason: entry?.reason.replace('\u202f', ' ') }).toMatchObject({
      reason,
      reasonConfirmed: false,
    });
  });

  test.each(['', '  ', '\u200b'])('nobody owns it where the owner is "%s"', async (owner) => {
    const panel = await aPanel();
    type(panel, { callerName: 'Ana', owner });
    await panel.form.save();
    expect(await stored(panel)).toMatchObject([{ owner: null, promise: null }]);
  });
});

describe('what is in the way', () => {
  test.each<[string, Partial<DraftFields>, keyof DraftFields, string]>([
    [
      'neither name nor number',
      { reason: 'boiler' },
      'callerName',
      'Type a name or a number, so that there is someone to call.',
    ],
    [
      'spaces',
      { callerName: ' ' },
      'callerName',
      'Type a name or a number, so that there is someone to call.',
    ],
    [
      'nothing visible',
      { callerName: '\u200b\u202e' },
      'callerName',
      'Type a name or a number, so that there is someone to call.',
    ],
    ['no digits', { callerName: 'Ana', phone: 'unknown' }, 'phone', 'There are no digits in this number.'],
    [
      'half of the day',
      { callerName: 'Ana', promisedTime: 'tomorrow 8' },
      'promisedTime',
      'Morning or afternoon?',
    ],
    ['the past', { callerName: 'Ana', promisedTime: 'today 10am' }, 'promisedTime', 'That time has passed.'],
    [
      'no time',
      { callerName: 'Ana', promisedTime: 'whenever' },
      'promisedTime',
      'Not understood. Try “before 4 pm” or “tomorrow 10:00”.',
    ],
  ])('%s: nothing is stored and it is said where', async (_, fields, field, problem) => {
    const panel = await aPanel({
      settings: { workingHours: { days: [1, 2, 3, 4, 5], startsAt: '08:00', endsAt: '20:00', holidays: [] } },
    });
    type(panel, fields);
    const before = panel.draft.draft.value;
    expect(await panel.form.save()).toEqual({ saved: false, field });
    expect(panel.form.problems.value).toEqual({ [field]: problem });
    expect(panel.status.text.value).toBe(problem);
    expect(panel.draft.draft.value).toEqual(before);
    expect(await stored(panel)).toEqual([]);
    panel.form.settle('owner');
    expect(panel.form.problems.value).not.toEqual({});
    panel.form.settle(field);
    expect(panel.form.problems.value).toEqual({});
  });

  test('a window chosen with a click answers the question', async () => {
    const panel = await aPanel();
    type(panel, { callerName: 'Ana', promisedTime: 'whenever' });
    panel.draft.choosePromise({ from: null, until: wednesday + 60_000 }, 'in a minute', null);
    expect(await panel.form.save()).toEqual({ saved: true, merged: false });
    expect(await stored(panel)).toMatchObject([
      { promise: { until: wednesday + 60_000, words: 'in a minute' } },
    ]);
  });

  test.each([
    'half-of-day',
    'leftover',
    'in-the-past',
    'outside-working-hours',
    'which-day',
    'not-understood',
  ] as const)('there are words for the question %s', (why) => {
    expect(questionWords({ kind: 'question', why, leftover: 'ish', choices: [] })).not.toBe('');
  });
});

test('"in 20 minutes" counts from when it was typed, not from saving', async () => {
  const panel = await aPanel();
  type(panel, { callerName: 'Ana', promisedTime: 'in 20 minutes' });
  panel.time.pass(10 * 60_000);
  await panel.form.save();
  const [entry] = await stored(panel);
  expect(wall(entry?.promise?.until ?? null)).toBe('2026-03-11 14:50');
});

describe('storage that fails', () => {
  test('keeps the draft, says so, and saving works again afterwards', async () => {
    const panel = await aPanel();
    type(panel, { callerName: 'Ana', reason: 'boiler' });
    const before = panel.draft.draft.value;
    const emptyDisk = fillDisk('callbacks', 'add');
    expect(await panel.form.save()).toEqual({ saved: false, field: null });
    expect(panel.status.text.value).toMatch(
      /^Not saved: .*What you typed is still here\. \(.*The disk is full\..*\)$/s,
    );
    expect(panel.draft.draft.value).toEqual(before);
    expect(panel.undo.offer.value).toBeNull();
    expect(panel.onWritten).not.toHaveBeenCalled();
    emptyDisk();
    expect(await panel.form.save()).toEqual({ saved: true, merged: false });
  });

  test('a reader that cannot be loaded is told when saving needs it', async () => {
    const panel = await aPanel();
    const form = createFormStore({
      ...panel,
      loadReaders: () => Promise.reject(new Error('chunk missing')),
    });
    type(panel, { callerName: 'Ana' });
    expect(await form.save()).toEqual({ saved: false, field: null });
    expect(panel.status.text.value).toContain('chunk missing');
    expect(form.phone.value).toBeNull();
  });
});

describe('undo', () => {
  test('of saving takes the entry away and puts the form back', async () => {
    const panel = await aPanel();
    type(panel, { callerName: 'Ana', promisedTime: 'before 4pm' });
    const before = panel.draft.draft.value;
    await panel.form.save();
    await panel.undo.undo();
    expect(await stored(panel)).toEqual([]);
    expect(panel.draft.draft.value).toEqual(before);
    expect(panel.status.text.value).toBe('Taken back');
  });

  test('of clearing puts the form back; nothing is asked', async () => {
    const panel = await aPanel();
    type(panel, { callerName: 'Ana' });
    panel.form.clear();
    expect(panel.draft.draft.value.fields.callerName).toBe('');
    expect(panel.status.text.value).toBe('Form cleared');
    await panel.undo.undo();
    expect(panel.draft.draft.value.fields.callerName).toBe('Ana');
  });
});

test('what was captured while the entry was being stored stays in the form', async () => {
  const panel = await aPanel();
  type(panel, { callerName: 'Ana' });
  const form = createFormStore({
    ...panel,
    callbacks: {
      ...panel.callbacks,
      add: async (entries) => {
        await panel.callbacks.add(entries);
        await panel.capture.handle(wish());
      },
    },
  });
  onTestFinished(() => form.stop());
  expect(await form.save()).toEqual({ saved: true, merged: false });
  expect(panel.draft.draft.value.fields.callerName).toBe('Ana Villaseñor');
});

describe('a caller who is on the list already', () => {
  const fields = { callerName: 'Ana Villaseñor', phone: '(415) 555-0132', reason: 'asks again' };

  async function knownCaller() {
    const panel = await aPanel();
    await panel.callbacks.add([aCallback({ id: idAt(90) })]);
    await vi.waitFor(() => expect(panel.callbacks.open.value).toHaveLength(1));
    type(panel, fields);
    await vi.waitFor(() => expect(panel.form.same.value).toMatchObject([{ sameness: 'same number' }]));
    return panel;
  }

  test('is asked about before there are two entries, and nothing typed is lost', async () => {
    const panel = await knownCaller();
    expect(await panel.form.save()).toEqual({ saved: false, field: null });
    expect(panel.form.askSame.value).toBe(true);
    expect(await stored(panel)).toHaveLength(1);
    expect(panel.draft.draft.value.fields).toMatchObject(fields);
    panel.form.settle('reason');
    expect(panel.form.askSame.value).toBe(false);
  });

  test('gets a second entry where the agent wants one anyway', async () => {
    const panel = await knownCaller();
    expect(await panel.form.save({ anyway: true })).toEqual({ saved: true, merged: false });
    expect(await stored(panel)).toHaveLength(2);
  });

  test('is merged into the entry there is; undo puts entry and form back', async () => {
    const panel = await knownCaller();
    const [before] = await stored(panel);
    expect(await panel.form.merge(idAt(90))).toEqual({ saved: true, merged: true });
    expect(await stored(panel)).toMatchObject([{ id: idAt(90), history: [{ what: 'merged' }] }]);
    expect(panel.draft.draft.value.fields.callerName).toBe('');
    await panel.undo.undo();
    expect(await stored(panel)).toEqual([before]);
    expect(panel.draft.draft.value.fields).toMatchObject(fields);
  });

  test('is merged without a question where the call was dropped', async () => {
    const panel = await knownCaller();
    expect(await panel.form.saveAtOnce()).toEqual({ saved: true, merged: true });
    expect(await stored(panel)).toHaveLength(1);
  });

  test('whose entry was deleted meanwhile keeps the form and says so', async () => {
    const panel = await knownCaller();
    await panel.repositories.callbacks.remove(idAt(90));
    expect(await panel.form.merge(idAt(90))).toEqual({ saved: false, field: null });
    expect(panel.status.text.value).not.toBe('');
    expect(panel.draft.draft.value.fields).toMatchObject(fields);
  });

  test('on a closed entry only is history, not a question', async () => {
    const panel = await aPanel();
    await panel.callbacks.add([
      aCallback({ id: idAt(90), status: 'completed', closedAt: wednesday - 60_000 }),
    ]);
    type(panel, fields);
    await vi.waitFor(() => expect(panel.form.same.value).toMatchObject([{ sameness: 'recently closed' }]));
    expect(await panel.form.save()).toEqual({ saved: true, merged: false });
  });
});

test('what is typed is read at once: number, time and the times to choose from', async () => {
  const panel = await aPanel();
  type(panel, { phone: '4155550132', promisedTime: 'before 4pm' });
  await vi.waitFor(() =>
    expect(panel.form.phone.value).toMatchObject({ kind: 'valid', shown: '(415) 555-0132' }),
  );
  expect(panel.form.promise.value).toMatchObject({ kind: 'understood', shape: 'before' });
  const chips = panel.form.chips.value ?? [];
  expect(chips.length).toBeGreaterThan(2);
  expect(chips.every(({ window }) => (window.until ?? 0) > wednesday)).toBe(true);
  panel.changeSettings({ defaultCountry: 'GB' });
  expect(panel.form.phone.value).toMatchObject({ kind: 'doubtful' });
  expect(readers.readPhone('4155550132', 'GB').kind).toBe('doubtful');
});
