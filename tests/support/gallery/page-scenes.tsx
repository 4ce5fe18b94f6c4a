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
import type { Callback } from '../../../lib/domain/callback.ts';
import { dayList } from '../../../lib/domain/day-list.ts';
import { sortByUrgency } from '../../../lib/domain/priority.ts';
import { defaultSettings } from '../../../lib/domain/settings.ts';
import { dayTitle, shareTable } from '../../../lib/i18n/share-words.ts';
import type { FirstMinuteStore } from '../../../lib/stores/first-minute-store.ts';
import type { UnlockProblem } from '../../../lib/stores/unlock-store.ts';
import { aCallback, idAt, wednesday } from '../unit/entries.ts';
import { panelServices } from '../unit/services.ts';
import { day, longOnes, many } from './entries.ts';

const keys = 'Alt+Shift+K';
const nothing = () => {};
const nothingSoon = async () => {};

/** The first steps of a new agent, as in the panel. */
export function firstMinute(): ComponentChild {
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

async function daySheet(entries: Partial<Callback>[]): Promise<ComponentChild> {
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

const locked = (open: number | null, refused = false, wrong = false): ComponentChild => (
  <LockedScreen
    page={{
      store: {
        problem: signal<UnlockProblem>(wrong ? { why: 'wait', seconds: 8 } : null),
        trying: signal(false),
        unlock: nothingSoon,
      },
      counts: signal(open === null ? null : { open, overdue: 1, today: 2 }),
      captureRefused: signal(refused),
      erase: nothingSoon,
    }}
  />
);

/** The pages beside panel and review, and what is shown over or in their place. */
export const pages: Record<string, () => ComponentChild | Promise<ComponentChild>> = {
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
  locked: () => locked(7, true),
  'locked, wrong passcode': () => locked(7, false, true),
  'locked, nothing open': () => locked(null),
  'sheet of the day': () => daySheet(day),
  'sheet of an empty day': () => daySheet([]),
  'sheet of long texts': () => daySheet(longOnes),
  'sheet of 1,000 rows': () => daySheet(many),
  'sheet that cannot be read': () => <DaySheet table={null} onPrint={nothing} />,
};
