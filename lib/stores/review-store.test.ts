import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fillDisk } from '../../tests/support/unit/database.ts';
import { aCallback, at, idAt, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { aList } from '../../tests/support/unit/panel.ts';
import { createReviewStore } from './review-store.ts';

const hour = 3_600_000;

async function aReview(now = wednesday) {
  const list = aList({ now });
  const onClosed = vi.fn();
  const review = createReviewStore({ ...list, onClosed });
  onTestFinished(() => review.stop());
  await vi.waitFor(() => expect(list.callbacks.state.value).toBe('ready'));
  return { ...list, review, onClosed };
}
type Review = Awaited<ReturnType<typeof aReview>>;
const counts = ({ review }: Review) =>
  Object.fromEntries(review.parts.value.map(({ section, count }) => [section, count]));

test('the parts follow the list and the clock', async () => {
  const setup = await aReview();
  await setup.callbacks.add([
    aCallback({ id: idAt(1), promise: promise(null, wednesday + hour) }),
    aCallback({ id: idAt(2), owner: null }),
  ]);
  await vi.waitFor(() =>
    expect(counts(setup)).toMatchObject({ overdue: 0, 'promised for today': 1, 'no owner': 1 }),
  );
  setup.time.pass(hour);
  expect(counts(setup)).toMatchObject({ overdue: 1, 'promised for today': 0, 'still open': 2 });
});

describe('closing the day', () => {
  async function closeable() {
    const setup = await aReview();
    await setup.callbacks.add([
      aCallback({ id: idAt(1), promise: promise(null, wednesday - hour) }),
      aCallback({ id: idAt(2) }),
      aCallback({ id: idAt(3), status: 'completed', closedAt: wednesday - hour }),
      aCallback({ id: idAt(4), status: 'completed', closedAt: at('2026-03-10T23:59') }),
    ]);
    await vi.waitFor(() => expect(setup.callbacks.open.value).toHaveLength(2));
    return setup;
  }

  test('writes down what is left and what was done today, and tells the background', async () => {
    const setup = await closeable();
    await setup.review.closeDay();
    expect(await setup.repositories.reminders.closedDay('2026-03-11')).toMatchObject({
      closedAt: wednesday,
      leftOpen: 2,
      leftOverdue: 1,
      completed: 1,
    });
    expect(setup.onClosed).toHaveBeenCalledWith('2026-03-11');
  });

  test('is known here as soon as it resolves', async () => {
    const setup = await closeable();
    expect(setup.review.closed.value).toBeNull();
    await setup.review.closeDay();
    expect(setup.review.closed.value).toMatchObject({ closedAt: wednesday, leftOpen: 2 });
  });

  test('that storage refuses rejects and closes nothing', async () => {
    const setup = await closeable();
    const emptyDisk = fillDisk('closedDays', 'put');
    await expect(setup.review.closeDay()).rejects.toThrow();
    emptyDisk();
    expect(setup.review.closed.value).toBeNull();
    expect(setup.onClosed).not.toHaveBeenCalled();
  });
});

describe('a review that was missed', () => {
  const yesterday = at('2026-03-10T12:00');

  test('is owed where something is left from then, until that day or a later one is closed', async () => {
    const setup = await aReview();
    await setup.callbacks.add([aCallback({ createdAt: yesterday })]);
    await vi.waitFor(() => expect(setup.review.missed.value).toBe('2026-03-10'));
    await setup.review.closeDay();
    await vi.waitFor(() => expect(setup.review.missed.value).toBeNull());
  });

  test('is not owed where it came, or nothing is left from then', async () => {
    const setup = await aReview();
    await setup.callbacks.add([aCallback({ createdAt: wednesday })]);
    await vi.waitFor(() => expect(setup.callbacks.open.value).toHaveLength(1));
    expect(setup.review.missed.value).toBeNull();
    await setup.repositories.reminders.recordReviewOffer({ day: '2026-03-10', at: yesterday });
    await setup.callbacks.add([aCallback({ id: idAt(2), createdAt: yesterday })]);
    await vi.waitFor(() => expect(setup.callbacks.open.value).toHaveLength(2));
    expect(setup.review.missed.value).toBeNull();
  });
});
