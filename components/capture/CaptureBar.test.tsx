// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { anEmptyPage, aPage, row, wish } from '../../tests/support/unit/capture.ts';
import { wednesday } from '../../tests/support/unit/entries.ts';
import { all, click, field, get, says, show, type } from '../../tests/support/unit/screen.ts';
import { panelServices } from '../../tests/support/unit/services.ts';
import { Panel } from '../Panel.tsx';

async function aBar() {
  const services = await panelServices();
  show(<Panel services={services} shownId={null} />);
  return services;
}

test('captures with one click and says what was found', async () => {
  const services = await aBar();
  click(get('button', 'Capture this page'));
  expect(services.page.capture).toHaveBeenCalledTimes(1);
  await services.capture.handle(wish());
  await vi.waitFor(() => expect(says()).toBe('Captured Ana Villaseñor · (415) 555-0132'));
  services.engine.shows(anEmptyPage());
  await services.capture.handle(wish());
  await vi.waitFor(() => expect(says()).toMatch(/^No caller found /));
});

test('who is on the page is shown where the site may be read, as text', async () => {
  const services = await aBar();
  expect(document.body.textContent).not.toContain('On this page');
  act(() => {
    services.page.seen.value = { name: '<i>Ana</i>', phone: '(415) 555-0132' };
  });
  expect(document.body.textContent).toContain('On this page: <i>Ana</i> · (415) 555-0132');
  expect(document.querySelectorAll('i')).toHaveLength(0);
  act(() => {
    services.page.seen.value = { name: '', phone: '' };
  });
  expect(document.body.textContent).toContain('On this page: no caller found');
});

describe('a page that may not be read', () => {
  async function refused() {
    const services = await aBar();
    await services.capture.handle(wish({ reading: { ok: false, why: 'no-access' } }));
    await vi.waitFor(() => get('button', 'Always read this site'));
    return services;
  }

  test('says how to read it once, with the key as it is set', async () => {
    await refused();
    expect(document.body.textContent).toContain('press Alt+Shift+K or click the Ringback icon');
  });

  test('is allowed with one click where its site is known', async () => {
    const services = await refused();
    act(() => {
      services.page.site.value = 'https://crm.example.com';
    });
    click(get('button', 'Always read this site'));
    expect(services.page.allow).toHaveBeenCalledWith();
    expect(all('textbox', 'Address of the site')).toEqual([]);
  });

  test('asks for the address where the browser hides it', async () => {
    const services = await refused();
    click(get('button', 'Always read this site'));
    type(field('Address of the site'), ' https://crm.example.com/x ');
    click(get('button', 'Always read this site'));
    expect(services.page.allow).toHaveBeenLastCalledWith('https://crm.example.com/x');
  });

  test('the help can be put away', async () => {
    await refused();
    click(get('button', 'Close'));
    expect(all('button', 'Always read this site')).toEqual([]);
  });
});

test('a part of the page that was not read is named, and can be allowed', async () => {
  const services = await aBar();
  const origin = 'https://widget.example.com';
  services.engine.shows(aPage({ notices: [{ code: 'frame-skipped', origin }, { code: 'stopped-early' }] }));
  await services.capture.handle(wish());
  await vi.waitFor(() =>
    expect(document.body.textContent).toContain('Part of this page comes from widget.example.com and'),
  );
  expect(document.body.textContent).toContain('This page is very large');
  click(get('button', `Allow ${origin}`));
  expect(services.page.allow).toHaveBeenCalledWith(origin);
});

test('a page that was too large in two ways is called so once', async () => {
  const services = await aBar();
  const notices = [{ code: 'stopped-early' }, { code: 'too-large' }] as const;
  services.engine.shows(aPage({ notices: [...notices] }));
  await services.capture.handle(wish());
  const said = () => document.body.textContent?.match(/This page is very large/g);
  await vi.waitFor(() => expect(said()).toHaveLength(1));
});

test('a part of the page that was not read, and that nobody knows the address of, is told of all the same', async () => {
  const services = await aBar();
  services.engine.shows(aPage({ notices: [{ code: 'frame-skipped' }] }));
  await services.capture.handle(wish());
  await vi.waitFor(() => expect(document.body.textContent).toContain('Part of this page could not be read.'));
});

test('the calls of others are one press away, and whoever asked for them by key goes on among them', async () => {
  const services = await aBar();
  services.engine.shows(aPage({ callers: [row('Bo', '+14155550144', wednesday)] }));
  await services.capture.handle(wish());
  await vi.waitFor(() => get('button', '1 other caller on this page'));
  expect(all('checkbox', 'Bo, +14155550144')).toEqual([]);
  // The form has its caller: the reason is what is typed next.
  await vi.waitFor(() => expect(document.activeElement).toBe(field('Reason')));
  click(get('button', '1 other caller on this page'));
  await vi.waitFor(() => expect(document.activeElement).toBe(get('checkbox', 'Bo, +14155550144')));
});
