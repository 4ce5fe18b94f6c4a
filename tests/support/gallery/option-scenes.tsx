import { signal } from '@preact/signals';
import type { ComponentChild, ComponentChildren } from 'preact';
import { CareNotice } from '../../../components/CareNotice.tsx';
import { BackupOptions } from '../../../components/settings/BackupOptions.tsx';
import { LockOptions } from '../../../components/settings/LockOptions.tsx';
import { OptionsPage } from '../../../components/settings/OptionsPage.tsx';
import { PrivacyOptions } from '../../../components/settings/PrivacyOptions.tsx';
import { TeamSection } from '../../../components/settings/TeamSection.tsx';
import { fileLimits, type RefusedRow } from '../../../lib/backup/problem.ts';
import type { BackupStore } from '../../../lib/stores/backup-store.ts';
import type { ImportCounts, ImportStep } from '../../../lib/stores/import-store.ts';
import type { LockStore } from '../../../lib/stores/lock-store.ts';
import { aCallback, idAt, phone } from '../unit/entries.ts';
import { someOptions } from '../unit/options.ts';
import { somePrivacy } from '../unit/privacy.ts';
import { care } from './care.ts';
import { longOnes } from './entries.ts';

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

function aBackup(step: ImportStep): BackupStore {
  return {
    state: signal({ lastAt: 1_773_236_000_000, daily: true, dailyProblem: 'the disk is full' } as never),
    news: signal({ kind: 'exported', fileName: 'ringback-2026-03-11.json', callbacks: 1_204 }),
    exporting: signal(false),
    import: {
      step: signal(step),
      fileName: signal('callbacks of the second floor, exported by hand on Monday.csv'),
      open: nothingSoon,
      unlock: nothingSoon,
      setColumn: nothing,
      setHasHeader: nothing,
      check: nothingSoon,
      write: nothingSoon,
      cancel: nothing,
    },
    exportFile: nothingSoon,
    rescue: nothingSoon,
    setDaily: nothingSoon,
    stop: nothing,
  };
}

const section = (children: ComponentChildren): ComponentChild => (
  <main class="page options">
    <h1>Options</h1>
    {children}
  </main>
);
const importing = (step: ImportStep) => () => section(<BackupOptions store={aBackup(step)} />);

const refused: RefusedRow[] = Array.from({ length: fileLimits.refusedShown }, (_, at) => ({
  row: at * 3 + 4,
  code: (['no-name-or-number', 'time', 'invalid', 'twice'] as const)[at % 4] ?? 'invalid',
  detail: at % 4 === 1 ? 'sometime after the fair' : 'kind: urgent',
}));
const counts: ImportCounts = {
  added: 1_180,
  merged: 12,
  unchanged: 8,
  refused,
  refusedCount: 1_000,
  closedDays: 3,
  hasSettings: true,
};

/** The whole page. */
async function options(
  locked: boolean,
  notices?: ComponentChildren,
  refuse = false,
): Promise<ComponentChild> {
  const { store } = await someOptions(
    ['https://crm.example.com', 'https://a-very-long-name.support.example.com'],
    refuse ? { save: async () => ({ ok: false, errors: { storage: 'refused' } }) } : {},
  );
  if (refuse) await store.change({ yourName: 'Sam' });
  return (
    <OptionsPage
      store={store}
      privacy={somePrivacy().store}
      shortcuts={{ capture: keys }}
      firefox={false}
      mayNotify={false}
      loadCountries={async () => ['DE', 'GB', 'US']}
      team={<TeamSection inTeam={false} load={() => new Promise(nothing)} />}
      backup={<BackupOptions store={aBackup({ at: 'idle' })} sealed={signal(locked)} />}
      lock={<LockOptions store={store} lock={aLock(locked)} />}
      notices={notices}
    />
  );
}

/** Finding everything of one caller, and what came of it. */
async function forgetting(
  entries: Parameters<typeof aCallback>[0][],
  work?: (privacy: ReturnType<typeof somePrivacy>['store']) => Promise<void>,
): Promise<ComponentChild> {
  const { store: options } = await someOptions([]);
  const { store, repositories } = somePrivacy();
  await repositories.callbacks.add(entries.map((one, at) => aCallback({ id: idAt(at + 50), ...one })));
  store.ask('Rosalind Okafor');
  await store.find();
  await work?.(store);
  return section(<PrivacyOptions store={options} privacy={store} />);
}

const hers = { callerName: 'Rosalind Okafor', phone: phone('+14155550176') };
const traces = [
  hers,
  { ...longOnes[0], callerName: 'R. Okafor', phone: phone('+14155550176') },
  { callerName: 'Tobias Grant', notes: 'Ask Rosalind Okafor for the key' },
];

/** Options in what it may come to, and its parts that open when they are used. */
export const optionPages: Record<string, () => ComponentChild | Promise<ComponentChild>> = {
  options: () => options(false),
  'options, passcode on': () => options(true),
  'options, list unreadable': () =>
    options(
      false,
      <CareNotice care={care({ kind: 'storage', failure: 'unavailable' })} onBackUp={nothing} />,
    ),
  'options, not saved': () => options(false, null, true),
  'import, columns': importing({
    at: 'mapping',
    preview: {
      rows: [
        ['Anrufer', 'Rufnummer', 'Anliegen', 'Bis', 'Kundennummer und Vertrag'],
        ['Özil, Ana', '+49 30 901820', 'Rechnung wurde doppelt bezahlt', 'morgen', 'K-1042'],
        ['Weber', '030 901821', '', '', ''],
      ],
      hasHeader: true,
      mapping: ['callerName', 'phone', 'reason', 'promisedUntil', null],
    },
  }),
  'import, is read': importing({ at: 'reading', progress: 0.4 }),
  'import, passcode': importing({ at: 'passcode', wrong: true, turnsOn: true }),
  'import, what comes': importing({ at: 'checked', counts }),
  'import, nothing new': importing({
    at: 'checked',
    counts: {
      ...counts,
      added: 0,
      merged: 0,
      refused: [],
      refusedCount: 0,
      closedDays: 0,
      hasSettings: false,
    },
  }),
  'import, is written': importing({ at: 'writing', progress: 0.72 }),
  'import, stopped': importing({ at: 'cancelled' }),
  'import, done': importing({ at: 'done', counts, settingsTaken: true }),
  'import, refused': importing({ at: 'problem', code: 'truncated', row: 1_204 }),
  'import, no room': importing({ at: 'refused by storage', failure: 'full' }),
  'forget a caller': () => forgetting(traces),
  'forget a caller, nobody': () => forgetting([]),
  'forget a caller, 1,000 traces': () =>
    forgetting(Array.from({ length: 1_000 }, () => ({ ...hers, status: 'completed' as const, closedAt: 1 }))),
  'forget a caller, done': () => forgetting(traces, (store) => store.forget()),
};
