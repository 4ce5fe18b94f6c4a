import { describe, expect, test, vi } from 'vitest';
import {
  anEmptyPage,
  aPage,
  bobsPage,
  candidate,
  chosen,
  row,
  wish,
} from '../../tests/support/unit/capture.ts';
import { fillDisk } from '../../tests/support/unit/database.ts';
import { aCallback, idAt, wednesday } from '../../tests/support/unit/entries.ts';
import { aPanel } from '../../tests/support/unit/panel.ts';
import { createCaptureStore } from './capture-store.ts';

type Panel = Awaited<ReturnType<typeof aPanel>>;
const minute = 60_000;
const fields = ({ draft }: Panel) => {
  const { callerName, phone, reference } = draft.draft.value.fields;
  return [callerName, phone, reference];
};
const stored = ({ repositories }: Panel) => repositories.callbacks.open();
const said = ({ status }: Panel) => status.text.value;

describe('a record page', () => {
  test('fills the form and says who', async () => {
    const panel = await aPanel();
    await panel.capture.handle(wish());
    expect(fields(panel)).toEqual(['Ana Villaseñor', '(415) 555-0132', 'INV-1']);
    expect(said(panel)).toBe('Captured Ana Villaseñor · (415) 555-0132');
    expect(panel.draft.draft.value).toMatchObject({
      record: { tabId: 7, recordKey: 'https://crm.example.com/contact/1' },
      source: { url: 'https://crm.example.com/contact/1', title: 'Ana Villaseñor', site: 'crm.example.com' },
      happenedAt: wednesday,
    });
    expect(await stored(panel)).toEqual([]);
  });

  test('is read with the agent’s country, zone and the moment of the key press', async () => {
    const panel = await aPanel({ settings: { defaultCountry: 'DE' } });
    await panel.capture.handle(wish({ at: wednesday - minute }));
    expect(panel.engine.contexts).toEqual([
      { defaultCountry: 'DE', now: wednesday - minute, zone: 'Europe/Berlin' },
    ]);
  });

  test('leaves empty what is not sure, and offers it', async () => {
    const panel = await aPanel();
    const unsure = { chosen: null, candidates: [candidate('4711 0815', { confidence: 0.3 })] };
    panel.engine.shows(aPage({ phone: unsure }));
    await panel.capture.handle(wish());
    expect(fields(panel)).toEqual(['Ana Villaseñor', '', 'INV-1']);
    expect(said(panel)).toBe('Captured Ana Villaseñor');
    panel.capture.take('phone', candidate('4711 0815'));
    expect(fields(panel)[1]).toBe('4711 0815');
    expect(panel.draft.draft.value.typed).toEqual(['phone']);
  });

  test('keeps the extension of a number', async () => {
    const panel = await aPanel();
    const extended = candidate('415.555.0132 ext. 9', { e164: '+14155550132', extension: '9' });
    panel.engine.shows(aPage({ phone: chosen(extended) }));
    await panel.capture.handle(wish());
    expect(fields(panel)[1]).toBe('(415) 555-0132 x9');
  });

  test('of another caller parks the draft that was there', async () => {
    const panel = await aPanel();
    await panel.capture.handle(wish());
    panel.engine.shows(bobsPage());
    await panel.capture.handle(wish());
    expect(fields(panel)).toEqual(['Bob Lee', '(415) 555-0199', 'INV-2']);
    expect(panel.draft.parked.value).toMatchObject([{ fields: { callerName: 'Ana Villaseñor' } }]);
  });

  test('that has only just come and shows nobody yet is read again until it does', async () => {
    const panel = await aPanel();
    panel.engine.ages.push(120, 400, 700);
    panel.engine.shows(anEmptyPage());
    panel.readPage.mockImplementation(async () => {
      if (panel.readPage.mock.calls.length === 2) panel.engine.shows(aPage());
      return { ok: true, frames: [{}] };
    });
    await panel.capture.handle(wish());
    expect(panel.readPage.mock.calls).toEqual([[7], [7]]);
    expect(said(panel)).toBe('Captured Ana Villaseñor · (415) 555-0132');
  });

  test('that stays empty is not waited for any longer than pages take to draw', async () => {
    const panel = await aPanel();
    panel.engine.ages.push(3500, 3800, 4100);
    panel.engine.shows(anEmptyPage());
    panel.readPage.mockResolvedValue({ ok: true, frames: [{}] });
    await panel.capture.handle(wish());
    expect(panel.readPage).toHaveBeenCalledTimes(2);
    expect(said(panel)).toMatch(/^No caller found/);
  });

  test('that says it is young for ever is given up', async () => {
    const panel = await aPanel();
    panel.engine.ages.push(...Array.from({ length: 100 }, () => 1));
    panel.engine.shows(anEmptyPage());
    panel.readPage.mockResolvedValue({ ok: true, frames: [{}] });
    await panel.capture.handle(wish());
    expect(panel.readPage).toHaveBeenCalledTimes(8);
  });

  test('whose address is no web address is no source to go back to', async () => {
    const panel = await aPanel();
    panel.engine.shows(aPage({ page: { url: 'file:///tmp/x', title: '', site: '', recordKey: '' } }));
    await panel.capture.handle(wish());
    expect(panel.draft.draft.value.source).toBeNull();
  });
});

test('a page with nobody on it says so and leaves the form to type in', async () => {
  const panel = await aPanel();
  panel.engine.shows(anEmptyPage());
  await panel.capture.handle(wish());
  expect(fields(panel)).toEqual(['', '', '']);
  expect(said(panel)).toBe('No caller found on this page. Type the name or the number.');
});

describe('a dropped call', () => {
  test('is saved at once, as disconnected, with undo', async () => {
    const panel = await aPanel();
    await panel.capture.handle(wish({ how: 'dropped' }));
    expect(await stored(panel)).toMatchObject([
      {
        callerName: 'Ana Villaseñor',
        kind: 'disconnected',
        happenedAt: wednesday,
        reasonConfirmed: false,
        owner: { name: 'Sam Agent' },
      },
    ]);
    expect(said(panel)).toBe('Saved: call dropped, Ana Villaseñor · (415) 555-0132');
    expect(fields(panel)).toEqual(['', '', '']);
    await panel.undo.undo();
    expect(await stored(panel)).toEqual([]);
    expect(fields(panel)[0]).toBe('Ana Villaseñor');
  });

  test('counts from when it was dropped, not from when the call came', async () => {
    const panel = await aPanel();
    panel.draft.type('callerName', 'Ana', { tabId: 7, recordKey: '' });
    panel.time.pass(10 * minute);
    await panel.capture.handle(wish({ how: 'dropped', at: panel.time.now() }));
    expect(await stored(panel)).toMatchObject([{ callerName: 'Ana', happenedAt: wednesday + 10 * minute }]);
  });

  test('of a caller typed by hand is saved though the page names nobody', async () => {
    const panel = await aPanel();
    panel.draft.type('callerName', 'Ana', { tabId: 7, recordKey: '' });
    panel.engine.shows(anEmptyPage());
    await panel.capture.handle(wish({ how: 'dropped' }));
    expect(await stored(panel)).toMatchObject([{ callerName: 'Ana', kind: 'disconnected' }]);
    expect(said(panel)).toBe('Saved: call dropped, Ana');
  });

  test('of nobody is not saved, and the form waits as disconnected', async () => {
    const panel = await aPanel();
    panel.engine.shows(anEmptyPage());
    await panel.capture.handle(wish({ how: 'dropped' }));
    expect(await stored(panel)).toEqual([]);
    expect(said(panel)).toMatch(/^No caller found on this page, so nothing was saved\./);
    expect(panel.draft.draft.value.fields.kind).toBe('disconnected');
  });

  test('that storage refuses says so and keeps the caller', async () => {
    const panel = await aPanel();
    const emptyDisk = fillDisk('callbacks', 'add');
    await panel.capture.handle(wish({ how: 'dropped' }));
    emptyDisk();
    expect(said(panel)).toMatch(/^Not saved: /);
    expect(fields(panel)[0]).toBe('Ana Villaseñor');
  });
});

describe('a list page', () => {
  const rows = [row('Ana', '+14155550132', wednesday - minute), row(null, '+14155550199'), row('Cy', null)];
  const list = () => anEmptyPage({ callers: rows });

  test('offers its callers and leaves the form as it is', async () => {
    const panel = await aPanel();
    panel.draft.type('callerName', 'typed', null);
    panel.engine.shows(list());
    await panel.capture.handle(wish());
    expect(panel.capture.callers.value).toEqual(rows);
    expect(said(panel)).toBe('Captured a list with 3 callers. Tick who is to be called back.');
    expect(fields(panel)[0]).toBe('typed');
  });

  test('one with a caller of its own is a record page', async () => {
    const panel = await aPanel();
    panel.engine.shows(aPage({ callers: rows }));
    await panel.capture.handle(wish());
    expect(panel.capture.callers.value).toEqual([]);
    expect(fields(panel)[0]).toBe('Ana Villaseñor');
  });

  test('others who called, listed beside a caller, are offered and listed when asked for', async () => {
    const panel = await aPanel();
    const people = rows.slice(1).map((one) => ({ ...one, missed: null }));
    panel.engine.shows(aPage({ callers: people }));
    await panel.capture.handle(wish());
    expect(panel.capture.others.value).toEqual([]);
    const other = row('Bo', '+14155550144', wednesday - minute);
    panel.engine.shows(aPage({ callers: [...people, other] }));
    await panel.capture.handle(wish());
    expect([panel.capture.others.value, panel.capture.callers.value]).toEqual([[other], []]);
    panel.capture.showOthers();
    expect([panel.capture.others.value, panel.capture.callers.value]).toEqual([[], [other]]);
    expect(said(panel)).toBe('Tick who is to be called back.');
    await panel.capture.handle(wish());
    panel.form.clear();
    expect(panel.capture.others.value).toEqual([]);
  });

  test('saves those chosen as missed calls from when they called, all with one undo', async () => {
    const panel = await aPanel();
    panel.engine.shows(list());
    await panel.capture.handle(wish());
    await panel.capture.addCallers(rows);
    const entries = await stored(panel);
    expect(entries).toMatchObject([
      { callerName: 'Ana', kind: 'missed call', happenedAt: wednesday - minute, reason: 'Missed call' },
      { callerName: '', phone: { e164: '+14155550199' }, happenedAt: wednesday },
      { callerName: 'Cy', phone: null, source: { url: 'https://crm.example.com/contact/1' } },
    ]);
    expect(said(panel)).toBe('Saved 3 callbacks');
    expect(panel.capture.callers.value).toEqual([]);
    await panel.undo.undo();
    expect(await stored(panel)).toEqual([]);
  });

  test('gives a caller who is on the list already no second entry; undo leaves the first as it was', async () => {
    const panel = await aPanel();
    await panel.callbacks.add([aCallback({ id: idAt(90), callerName: 'Ana' })]);
    await vi.waitFor(() => expect(panel.callbacks.open.value).toHaveLength(1));
    const before = await stored(panel);
    await panel.capture.addCallers(rows);
    expect(await stored(panel)).toHaveLength(3);
    expect(await panel.repositories.callbacks.get(idAt(90))).toMatchObject({ calledAgain: 1 });
    await panel.undo.undo();
    expect(await stored(panel)).toEqual(before);
  });

  test('says nothing of new entries where all of them were on the list already', async () => {
    const panel = await aPanel();
    await panel.callbacks.add([aCallback({ id: idAt(90), callerName: 'Ana' })]);
    await vi.waitFor(() => expect(panel.callbacks.open.value).toHaveLength(1));
    await panel.capture.addCallers(rows.slice(0, 1));
    expect(said(panel)).toBe('1 caller was on the list already and called again.');
  });

  test('keeps the rows and says so where storage refuses', async () => {
    const panel = await aPanel();
    panel.engine.shows(list());
    await panel.capture.handle(wish());
    const emptyDisk = fillDisk('callbacks', 'add');
    await panel.capture.addCallers(rows);
    emptyDisk();
    expect(said(panel)).toMatch(/^Not saved: /);
    expect(panel.capture.callers.value).toEqual(rows);
    expect(await stored(panel)).toEqual([]);
    expect(panel.undo.offer.value).toBeNull();
  });
});

describe('a page that cannot be read', () => {
  test.each([
    ['no-access', 'No caller found. Ringback may not read this page yet.', true],
    ['forbidden-page', 'No caller found. The browser lets no extension read this page.', false],
    ['no-tab', 'No caller found. There is no page in this window to read.', false],
    ['failed', 'No caller found. The page could not be read.', false],
  ] as const)('%s is said, and how to give access where that helps', async (why, text, help) => {
    const panel = await aPanel();
    panel.draft.type('callerName', 'typed', null);
    await panel.capture.handle(wish({ reading: { ok: false, why } }));
    expect(said(panel)).toBe(text);
    expect(panel.capture.needsAccess.value).toBe(help);
    expect(fields(panel)[0]).toBe('typed');
    panel.capture.dismiss();
    expect(panel.capture.needsAccess.value).toBe(false);
  });

  test.each([
    ['+1 415 555 0132', ['', '+1 415 555 0132', '']],
    ['Ana Villaseñor', ['Ana Villaseñor', '', '']],
  ])('still gives what was selected on it: %s', async (selection, filled) => {
    const panel = await aPanel();
    await panel.capture.handle(wish({ how: 'menu', selection, reading: { ok: false, why: 'no-access' } }));
    expect(fields(panel)).toEqual(filled);
    expect(said(panel)).toBe(`Captured ${selection}`);
  });
});

describe('whatever goes wrong', () => {
  test('a page that breaks the engine leaves a plain line and a form that works', async () => {
    const panel = await aPanel();
    panel.draft.type('callerName', 'typed', null);
    panel.engine.shows(() => {
      throw new RangeError('Maximum call stack size exceeded');
    });
    await panel.capture.handle(wish());
    expect(said(panel)).toBe('No caller found. The page could not be read.');
    expect(panel.capture.reading.value).toBe(false);
    expect(fields(panel)[0]).toBe('typed');
    panel.engine.shows(aPage());
    await panel.capture.handle(wish());
    expect(fields(panel)[0]).toBe('Ana Villaseñor');
  });

  test('an engine that cannot be loaded is a page that cannot be read', async () => {
    const panel = await aPanel();
    const capture = createCaptureStore({
      ...panel,
      settings: panel.settings.settings,
      loadEngine: () => Promise.reject(new Error('chunk missing')),
    });
    await capture.handle(wish());
    expect(said(panel)).toBe('No caller found. The page could not be read.');
  });

  test('a second capture begins anew: nothing of the first is offered any more', async () => {
    const panel = await aPanel();
    panel.engine.shows(anEmptyPage({ callers: [row('Ana', '+14155550132')] }));
    await panel.capture.handle(wish());
    await panel.capture.handle(wish({ reading: { ok: false, why: 'failed' } }));
    expect(panel.capture.callers.value).toEqual([]);
    expect(panel.capture.result.value).toBeNull();
  });

  test('reading is said while it lasts', async () => {
    const panel = await aPanel();
    const handled = panel.capture.handle(wish());
    expect(panel.capture.reading.value).toBe(true);
    await handled;
    expect(panel.capture.reading.value).toBe(false);
  });
});

test('a hostile page’s markup and invisible characters stay text in the form and are clean once stored', async () => {
  const panel = await aPanel();
  panel.engine.shows(aPage({ name: chosen(candidate('<img src=x onerror=alert(1)>\u202eAna')) }));
  await panel.capture.handle(wish());
  await panel.form.save();
  await vi.waitFor(async () =>
    expect(await stored(panel)).toMatchObject([{ callerName: '<img src=x onerror=alert(1)>Ana' }]),
  );
});

describe('pointing at the page', () => {
  async function aPick(text: string | null) {
    const panel = await aPanel();
    await panel.capture.handle(wish());
    const taught = vi.spyOn(panel.learning, 'corrected');
    panel.pickOnPage.mockResolvedValue(
      text === null ? { picked: false, why: 'gave-up' } : { picked: true, text },
    );
    return { ...panel, taught };
  }

  test('puts in what stands there, and teaches the place', async () => {
    const panel = await aPick('Mobile: 415.555.0177 ext. 9');
    await panel.capture.pick('phone');
    expect(panel.pickOnPage).toHaveBeenCalledWith(7);
    expect(fields(panel)[1]).toBe('(415) 555-0177 x9');
    expect(said(panel)).toBe('Took “(415) 555-0177 x9” from the page');
    expect(panel.taught).toHaveBeenCalledWith('phone', '415.555.0177 ext. 9');
  });

  test('a name is cleaned as captured ones are', async () => {
    const panel = await aPick('dlee (Dana Lee)');
    await panel.capture.pick('callerName');
    expect(fields(panel)[0]).toBe('Dana Lee');
  });

  test('asks which, where several numbers stand there', async () => {
    const panel = await aPick('Mobile 415.555.0177 Fax 415.555.0178');
    await panel.capture.pick('phone');
    expect(fields(panel)[1]).toBe('');
    expect(said(panel)).toBe('There are 2 numbers there. Choose one under the field.');
    const offered = panel.capture.result.value?.phone.candidates ?? [];
    expect(offered.map(({ value }) => value)).toEqual(['415.555.0177', '415.555.0178', '415.555.0132']);
    expect(panel.taught).not.toHaveBeenCalled();
    panel.capture.take('phone', offered[1] ?? candidate(''));
    expect(fields(panel)[1]).toBe('(415) 555-0178');
    expect(panel.taught).toHaveBeenCalledWith('phone', '415.555.0178');
  });

  test('keeps what was typed until one of several is chosen', async () => {
    const panel = await aPick('415.555.0177 or 415.555.0178');
    panel.draft.type('phone', '415 555 0100', null);
    await panel.capture.pick('phone');
    expect(fields(panel)[1]).toBe('415 555 0100');
  });

  test.each([['Dana Lee'], [null]])(
    'changes nothing where nothing for the field stands there (%s)',
    async (text) => {
      const panel = await aPick(text);
      await panel.capture.pick('phone');
      expect(fields(panel)[1]).toBe('(415) 555-0132');
      expect(said(panel)).toBe('Nothing was picked.');
      expect(panel.capture.picking.value).toBe(false);
    },
  );

  test('asks which, where a number of the page may be of its country or of the agent’s', async () => {
    const panel = await aPanel({ settings: { defaultCountry: 'DE' } });
    panel.engine.shows(aPage({ countries: { home: 'DE', others: ['FR'], sure: 'clear' } }));
    await panel.capture.handle(wish());
    panel.pickOnPage.mockResolvedValue({ picked: true, text: '06 12 34 56 78' });
    await panel.capture.pick('phone');
    expect(fields(panel)[1]).toBe('');
    expect(said(panel)).toBe('It is not clear which country’s number that is. Choose one under the field.');
    const offered = panel.capture.result.value?.phone.candidates ?? [];
    expect(offered.map((one) => panel.capture.written('phone', one))).toEqual([
      '+33 6 12 34 56 78',
      '06123 45678',
      '+1 415 555 0132',
    ]);
    expect(panel.capture.offered.value).toBe('phone');
    panel.capture.take('phone', offered[0] ?? candidate(''));
    expect(panel.capture.offered.value).toBeNull();
  });

  test('does not speak of numbers under a field where none can be shown', async () => {
    const panel = await aPick('415.555.0177 or 415.555.0178');
    await panel.capture.handle(wish({ reading: { ok: false, why: 'forbidden-page' }, selection: '5550100' }));
    await panel.capture.pick('phone');
    expect(fields(panel)[1]).toBe('5550100');
    expect(said(panel)).toBe('Nothing was picked.');
    expect(panel.capture.offered.value).toBeNull();
  });
});
