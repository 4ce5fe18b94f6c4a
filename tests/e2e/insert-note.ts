import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RingbackBrowser } from '../support/browsers/browser.ts';
import type { Screen } from '../support/browsers/screen.ts';
import { type Insert, insertIn } from '../support/note-page/insert.ts';
import { giveKeyboardTo } from '../support/note-page/keyboard.ts';
import { type NotePage, serveNotePage } from '../support/note-page/server.ts';
import { until } from '../support/wait.ts';
import type { Workplace } from '../support/workplace.ts';

/** What differs between the browsers. */
export interface InsertNotePath {
  workplace: () => Workplace<RingbackBrowser>;
  /** Lets Ringback into the page as this browser's agents do, and gives the panel. */
  allow: (page: Screen) => Promise<Screen>;
  /** A page of the browser's own, which no extension may touch. */
  forbidden: string;
  /**
   * The panel can be clicked with the real mouse here. Under Xvfb Chromium's panel stopped taking the keyboard
   * from such a click; in Firefox it does.
   */
  realClicks: boolean;
}

const first = 'Callback attempt 1 · 21 Nov 15:42 · Chris · left message';
const second = 'Callback attempt 2 · 22 Nov 09:03 · Dana · reached, done';

/** Notes into fields of every kind, while the panel has the keyboard. */
export function insertNotePath({ workplace, allow, forbidden, realClicks }: InsertNotePath): void {
  let server: NotePage;
  let insertNote: Insert;
  let page: Screen;
  let panel: Screen;

  beforeAll(async () => {
    server = await serveNotePage();
    insertNote = await insertIn();
    page = await workplace().browser.open(server.origin);
    await until('the fields', () => page.run(() => document.title === 'Record'));
    panel = await allow(page);
  });
  afterAll(() => server?.close());

  const focus = async (name: string) => {
    await page.run((field) => window.fields[field]?.focus(), name);
  };
  const model = (name: string) => page.run((field) => window.fields[field]?.model() ?? '', name);
  /** Inserts, and holds that the page hears of nothing but the text. */
  const insert = async (text: string) => {
    await page.run(() => {
      window.disturbances = [];
    });
    const insertion = await insertNote(workplace().browser, text);
    expect(await page.run(() => window.disturbances)).toEqual([]);
    return insertion;
  };

  it.each([
    { name: 'input', where: 'Plain input', gap: ' ' },
    { name: 'textarea', where: 'Plain textarea', gap: '\n' },
    { name: 'editable', where: 'Plain editable', gap: '\n' },
    { name: 'react', where: 'React input', gap: ' ' },
    { name: 'react-lines', where: 'React textarea', gap: '\n' },
    { name: 'tiptap', where: 'TipTap', gap: '\n' },
    { name: 'quill', where: 'Quill', gap: '\n' },
    { name: 'shadow', where: 'Input in a closed shadow root', gap: ' ' },
  ])(
    'writes into $name, into the empty field and behind what the agent typed',
    async ({ name, where, gap }) => {
      await focus(name);
      expect(await insert(first)).toEqual({ inserted: true, where });
      expect(await model(name)).toBe(first);
      await page.type(' ok');
      expect(await model(name)).toBe(`${first} ok`);
      expect(await insert(second)).toEqual({ inserted: true, where });
      expect(await model(name)).toBe(`${first} ok${gap}${second}`);
    },
  );

  it.each([
    { name: 'frame', where: 'Editable in a frame' },
    { name: 'blank', where: 'Editable in a blank frame' },
  ])('writes into an editor in a frame: $name', async ({ name, where }) => {
    await focus(name);
    expect(await insert(first)).toEqual({ inserted: true, where });
    expect(await insert(second)).toEqual({ inserted: true, where });
    expect(await model(name)).toBe(`${first}\n${second}`);
  });

  it('takes nothing away that is selected, and keeps lines apart in the middle of a text', async () => {
    await focus('textarea');
    await page.run(() => {
      const field = document.querySelector('textarea') as HTMLTextAreaElement;
      field.value = 'before\nselected behind';
      field.setSelectionRange(7, 15);
    });
    expect(await insert(first)).toMatchObject({ inserted: true });
    expect(await model('textarea')).toBe(`before\nselected\n${first}\n behind`);
  });

  it('takes nothing away that is selected in an editor either', async () => {
    await focus('tiptap');
    await page.run(() => {
      const first = document.querySelector('.tiptap p') as HTMLElement;
      getSelection()?.setBaseAndExtent(first, 0, first, first.childNodes.length);
    });
    const before = await model('tiptap');
    expect(await insert('Noted.')).toMatchObject({ inserted: true });
    const [line, ...rest] = before.split('\n');
    expect(await model('tiptap')).toBe([line, 'Noted.', ...rest].join('\n'));
  });

  it('can be undone with one key', async () => {
    await focus('textarea');
    const before = await model('textarea');
    expect(await insert(second)).toMatchObject({ inserted: true });
    await page.press('Control+z');
    expect(await model('textarea')).toBe(before);
  });

  it.each([
    { name: 'elsewhere', why: 'no-access' },
    { name: 'password', why: 'no-field' },
    { name: 'search', why: 'no-field' },
    { name: 'fixed', why: 'read-only' },
    { name: 'stubborn', why: 'not-taken' },
    { name: 'short', why: 'not-taken' },
  ])('says why where it does not write: $name', async ({ name, why }) => {
    await focus(name);
    expect(await insert(first)).toEqual({ inserted: false, why });
    expect(await model(name)).toBe('');
  });

  if (realClicks) {
    it('writes note after note while the panel has the keyboard', async () => {
      const display = workplace().display?.name ?? '';
      await giveKeyboardTo(panel, page, display);
      for (const name of ['input', 'editable', 'react-lines', 'tiptap', 'quill']) {
        await focus(name);
        const { browser } = workplace();
        expect(await insertNote(browser, 'One more.')).toMatchObject({ inserted: true });
        expect(await insertNote(browser, 'And another.')).toMatchObject({ inserted: true });
        expect(await model(name)).toMatch(/One more\.\sAnd another\./);
      }
      expect(await page.run(() => document.hasFocus())).toBe(false);
    });
  }

  it('finds no field where nothing has the focus', async () => {
    await page.run(() => (document.activeElement as HTMLElement).blur());
    expect(await insert(first)).toEqual({ inserted: false, why: 'no-field' });
  });

  it('writes where named elements hide what a script would use', async () => {
    await page.goto(`${server.origin}/clobbered`);
    await allow(page);
    for (const tag of ['textarea', 'div']) {
      await page.run((name) => {
        const [field] = document.getElementsByTagName(name);
        HTMLElement.prototype.focus.call(field);
      }, tag);
      expect(await insertNote(workplace().browser, first)).toMatchObject({ inserted: true });
    }
    const texts = await page.run(() => {
      const [field] = document.getElementsByTagName('textarea');
      return [field?.value, document.documentElement.textContent];
    });
    expect(texts).toEqual([first, expect.stringContaining(first)]);
  });

  it('says when a tab gives no access, may never give it, or is gone', async () => {
    const other = await workplace().browser.open(server.origin);
    expect(await insertNote(workplace().browser, first)).toEqual({ inserted: false, why: 'no-access' });
    await other.goto(forbidden);
    expect(await insertNote(workplace().browser, first)).toEqual({ inserted: false, why: 'forbidden-page' });
    expect(await insertNote(workplace().browser, first, 987_654)).toEqual({ inserted: false, why: 'no-tab' });
    await other.close();
  });
}
