// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { aCallback, promise, wednesday } from '../../tests/support/unit/entries.ts';
import { click, get, show } from '../../tests/support/unit/screen.ts';
import { panelServices } from '../../tests/support/unit/services.ts';
import { PanelContext } from '../app-context.ts';
import { EntryMenu } from './EntryMenu.tsx';
import { ListMenu } from './ListMenu.tsx';

const item = (name: string) =>
  [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find(
    ({ textContent }) => textContent === name,
  ) as HTMLElement;

describe('the menu of the list', () => {
  test.each([
    ['Copy today’s list', 'copyDay', ['text']],
    ['Copy as Markdown', 'copyDay', ['markdown']],
    ['Copy as table', 'copyDay', ['html']],
    ['Calendar file for today', 'calendarOfDay', []],
    ['Print today’s list', 'printDay', []],
  ] as const)('%s', async (name, action, given) => {
    const services = await panelServices();
    show(
      <PanelContext.Provider value={services}>
        <ListMenu />
      </PanelContext.Provider>,
    );
    click(get('button', 'More'));
    click(item(name));
    expect(services.share[action].mock.calls).toEqual([given]);
  });

  test('leads to the figures and to the help', async () => {
    const services = await panelServices();
    show(
      <PanelContext.Provider value={services}>
        <ListMenu />
      </PanelContext.Provider>,
    );
    click(get('button', 'More'));
    click(item('Insights'));
    expect(services.openInsights).toHaveBeenCalledTimes(1);
    click(get('button', 'More'));
    click(item('Help'));
    expect(services.openHelp).toHaveBeenCalledTimes(1);
  });
});

describe('the menu of an entry', () => {
  const aMenu = async (callback = aCallback({ promise: promise(wednesday) })) => {
    const services = await panelServices();
    show(
      <PanelContext.Provider value={services}>
        <EntryMenu callback={callback} />
      </PanelContext.Provider>,
    );
    click(get('button', 'Copy or export'));
    return { services, callback };
  };

  test('copies and exports that one', async () => {
    const { services, callback } = await aMenu();
    click(item('Copy as table'));
    expect(services.share.copyOne.mock.calls).toEqual([[callback, 'html']]);
    click(get('button', 'Copy or export'));
    click(item('Calendar file'));
    expect(services.share.calendarOf.mock.calls).toEqual([[callback]]);
  });

  test('has no calendar file of what has no time', async () => {
    const { services } = await aMenu(aCallback());
    click(item('Calendar file'));
    expect(services.share.calendarOf).not.toHaveBeenCalled();
  });
});
