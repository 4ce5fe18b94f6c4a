// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { Callback } from '../../lib/domain/callback.ts';
import { aCallback, idAt, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { all, click, field, get, press, says, show, type } from '../../tests/support/unit/screen.ts';
import { popupServices } from '../../tests/support/unit/services.ts';
import { Review } from './Review.tsx';

const hour = 3_600_000;
const attempt = { id: idAt(90), at: wednesday, by: null, number: null, note: '', loggedAt: null };

async function aRow(changes: Partial<Callback>) {
  const services = popupServices();
  await services.callbacks.add([aCallback({ id: idAt(50), callerName: 'Ana', ...changes })]);
  await services.callbacks.loaded;
  show(<Review services={services} />);
  await vi.waitFor(() => expect(document.querySelector('.review-entry')).not.toBeNull());
  const stored = () => services.repositories.callbacks.get(idAt(50));
  const row = document.querySelector('.review-entry') as HTMLElement;
  return { ...services, stored, row };
}

describe('a row of the review', () => {
  test('can be carried over with one click, whatever it is in the review for', async () => {
    const { stored } = await aRow({ promise: null });
    await vi.waitFor(() => get('button', 'tomorrow morning'));
    click(get('button', 'tomorrow morning'));
    await vi.waitFor(async () =>
      expect((await stored())?.history.at(-1)).toMatchObject({ what: 'carried over', by: 'Sam Agent' }),
    );
  });

  test('settles an escalation in place', async () => {
    const { stored } = await aRow({ escalation: { reason: 'angry', at: wednesday, by: 'Priya' } });
    click(get('button', 'End escalation: Ana'));
    await vi.waitFor(async () => expect((await stored())?.escalation).toBeNull());
  });

  test('asks how a call went that nobody said the outcome of', async () => {
    const { stored } = await aRow({ attempts: [{ ...attempt, outcome: null }] });
    click(get('button', 'no answer'));
    await vi.waitFor(async () => expect((await stored())?.status).toBe('called once'));
    await vi.waitFor(() => get('button', 'Copy note'));
  });

  test('says once that a call is not logged', async () => {
    const { row } = await aRow({
      promise: promise(null, wednesday - hour),
      attempts: [{ ...attempt, outcome: 'no answer' }],
    });
    expect(row.textContent?.match(/not logged/gi)).toHaveLength(1);
  });

  test('of a closed entry says how it ended, not when it was due', async () => {
    const { row } = await aRow({
      status: 'completed',
      closedAt: wednesday,
      promise: promise(null, wednesday + hour),
      attempts: [{ ...attempt, outcome: 'reached, done' }],
    });
    expect(row.querySelector('.due')?.textContent).toBe('completed');
    expect(all('textbox', /^New time/)).toEqual([]);
  });

  test('explains its place on hover', async () => {
    const { row } = await aRow({ promise: promise(null, wednesday - hour) });
    expect(row.querySelector('.review-name')?.getAttribute('title')).toBe('Its time is over');
  });

  test('says who was given it', async () => {
    const { stored } = await aRow({ owner: null });
    type(field('Owner of Ana'), 'Priya');
    press(field('Owner of Ana'), 'Enter');
    await vi.waitFor(async () => expect((await stored())?.owner?.name).toBe('Priya'));
    await vi.waitFor(() => expect(says()).toBe('Ana handed over to Priya'));
  });

  test('takes no time that passed while it stood in the field', async () => {
    const { stored, time } = await aRow({ promise: promise(null, wednesday - hour) });
    const carry = field('New time for Ana');
    type(carry, 'before 3 pm');
    await vi.waitFor(() => expect(get<HTMLButtonElement>('button', 'Set').disabled).toBe(false));
    time.pass(hour);
    press(carry, 'Enter');
    await vi.waitFor(() => expect(document.body.textContent).toMatch(/passed|Which day/));
    expect((await stored())?.promise?.until).toBe(wednesday - hour);
  });
});
