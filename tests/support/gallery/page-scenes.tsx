import { signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import '../../../components/day/day.css';
import '../../../components/help/help.css';
import '../../../components/lock/lock.css';
import '../../../components/settings/options.css';
import { DaySheet } from '../../../components/day/DaySheet.tsx';
import { FirstMinute } from '../../../components/first-minute/FirstMinute.tsx';
import { SamplePage } from '../../../components/first-minute/SamplePage.tsx';
import '../../../components/first-minute/sample.css';
import { HelpPage } from '../../../components/help/HelpPage.tsx';
import { KeysSheet } from '../../../components/keys/KeysSheet.tsx';
import { LockedScreen } from '../../../components/lock/LockedScreen.tsx';
import { LockOptions } from '../../../components/settings/LockOptions.tsx';
import { OptionsPage } from '../../../components/settings/OptionsPage.tsx';
import { dayList } from '../../../lib/domain/day-list.ts';
import { sortByUrgency } from '../../../lib/domain/priority.ts';
import { defaultSettings } from '../../../lib/domain/settings.ts';
import { dayTitle, shareTable } from '../../../lib/i18n/share-words.ts';
import type { FirstMinuteStore } from '../../../lib/stores/first-minute-store.ts';
import type { LockStore } from '../../../lib/stores/lock-store.ts';
import { aCallback, idAt, wednesday } from '../unit/entries.ts';
import { someOptions } from '../unit/options.ts';
import { somePrivacy } from '../unit/privacy.ts';
import { panelServices } from '../unit/services.ts';
import { day } from './entries.ts';

const keys = 'Alt+Shift+K';
const nothing = () => {};
const nothingSoon = async () => {};

function aLock(on: boolean): LockStore {
  return {
    on: signal<boolean | null>(on),
    problem: signal(null),
    progress: signal<number | null>(null),
    news: signal(null),
    turnOn: async () => true,
    change: async () => true,
    turnOff: async () => true,
    adopt: async () => nothingSoon,
    lockNow: nothingSoon,
    erase: nothingSoon,
  };
}

async function options(locked: boolean): Promise<ComponentChild> {
  const { store } = await someOptions([
    'https://crm.example.com',
    'https://a-very-long-name.support.example.com',
  ]);
  return (
    <OptionsPage
      store={store}
      privacy={somePrivacy().store}
      shortcuts={{ capture: keys }}
      firefox={false}
      mayNotify={false}
      loadCountries={async () => ['DE', 'GB', 'US']}
      lock={<LockOptions store={store} lock={aLock(locked)} />}
    />
  );
}

function firstMinute(): ComponentChild {
  const store: FirstMinuteStore = {
    shown: signal(true),
    settings: signal(defaultSettings('US')),
    pinned: signal(false),
    countries: signal(['DE', 'GB', 'US']),
    change: nothingSoon,
    trySample: nothing,
    done: nothingSoon,
  };
  return <FirstMinute store={store} firefox={false} />;
}

async function daySheet(entries: typeof day): Promise<ComponentChild> {
  const { settings } = await panelServices();
  const rules = settings.rules.value;
  const open = entries.map((changes, at) => aCallback({ id: idAt(at + 50), ...changes }));
  const table = shareTable(
    dayList(sortByUrgency(open, rules, wednesday), rules, wednesday),
    rules,
    dayTitle(wednesday, rules.zone),
  );
  return <DaySheet table={table} onPrint={nothing} />;
}

const locked = (open: number | null, refused = false): ComponentChild => (
  <LockedScreen
    page={{
      store: { problem: signal(null), trying: signal(false), unlock: nothingSoon },
      counts: signal(open === null ? null : { open, overdue: 1, today: 2 }),
      captureRefused: signal(refused),
      erase: nothingSoon,
    }}
  />
);

/** The pages beside panel and review, and what is shown over or in their place. */
export const pages: Record<string, () => ComponentChild | Promise<ComponentChild>> = {
  'first minute': firstMinute,
  'sheet of keys': () => (
    <KeysSheet
      keys={{
        shortcuts: async () => ({ capture: keys, 'call-dropped': 'Alt+Shift+D' }),
        singleKeys: signal(true),
        setSingleKeys: nothingSoon,
      }}
      onClose={nothing}
    />
  ),
  'sample page': () => <SamplePage shortcut={keys} onOpenPanel={nothing} />,
  help: () => <HelpPage captureKey={keys} />,
  options: () => options(false),
  'options, passcode on': () => options(true),
  locked: () => locked(7, true),
  'locked, nothing open': () => locked(null),
  'sheet of the day': () => daySheet(day),
  'sheet of an empty day': () => daySheet([]),
};
