// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { aDatabase } from '../../tests/support/unit/database.ts';
import { aCallback, idAt, wednesday } from '../../tests/support/unit/entries.ts';
import { aList } from '../../tests/support/unit/panel.ts';
import { all, click, get, nameOf, show } from '../../tests/support/unit/screen.ts';
import { listServices } from '../../tests/support/unit/services.ts';
import { ListContext } from '../app-context.ts';
import { CallbackList } from './CallbackList.tsx';

/** The list with one closed entry that was anonymised. */
async function theList() {
  const repositories = aDatabase();
  const list = listServices(aList({ repositories }));
  await list.callbacks.add([aCallback({ id: idAt(1), status: 'completed', closedAt: wednesday })]);
  await repositories.privacy.ageOut({
    cutoff: wednesday,
    action: 'anonymise',
    limit: 9,
    now: wednesday,
  });
  show(
    <ListContext.Provider value={list}>
      <CallbackList list={list.longList} shownId={null} onNextCall={() => {}} />
    </ListContext.Provider>,
  );
  await vi.waitFor(() => expect(get('listitem').textContent).toContain('Anonymised'));
  return list;
}

test('an anonymised entry is shown as one, with what the figures need', async () => {
  await theList();
  const text = get('listitem').textContent;
  for (const word of ['Closed · 1', 'Anonymised', 'promised', 'Sam Agent', 'completed'])
    expect(text).toContain(word);
});

test('it can be deleted, with a way back, and nothing else', async () => {
  const list = await theList();
  expect(all('button', undefined, get('listitem')).map(nameOf)).toEqual(['Delete: Anonymised']);
  expect(all('textbox', undefined, get('listitem'))).toEqual([]);
  click(get('button', 'Delete: Anonymised'));
  await vi.waitFor(() => expect(list.status.text.value).toBe('Deleted Anonymised'));
  await list.undo.undo();
  expect((await list.repositories.callbacks.get(idAt(1)))?.anonymisedAt).toBe(wednesday);
});

test('a search by owner finds it, by the caller’s name it does not', async () => {
  const list = await theList();
  list.longList.setSearch('Sam');
  await vi.waitFor(() => expect(all('listitem')).toHaveLength(1));
  list.longList.setSearch('Ana');
  await vi.waitFor(() => expect(all('listitem')).toHaveLength(0));
});
