import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Callback } from '../domain/callback.ts';
import type { DayRules } from '../domain/due.ts';
import {
  breakdown,
  type Dimension,
  dimensions,
  factsWithin,
  type Period,
  periodStart,
  type Row,
} from '../domain/insights/breakdown.ts';
import { type Fact, factsOf } from '../domain/insights/facts.ts';
import { type Figures, figuresOf } from '../domain/insights/figures.ts';
import type { Settings } from '../domain/settings.ts';
import type { ListState } from './callbacks-store.ts';

/** How many weeks can be looked at, the current one included. */
export const periods = [4, 12, 26, 52] as const;

/** The figures over a stretch of weeks, all of it and broken down. */
export interface InsightsStore {
  state: ReadonlySignal<ListState>;
  weeks: ReadonlySignal<number>;
  by: ReadonlySignal<Dimension>;
  /** What they can be broken down by: by owner only where the setting allows it. */
  dimensions: ReadonlySignal<readonly Dimension[]>;
  total: ReadonlySignal<Figures>;
  rows: ReadonlySignal<Row[]>;
  /** True where nothing within the period is decided. */
  empty: ReadonlySignal<boolean>;
  /** How many business minutes a missed call has. */
  missedMinutes: ReadonlySignal<number>;
  chooseWeeks(weeks: number): Promise<void>;
  chooseBy(by: Dimension): void;
  /** Reads anew. Resolves once the figures are there, or are known not to be. */
  load(): Promise<void>;
  /** Saves a table as a CSV file. */
  saveCsv(name: string, rows: readonly (readonly string[])[]): Promise<void>;
}

export interface InsightsStoreDeps {
  entriesSince: (start: number) => AsyncIterable<readonly Callback[]>;
  settings: ReadonlySignal<Settings>;
  rules: ReadonlySignal<DayRules>;
  /** Epoch ms. */
  now: () => number;
  loadCsv: () => Promise<(rows: readonly (readonly string[])[]) => string>;
  saveFile: (name: string, file: Blob) => void;
}

export function createInsightsStore(deps: InsightsStoreDeps): InsightsStore {
  const state = signal<ListState>('loading');
  const weeks = signal<number>(12);
  const wanted = signal<Dimension>('week');
  const facts = signal<Fact[]>([]);
  const period = signal<Period>({ weeks: weeks.value, now: deps.now(), zone: deps.rules.value.zone });
  const allowed = computed(() =>
    dimensions.filter((dimension) => dimension !== 'owner' || deps.settings.value.insightsByOwner),
  );
  const by = computed(() => (allowed.value.includes(wanted.value) ? wanted.value : 'week'));
  let latest = 0;

  async function load(): Promise<void> {
    latest += 1;
    const mine = latest;
    const rules = deps.rules.value;
    const asked: Period = { weeks: weeks.value, now: deps.now(), zone: rules.zone };
    try {
      const found: Fact[] = [];
      for await (const entries of deps.entriesSince(periodStart(asked))) {
        if (mine !== latest) return;
        for (const entry of entries) found.push(...factsOf(entry, rules, asked.now));
      }
      if (mine !== latest) return;
      period.value = asked;
      facts.value = factsWithin(found, asked);
      state.value = 'ready';
    } catch {
      if (mine === latest) state.value = 'failed';
    }
  }

  return {
    state,
    weeks,
    by,
    dimensions: allowed,
    total: computed(() => figuresOf(facts.value)),
    rows: computed(() => breakdown(facts.value, by.value, period.value)),
    empty: computed(() => facts.value.length === 0),
    missedMinutes: computed(() => deps.rules.value.clocks.missedMinutes),
    async chooseWeeks(chosen) {
      weeks.value = chosen;
      await load();
    },
    chooseBy(chosen) {
      wanted.value = chosen;
    },
    load,
    async saveCsv(name, rows) {
      const toCsv = await deps.loadCsv();
      // The mark tells spreadsheets that this is UTF-8.
      deps.saveFile(name, new Blob(['\uFEFF', toCsv(rows)], { type: 'text/csv;charset=utf-8' }));
    },
  };
}
