// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { aPage, candidate, wish } from '../../tests/support/unit/capture.ts';
import { all, click, field, get, nameOf, show, type } from '../../tests/support/unit/screen.ts';
import { panelServices } from '../../tests/support/unit/services.ts';
import { Panel } from '../Panel.tsx';

async function aForm(page = aPage()) {
  const services = await panelServices();
  services.engine.shows(page);
  show(<Panel services={services} shownId={null} />);
  await services.capture.handle(wish());
  return services;
}
const phone = () => field('Phone number');
const chips = () => all('button', /^Use /).map((chip) => [nameOf(chip), chip.textContent]);

test('two readings of one number are told apart by what would be put in', async () => {
  const page = aPage();
  page.reference = { chosen: null, candidates: [] };
  page.phone = {
    chosen: null,
    candidates: [
      candidate('415 555 0132', { e164: '+524155550132' }),
      candidate('415 555 0132', { e164: '+14155550132' }),
      candidate('212 555 0150', { e164: '+12125550150' }),
    ],
  };
  await aForm(page);
  await vi.waitFor(() => expect(chips()).not.toEqual([]));
  expect(chips()).toEqual([
    ['Use +52 415 555 0132', '+52 415 555 0132'],
    ['Use (415) 555-0132', '(415) 555-0132'],
    ['Use 212 555 0150', '212 555 0150'],
  ]);
  click(get('button', 'Use +52 415 555 0132'));
  await vi.waitFor(() => expect(phone().value).toBe('+52 415 555 0132'));
  expect(chips()).toEqual([
    ['Use (415) 555-0132', '(415) 555-0132'],
    ['Use 212 555 0150', '212 555 0150'],
  ]);
});

test('numbers that were pointed at are in sight though something was typed', async () => {
  const form = await aForm();
  await vi.waitFor(() => expect(phone().value).toBe('(415) 555-0132'));
  type(phone(), '415 555 0100');
  const more = () => get('button', 'Pick on page: Phone number').closest('details');
  expect(more()?.open).toBe(false);
  form.pickOnPage.mockResolvedValue({ picked: true, text: '415.555.0177 or 415.555.0178' });
  await form.capture.pick('phone');
  await vi.waitFor(() => expect(more()?.open).toBe(true));
  click(get('button', 'Use 415.555.0178'));
  await vi.waitFor(() => expect(more()?.open).toBe(false));
});
