// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, onTestFinished, test, vi } from 'vitest';
import { all, get, show } from '../../tests/support/unit/screen.ts';
import { LongRows, wholeUpTo } from './LongRows.tsx';

function aList(count: number, more: { keep?: number[] } = {}) {
  const onShown = vi.fn<(first: number, last: number) => void>();
  show(
    <LongRows
      label="Rows"
      count={count}
      keyOf={(index) => index}
      keep={more.keep ?? []}
      reveal={null}
      onShown={onShown}
      render={(index, place) => (
        <li key={index} {...place}>
          <button type="button">row {index}</button>
        </li>
      )}
    />,
  );
  return onShown;
}
const rows = () => all('listitem').map(({ textContent }) => textContent);

test('a short list is drawn whole, and looked at whole', () => {
  const onShown = aList(wholeUpTo);
  expect(rows()).toHaveLength(wholeUpTo);
  expect(all('listitem').some((row) => row.hasAttribute('aria-posinset'))).toBe(false);
  expect(onShown).toHaveBeenLastCalledWith(0, wholeUpTo - 1);
});

test('of a long list what is in sight is drawn, each row with its place in the whole', async () => {
  const onShown = aList(5_000);
  await vi.waitFor(() => expect(all('listitem')[0]?.hasAttribute('aria-posinset')).toBe(true));
  expect(rows().length).toBeLessThan(60);
  const [first] = all('listitem');
  expect(first?.getAttribute('aria-posinset')).toBe('1');
  expect(first?.getAttribute('aria-setsize')).toBe('5000');
  expect(onShown.mock.lastCall?.[1]).toBeLessThan(60);
  expect(get('list', 'Rows').style.paddingBlockEnd).toMatch(/^\d{5,}px$/);
});

test('a list that was long is drawn the same way when a search has made it short, or empty', async () => {
  const list = (count: number) => (
    <LongRows
      label="Rows"
      count={count}
      keyOf={(index) => index}
      keep={[]}
      reveal={null}
      onShown={() => {}}
      render={(index, place) => (
        <li key={index} {...place}>
          row {index}
        </li>
      )}
    />
  );
  const root = show(list(5_000));
  await vi.waitFor(() => expect(all('listitem')[0]?.hasAttribute('aria-posinset')).toBe(true));
  const [first] = all('listitem');
  for (const count of [3, 0, 5_000]) {
    act(() => render(list(count), root));
    expect(rows().slice(0, 3)).toEqual(count === 0 ? [] : ['row 0', 'row 1', 'row 2']);
    if (count === 3) expect(all('listitem')[0]).toBe(first);
  }
});

test('rows that come into sight at once are drawn a few in each frame, those that were there stay', async () => {
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  onTestFinished(() => void vi.unstubAllGlobals());
  const list = (keyOf: (index: number) => string) => (
    <LongRows
      label="Rows"
      count={5_000}
      keyOf={keyOf}
      keep={[]}
      reveal={null}
      onShown={() => {}}
      render={(index, place, wait) => (
        <li key={index} {...place}>
          {wait() === null ? `row ${keyOf(index)}` : 'not yet'}
        </li>
      )}
    />
  );
  const root = show(list((index) => `of before ${index}`));
  await vi.waitFor(() => expect(all('listitem')[0]?.hasAttribute('aria-posinset')).toBe(true));
  const count = rows().length;
  const waiting = () => rows().filter((text) => text === 'not yet').length;
  expect(count).toBeGreaterThan(6);
  expect(waiting()).toBe(0);
  act(() =>
    render(
      list((index) => (index === 0 ? 'of before 0' : `new ${index}`)),
      root,
    ),
  );
  expect(rows()[0]).toBe('row of before 0');
  for (let left = count - 1 - 5; left > 0; left -= 5) {
    expect(waiting()).toBe(left);
    frames.pop()?.(0);
    await vi.waitFor(() => expect(waiting()).toBeLessThan(left));
  }
  expect(waiting()).toBe(0);
});

test('a row something depends on stays, however far away', async () => {
  aList(5_000, { keep: [3_000] });
  await vi.waitFor(() => expect(rows()).toContain('row 3000'));
  expect(get('button', 'row 3000').closest('li')?.getAttribute('aria-posinset')).toBe('3001');
});

test('nothing is drawn of an empty list but the list', () => {
  const onShown = aList(0);
  expect(get('list', 'Rows').children).toHaveLength(0);
  expect(onShown).not.toHaveBeenCalled();
});
