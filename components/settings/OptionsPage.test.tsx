// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { OptionsStoreDeps } from '../../lib/stores/options-store.ts';
import { someOptions } from '../../tests/support/unit/options.ts';
import { somePrivacy } from '../../tests/support/unit/privacy.ts';
import {
  all,
  choose,
  click,
  described,
  field,
  get,
  says,
  show,
  type,
} from '../../tests/support/unit/screen.ts';
import { OptionsPage } from './OptionsPage.tsx';

const shortcuts = { capture: 'Alt+Shift+C' };
const loadCountries = async () => ['DE', 'GB', 'US'];

async function theOptions(changes: Partial<OptionsStoreDeps> = {}, firefox = false, mayNotify = true) {
  const options = await someOptions(['https://crm.example.com'], changes);
  show(
    <OptionsPage
      store={options.store}
      privacy={somePrivacy().store}
      shortcuts={shortcuts}
      firefox={firefox}
      mayNotify={mayNotify}
      loadCountries={loadCountries}
    />,
  );
  await vi.waitFor(() => get('button', 'Take access back from https://crm.example.com'));
  return options;
}

test('the way to each section beside the page is called as the section is, and they stand in one order', async () => {
  await theOptions();
  const sections = [...document.querySelectorAll('main section[id]')];
  expect(sections.length).toBeGreaterThan(10);
  const ways = [...document.querySelectorAll<HTMLAnchorElement>('nav a')];
  const there = ways.filter((way) => sections.some(({ id }) => way.getAttribute('href') === `#${id}`));
  expect(there.map((way) => [way.getAttribute('href'), way.textContent])).toEqual(
    sections.map((section) => [`#${section.id}`, section.querySelector('h2')?.textContent]),
  );
});

describe('every change is kept at once', () => {
  test('the name, with "Saved" for whoever listens', async () => {
    const { settings, onSaved } = await theOptions();
    choose(field('Your name'), 'Zoë Ng');
    await vi.waitFor(() => expect(says()).toBe('Saved'));
    expect(settings.value.yourName).toBe('Zoë Ng');
    expect(onSaved).toHaveBeenCalledTimes(1);
  });

  test('another one, while the name is being typed, puts nothing back over its first letters', async () => {
    const { settings } = await theOptions();
    type(field('Your name'), 'Ch');
    get<HTMLInputElement>('checkbox', 'Show figures by owner').click();
    await vi.waitFor(() => expect(settings.value.insightsByOwner).toBe(true));
    await vi.waitFor(() => expect(says()).toBe('Saved'));
    expect(field('Your name').value).toBe('Ch');
  });

  test('nor over a number, a text or an address', async () => {
    const { settings } = await theOptions();
    choose(get('combobox', 'Numbers open with'), 'https');
    await vi.waitFor(() => expect(settings.value.dialWith).toBe('https'));
    const typed: [HTMLInputElement, string][] = [
      [get('spinbutton', 'Remind me before'), '1'],
      [get('spinbutton', 'Missed calls are returned within'), '6'],
      [field('Note for each attempt'), '{n'],
      [field('Web address to dial with'), 'https://tel'],
    ];
    for (const [input, text] of typed) type(input, text);
    get<HTMLInputElement>('checkbox', 'Show figures by owner').click();
    await vi.waitFor(() => expect(settings.value.insightsByOwner).toBe(true));
    await vi.waitFor(() => expect(says()).toBe('Saved'));
    for (const [input, text] of typed) expect(input.value).toBe(text);
  });

  test('from elsewhere is shown where something was typed and kept before', async () => {
    const { store, settings } = await theOptions();
    const was = settings.value.noteTemplate;
    type(field('Note for each attempt'), 'Attempt {n}');
    choose(field('Note for each attempt'), 'Attempt {n}');
    await vi.waitFor(() => expect(settings.value.noteTemplate).toBe('Attempt {n}'));
    await store.change({ noteTemplate: was });
    await vi.waitFor(() => expect(field('Note for each attempt').value).toBe(was));
  });

  test('figures by owner: mine to switch on alone, in a team for the team', async () => {
    const { settings } = await theOptions();
    const figures = () => get<HTMLInputElement>('checkbox', 'Show figures by owner');
    expect(figures().checked).toBe(false);
    click(figures());
    await vi.waitFor(() => expect(settings.value.insightsByOwner).toBe(true));
    settings.value = { ...settings.value, memberId: '01890a5d-ac96-774b-bcce-b302099a8057' };
    await vi.waitFor(() => expect(figures().disabled).toBe(true));
    expect(described(figures())).toMatch(/^In a team the team decides/);
  });

  test('the country, by its ISO code', async () => {
    const { settings } = await theOptions();
    const country = get<HTMLSelectElement>('combobox', 'Default country');
    await vi.waitFor(() =>
      expect([...country.options].map(({ value }) => value)).toEqual(['DE', 'GB', 'US']),
    );
    expect(country.value).toBe('GB');
    choose(country, 'DE');
    await vi.waitFor(() => expect(settings.value.defaultCountry).toBe('DE'));
  });

  test('the hours and the days of work', async () => {
    const { settings } = await theOptions();
    choose(get('time', 'Day starts at'), '08:30');
    await vi.waitFor(() => expect(settings.value.workingHours.startsAt).toBe('08:30'));
    choose(get('time', 'Day ends at'), '16:00:00');
    await vi.waitFor(() => expect(settings.value.workingHours.endsAt).toBe('16:00'));
    click(get('checkbox', 'Sat'));
    await vi.waitFor(() => expect(settings.value.workingHours.days).toEqual([1, 2, 3, 4, 5, 6]));
    click(get('checkbox', 'Mon'));
    await vi.waitFor(() => expect(settings.value.workingHours.days).toEqual([2, 3, 4, 5, 6]));
  });

  test('the address to dial with, asked for only where one is used', async () => {
    const { settings } = await theOptions();
    expect(all('textbox', 'Web address to dial with')).toEqual([]);
    choose(get('combobox', 'Numbers open with'), 'https');
    await vi.waitFor(() => expect(settings.value.dialWith).toBe('https'));
    await vi.waitFor(() => field('Web address to dial with'));
    choose(field('Web address to dial with'), ' https://phone.example.com/{number} ');
    await vi.waitFor(() => expect(settings.value.dialTemplate).toBe('https://phone.example.com/{number}'));
  });
});

describe('a value that cannot be', () => {
  test.each<[string, () => HTMLElement, string, string]>([
    [
      'a day that ends before it starts',
      () => get('time', 'Day ends at'),
      '08:00',
      'The day ends before it starts.',
    ],
    ['no time at all', () => get('time', 'Day starts at'), '', 'Write a time such as 09:00.'],
    [
      'minutes over four hours',
      () => get('spinbutton', 'Remind me before'),
      '999',
      'Write whole minutes, 0 to 240.',
    ],
    ['no minutes', () => get('spinbutton', 'Remind me before'), '', 'Write whole minutes, 0 to 240.'],
  ])('%s is refused where it stands, and what was set stays', async (_, control, value, problem) => {
    const { settings, onSaved } = await theOptions();
    const before = settings.value;
    choose(control(), value);
    await vi.waitFor(() => expect(control().getAttribute('aria-invalid')).toBe('true'));
    expect(described(control())).toContain(problem);
    expect(settings.value).toEqual(before);
    expect(says()).toBe('');
    expect(onSaved).not.toHaveBeenCalled();
  });

  test('a week without working days is refused', async () => {
    const { settings } = await theOptions();
    for (const [day, place] of [
      ['Mon', 1],
      ['Tue', 2],
      ['Wed', 3],
      ['Thu', 4],
    ] as const) {
      click(get('checkbox', day));
      await vi.waitFor(() => expect(settings.value.workingHours.days).not.toContain(place));
    }
    click(get('checkbox', 'Fri'));
    await vi.waitFor(() => expect(document.body.textContent).toContain('Choose at least one day.'));
    // Changes are kept one after the other: once this one is, the one before has had its chance.
    choose(field('Your name'), 'Zoë');
    await vi.waitFor(() => expect(settings.value.yourName).toBe('Zoë'));
    expect(settings.value.workingHours.days).toEqual([5]);
  });

  test('an address to dial with that is none is refused, and stays to be set right', async () => {
    const { settings } = await theOptions();
    choose(get('combobox', 'Numbers open with'), 'https');
    await vi.waitFor(() => field('Web address to dial with'));
    type(field('Web address to dial with'), 'javascript:{number}');
    choose(field('Web address to dial with'), 'javascript:{number}');
    await vi.waitFor(() =>
      expect(described(field('Web address to dial with'))).toContain(
        'It starts with https:// and has {number} in it.',
      ),
    );
    expect(settings.value.dialTemplate).toBe('');
    expect(field('Web address to dial with').value).toBe('javascript:{number}');
  });

  test('storage that refuses is said', async () => {
    await theOptions({ save: () => Promise.reject(new Error('full')) });
    choose(field('Your name'), 'Zoë');
    await vi.waitFor(() => expect(get('alert').textContent).toContain('Not saved'));
    expect(says()).toBe('');
  });
});

test('access to a site is taken back with one click', async () => {
  await theOptions();
  click(get('button', 'Take access back from https://crm.example.com'));
  await vi.waitFor(() =>
    expect(document.body.textContent).toContain('None. Ringback reads a page only when you ask.'),
  );
});

test.each([
  [false, 'chrome://extensions/shortcuts'],
  [true, 'Manage Extension Shortcuts'],
])('the keys stand as the browser has them (Firefox: %s)', async (firefox, where) => {
  await theOptions({}, firefox);
  const keys = [...document.querySelectorAll('kbd')].map((key) => key.textContent);
  expect(keys).toEqual(expect.arrayContaining(['Alt+Shift+C', 'not set']));
  expect(document.body.textContent).toContain(where);
});

test.each([
  [true, 0],
  [false, 1],
])('where notifications are allowed (%s) or not, it says so', async (mayNotify, times) => {
  await theOptions({}, false, mayNotify);
  const reminders = get('heading', 'Reminders').closest('section') as HTMLElement;
  expect(reminders.textContent?.match(/blocks Ringback’s notifications/g)?.length ?? 0).toBe(times);
});
