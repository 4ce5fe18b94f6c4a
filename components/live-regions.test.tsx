// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aCallback, idAt, promise, wednesday } from '../tests/support/unit/entries.ts';
import { show, type } from '../tests/support/unit/screen.ts';
import { panelServices } from '../tests/support/unit/services.ts';
import { Panel } from './Panel.tsx';

const minute = 60_000;

/** What a screen reader is told without being asked, from now on: each new text of a live region. */
function listen(): string[] {
  const selector = '[role=status], [role=alert], [aria-live]';
  const last = new Map<Element, string>();
  const textOf = (region: Element) => region.textContent ?? '';
  for (const region of document.querySelectorAll(selector)) last.set(region, textOf(region));
  const told: string[] = [];
  const observer = new MutationObserver(() => {
    for (const region of document.querySelectorAll(selector)) {
      if (textOf(region) === (last.get(region) ?? '')) continue;
      last.set(region, textOf(region));
      told.push(textOf(region));
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  onTestFinished(() => observer.disconnect());
  return told;
}

test('an hour of times that pass and a form that is typed into say nothing; one reminder is said once', async () => {
  const services = await panelServices();
  const promised = promise(wednesday + 70 * minute);
  await services.callbacks.add([
    aCallback({ id: idAt(50), callerName: 'Ana', promise: promised }),
    aCallback({ id: idAt(51), callerName: 'Bo', promise: promise(wednesday - 30 * minute) }),
  ]);
  await services.callbacks.loaded;
  show(<Panel services={services} shownId={null} />);
  await vi.waitFor(() => expect(document.querySelectorAll('.entry')).toHaveLength(2));
  await vi.waitFor(() => expect(document.querySelector('.reminded')).not.toBeNull());
  const told = listen();
  const due = () => document.querySelector('.entry .due')?.textContent;
  const before = due();
  for (let passed = 0; passed < 59; passed += 1) await act(async () => services.time.pass(minute));
  // The screen did go on: what is late is later by an hour.
  expect(due()).not.toBe(before);
  for (const words of ['Dana', 'Dana Lee']) {
    type(document.querySelector('.callback-form input') as HTMLElement, words);
  }
  expect(told).toEqual([]);
  for (let passed = 0; passed < 30; passed += 1) await act(async () => services.time.pass(minute));
  expect(told).toEqual(['Reminder: Ana']);
});
