import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RingbackBrowser } from '../support/browsers/browser.ts';
import type { Screen } from '../support/browsers/screen.ts';
import { formField } from '../support/journey/form.ts';
import { type Insert, insertIn } from '../support/note-page/insert.ts';
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
}

const first = 'Callback attempt 1 · 21 Nov 15:42 · Chris · left message';
const second = 'Callback attempt 2 · 22 Nov 09:03 · Dana · reached, done';

/** Notes into fields of every kind, while the panel has the keyboard. */
export function insertNotePath({ workplace, allow, forbidden }: InsertNotePath): void {
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
  /** The panel's own button is what asks for it: by then the page has lost the keyboard. */
  const insert = async (text: string) => {
    await (await formField(panel, 'reason')).click();
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

  it('can be undone with one key', async () => {
    await focus('textarea');
    const before = await model('textarea');
    expect(await insert(second)).toMatchObject({ inserted: true });
    await page.press('Control+z');
    expect(await model('textarea')).toBe(before);
  });

  it.each([
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

  it('finds no field where nothing has the focus', async () => {
    await page.run(() => (document.activeElement as HTMLElement).blur());
    expect(await insert(first)).toEqual({ inserted: false, why: 'no-field' });
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
