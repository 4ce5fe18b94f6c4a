// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { aPage, bobsPage, candidate, wish } from '../../tests/support/unit/capture.ts';
import { fillDisk } from '../../tests/support/unit/database.ts';
import type { PanelSetup } from '../../tests/support/unit/panel.ts';
import {
  all,
  choose,
  click,
  described,
  field,
  get,
  leave,
  press,
  says,
  show,
  type,
} from '../../tests/support/unit/screen.ts';
import { panelServices } from '../../tests/support/unit/services.ts';
import { Panel } from '../Panel.tsx';

async function aForm(setup?: PanelSetup) {
  const services = await panelServices(setup);
  show(<Panel services={services} shownId={null} />);
  await vi.waitFor(() => expect(services.form.chips.value).not.toBeNull());
  return services;
}
type Form = Awaited<ReturnType<typeof aForm>>;
const stored = ({ repositories }: Form) => repositories.callbacks.open();

describe('the form', () => {
  test('has its fields by the names they are found by', async () => {
    await aForm();
    for (const name of ['Caller name', 'Phone number', 'Reason', 'Promised time', 'Account or ticket'])
      field(name);
    for (const name of ['Owner', 'Status', 'Kind']) get('combobox', name);
    for (const name of ['Save callback', 'Clear']) get('button', name);
  });

  test('keeps what is typed, chosen and clicked', async () => {
    const form = await aForm();
    type(field('Caller name'), 'Ana');
    choose(get('combobox', 'Status'), 'left message');
    choose(get('combobox', 'Kind'), 'missed call');
    expect(form.draft.draft.value).toMatchObject({
      fields: { callerName: 'Ana', status: 'left message', kind: 'missed call' },
      record: { tabId: 7 },
    });
  });

  test('writes a number the way it is read once the field is left, and says where it is none', async () => {
    await aForm();
    type(field('Phone number'), '4155550132');
    leave(field('Phone number'));
    expect(field('Phone number').value).toBe('(415) 555-0132');
    type(field('Phone number'), '555-01');
    leave(field('Phone number'));
    expect(field('Phone number').value).toBe('555-01');
    expect(described(field('Phone number'))).toContain('Not a full number here.');
  });

  test('says at once how a promised time is understood, and asks what is not', async () => {
    const form = await aForm();
    type(field('Promised time'), 'before 4pm');
    expect(described(field('Promised time')).replace('\u202f', ' ')).toBe('today, before 4:00 PM');
    type(field('Promised time'), '8');
    expect(described(field('Promised time'))).toContain('?');
    const [first] = all('button', undefined, get('group', 'Did you mean'));
    const words = first?.textContent ?? '';
    if (first) click(first);
    expect(field('Promised time').value).toBe(words);
    expect(form.draft.draft.value.chosenWindow).not.toBeNull();
  });

  test('offers the usual times for one click while none is typed', async () => {
    await aForm();
    click(get('button', 'end of day', get('group', 'Common times')));
    expect(field('Promised time').value).toBe('end of day');
    expect(all('group', 'Common times')).toEqual([]);
  });
});

describe('Enter', () => {
  test.each(['Caller name', 'Reason', 'Promised time', 'Account or ticket'])(
    'saves from %s',
    async (name) => {
      const form = await aForm();
      type(field('Caller name'), 'Ana');
      expect(press(field(name), 'Enter')).toBe(true);
      await vi.waitFor(() => expect(says()).toBe('Saved Ana'));
      expect(await stored(form)).toMatchObject([{ callerName: 'Ana' }]);
      expect(field('Caller name').value).toBe('');
    },
  );

  test.each<[string, KeyboardEventInit]>([
    ['with Shift: a new line', { shiftKey: true }],
    ['while an input method is composing', { isComposing: true }],
    ['that ends a composition in Safari', { keyCode: 229 }],
  ])('%s does not', async (_, more) => {
    const form = await aForm();
    type(field('Caller name'), 'Ana');
    expect(press(field('Reason'), 'Enter', more)).toBe(false);
    expect(form.form.saving.value).toBe(false);
    expect(await stored(form)).toEqual([]);
  });

  test('on a button or a select is not for saving', async () => {
    const form = await aForm();
    type(field('Caller name'), 'Ana');
    expect(press(get('button', 'Clear'), 'Enter')).toBe(false);
    expect(press(get('combobox', 'Kind'), 'Enter')).toBe(false);
    expect(form.form.saving.value).toBe(false);
  });
});

describe('saving', () => {
  test('without a caller goes back to the name and says why', async () => {
    await aForm();
    click(get('button', 'Save callback'));
    await vi.waitFor(() => expect(document.activeElement).toBe(field('Caller name')));
    expect(field('Caller name').getAttribute('aria-invalid')).toBe('true');
    expect(described(field('Caller name'))).toBe(
      'Type a name or a number, so that there is someone to call.',
    );
    type(field('Caller name'), 'A');
    expect(field('Caller name').getAttribute('aria-invalid')).toBeNull();
  });

  test('that storage refuses keeps every word and says so', async () => {
    await aForm();
    type(field('Caller name'), 'Ana');
    type(field('Reason'), 'boiler');
    const emptyDisk = fillDisk('callbacks', 'add');
    press(field('Reason'), 'Enter');
    await vi.waitFor(() => expect(says()).toMatch(/^Not saved: /));
    emptyDisk();
    expect([field('Caller name').value, field('Reason').value]).toEqual(['Ana', 'boiler']);
  });

  test('and clearing never ask; both offer undo', async () => {
    await aForm();
    type(field('Caller name'), 'Ana');
    click(get('button', 'Clear'));
    expect(field('Caller name').value).toBe('');
    click(get('button', 'Undo'));
    await vi.waitFor(() => expect(field('Caller name').value).toBe('Ana'));
    expect(all('button', 'Undo')).toEqual([]);
  });
});

describe('the reason', () => {
  async function withSuggestion() {
    const form = await aForm();
    form.engine.shows(aPage({ reasonSuggestion: { text: 'Boiler makes a noise', from: 'subject' } }));
    await form.capture.handle(wish());
    await vi.waitFor(() => expect(described(field('Reason'))).toContain('Boiler makes a noise'));
    return form;
  }

  test('suggested by the page is offered, never filled in; Tab takes it', async () => {
    await withSuggestion();
    expect(field('Reason').value).toBe('');
    expect(press(field('Reason'), 'Tab')).toBe(true);
    expect(field('Reason').value).toBe('Boiler makes a noise');
    expect(press(field('Reason'), 'Tab')).toBe(false);
  });

  test('is not taken by Shift+Tab, nor once something is typed', async () => {
    await withSuggestion();
    expect(press(field('Reason'), 'Tab', { shiftKey: true })).toBe(false);
    type(field('Reason'), 'x');
    expect(described(field('Reason'))).not.toContain('Boiler');
    expect(press(field('Reason'), 'Tab')).toBe(false);
    expect(field('Reason').value).toBe('x');
  });

  test('suggested for one caller is never offered for another', async () => {
    const form = await aForm();
    form.engine.shows(bobsPage());
    await form.capture.handle(wish({ tabId: 8 }));
    form.engine.shows(aPage({ reasonSuggestion: { text: 'Boiler makes a noise', from: 'subject' } }));
    await form.capture.handle(wish());
    await vi.waitFor(() => expect(described(field('Reason'))).toContain('Boiler'));
    click(get('button', 'Bob Lee, unsaved'));
    expect(described(field('Reason'))).not.toContain('Boiler');
    expect(press(field('Reason'), 'Tab')).toBe(false);
    click(get('button', 'Ana Villaseñor, unsaved'));
    expect(described(field('Reason'))).toContain('Boiler');
  });

  test('suggested by the page goes with Clear and with Save, and comes back with Undo', async () => {
    const form = await withSuggestion();
    form.page.beside.value = { tabId: 7, recordKey: aPage().page.recordKey };
    const offersNothing = async () => {
      await vi.waitFor(() => expect(field('Caller name').value).toBe(''));
      // Typed beside the same page: a callback of its own all the same.
      type(field('Caller name'), 'Somebody else');
      expect(described(field('Reason'))).not.toContain('Boiler');
      expect(press(field('Reason'), 'Tab')).toBe(false);
    };
    click(get('button', 'Clear'));
    await offersNothing();
    click(get('button', 'Undo'));
    await vi.waitFor(() => expect(described(field('Reason'))).toContain('Boiler'));
    click(get('button', 'Save callback'));
    await offersNothing();
  });

  test('left empty says what will stand there; a vague one gets a hint, no refusal', async () => {
    const form = await aForm();
    type(field('Caller name'), 'Ana');
    expect(described(field('Reason'))).toBe('Left empty, it says: Promised to call back');
    type(field('Reason'), 'call customer');
    expect(described(field('Reason'))).toBe(
      'Will whoever calls know what it is about? A few more words help.',
    );
    press(field('Reason'), 'Enter');
    await vi.waitFor(async () => expect(await stored(form)).toMatchObject([{ reason: 'call customer' }]));
  });
});

test('a draft of another caller waits as a chip: taken up, discarded, put back', async () => {
  const form = await aForm();
  type(field('Caller name'), 'Bob');
  form.page.beside.value = { tabId: 8, recordKey: '' };
  await form.capture.handle(wish({ tabId: 8 }));
  await vi.waitFor(() => expect(field('Caller name').value).toBe('Ana Villaseñor'));
  click(get('button', 'Bob, unsaved'));
  expect(field('Caller name').value).toBe('Bob');
  click(get('button', 'Discard the unsaved draft of Ana Villaseñor'));
  expect(all('button', /, unsaved$/)).toEqual([]);
  click(get('button', 'Undo'));
  await vi.waitFor(() => get('button', 'Ana Villaseñor, unsaved'));
});

test('what the page offers instead is one click away', async () => {
  const form = await aForm();
  const page = aPage();
  page.phone.candidates.push({ value: '415.555.0177', e164: '+14155550177', confidence: 0.4, evidence: [] });
  form.engine.shows(page);
  await form.capture.handle(wish());
  await vi.waitFor(() => expect(field('Phone number').value).toBe('(415) 555-0132'));
  click(get('button', 'Use 415.555.0177'));
  expect(field('Phone number').value).toBe('(415) 555-0177');
});

test('what stands in a field is shown with its own evidence, and whatever it replaced is one click away', async () => {
  const form = await aForm();
  const page = aPage();
  page.phone.candidates.push(
    candidate('415.555.0177', { e164: '+14155550177', evidence: [{ code: 'switchboard' }] }),
    candidate('06 12 34 56 78', { e164: '+33612345678', evidence: [{ code: 'tel-link' }] }),
  );
  form.engine.shows(page);
  await form.capture.handle(wish());
  const phone = () => described(field('Phone number'));
  await vi.waitFor(() => expect(phone()).toContain('labelled “Mobile”'));
  click(get('button', 'Use 415.555.0177'));
  expect(phone()).toContain('a shared line');
  expect(phone()).not.toContain('Mobile');
  click(get('button', 'Use 415.555.0132'));
  expect(field('Phone number').value).toBe('(415) 555-0132');
  expect(phone()).toContain('labelled “Mobile”');
  // Another country's number is put in so that it stays that number.
  click(get('button', 'Use 06 12 34 56 78'));
  expect(field('Phone number').value).toBe('+33 6 12 34 56 78');
  type(field('Phone number'), '415 555 0100');
  expect(phone()).toContain('Put in by you');
  expect(phone()).not.toMatch(/Mobile|shared/);
  type(field('Phone number'), '');
  for (const value of ['415.555.0132', '415.555.0177', '06 12 34 56 78']) get('button', `Use ${value}`);
});
