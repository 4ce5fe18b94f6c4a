import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PrivateRepositories } from '../db/open-with-privacy.ts';
import type { Forgotten, Trace, Traces } from '../db/privacy-repository.ts';
import type { Phone } from '../domain/callback.ts';
import type { CallerQuery } from '../domain/forget.ts';
import type { PhoneReading } from '../domain/phone.ts';

export type { Trace } from '../db/privacy-repository.ts';

/** For how long what was forgotten can be had back. */
export const undoFor = 30_000;

/** Traces of a caller, with the words they were looked for by. */
export interface FoundTraces extends Traces {
  query: CallerQuery;
}

export type PrivacyState = 'idle' | 'searching' | 'found' | 'forgotten' | 'undone' | 'failed';

/** "Forget this caller": find every trace, choose, take away, and have it back for half a minute. */
export interface PrivacyStore {
  state: ReadonlySignal<PrivacyState>;
  /** What is in the field. */
  asked: ReadonlySignal<string>;
  found: ReadonlySignal<FoundTraces | null>;
  /** Ids of the entries and drafts that are to go. */
  chosen: ReadonlySignal<ReadonlySet<string>>;
  /** How many traces the last press took. */
  took: ReadonlySignal<number>;
  canUndo: ReadonlySignal<boolean>;
  ask(text: string): void;
  /** Looks for the name or number in the field. */
  find(): Promise<void>;
  /** Looks for the caller of an entry: its name and all its numbers. */
  findCallerOf(callbackId: string): Promise<void>;
  choose(id: string, chosen: boolean): void;
  forget(): Promise<void>;
  undo(): Promise<void>;
  stop(): void;
}

export interface PrivacyStoreDeps {
  repositories: Pick<PrivateRepositories, 'callbacks' | 'privacy'>;
  /** The phone library, loaded when a number is looked for. */
  loadReadPhone: () => Promise<(text: string, country: string) => PhoneReading>;
  country: () => string;
  now: () => number;
  newId: () => string;
  /** @returns stops it */
  after: (ms: number, run: () => void) => () => void;
  /** Throws away what waits for a panel, and notifications with names in them. */
  onForgotten: () => Promise<void>;
  /** Tells the background that something was written. */
  onWritten: () => void;
}

export function createPrivacyStore(deps: PrivacyStoreDeps): PrivacyStore {
  const { callbacks, privacy } = deps.repositories;
  const state = signal<PrivacyState>('idle');
  const asked = signal('');
  const found = signal<FoundTraces | null>(null);
  const chosen = signal<ReadonlySet<string>>(new Set());
  const took = signal(0);
  /** In memory alone: closing the page makes it final. */
  const forgotten = signal<Forgotten | null>(null);
  let stopTimer = () => {};

  /** Runs it, and says so where storage refuses. */
  async function attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch {
      state.value = 'failed';
    }
  }

  async function search(query: CallerQuery): Promise<void> {
    const traces = await privacy.traces(query);
    found.value = { ...traces, query };
    chosen.value = new Set([
      ...traces.entries.filter(isSure(query)).map(idOfTrace),
      ...traces.drafts.map(idOf),
    ]);
    state.value = 'found';
  }

  async function queryOf(text: string): Promise<CallerQuery> {
    if (!/\d.*\d.*\d.*\d/.test(text)) return { name: text, phones: [] };
    const reading = (await deps.loadReadPhone())(text, deps.country());
    const phones: Phone[] = 'phone' in reading ? [reading.phone] : [];
    // Words beside the digits may be a name: "Studio 54000".
    return { name: /\p{L}/u.test(text) ? text : '', phones };
  }

  function endUndo(): void {
    stopTimer();
    forgotten.value = null;
  }

  return {
    state,
    asked,
    found,
    chosen,
    took,
    canUndo: computed(() => forgotten.value !== null),
    ask(text) {
      asked.value = text;
    },
    find: () =>
      attempt(async () => {
        const text = asked.value.trim();
        found.value = null;
        if (text === '') {
          state.value = 'idle';
          return;
        }
        state.value = 'searching';
        await search(await queryOf(text));
      }),
    findCallerOf: (callbackId) =>
      attempt(async () => {
        const entry = await callbacks.get(callbackId);
        if (!entry) return;
        const phones = [entry.phone, ...entry.alternatePhones].flatMap((phone) => phone ?? []);
        asked.value = entry.callerName || (phones[0]?.asShown ?? '');
        state.value = 'searching';
        await search({ name: entry.callerName, phones });
      }),
    choose(id, isChosen) {
      const next = new Set(chosen.value);
      if (isChosen) next.add(id);
      else next.delete(id);
      chosen.value = next;
    },
    forget: () =>
      attempt(async () => {
        const traces = found.value;
        if (!traces || chosen.value.size === 0) return;
        const picked = {
          entries: traces.entries.filter(({ callback }) => chosen.value.has(callback.id)),
          drafts: traces.drafts.filter(({ id }) => chosen.value.has(id)),
        };
        const went = await privacy.forget(picked, traces.query, deps.now());
        took.value = picked.entries.length + picked.drafts.length;
        found.value = null;
        asked.value = '';
        endUndo();
        forgotten.value = went;
        stopTimer = deps.after(undoFor, endUndo);
        state.value = 'forgotten';
        await deps.onForgotten();
        deps.onWritten();
      }),
    undo: () =>
      attempt(async () => {
        const went = forgotten.value;
        if (!went) return;
        endUndo();
        await privacy.bringBack(went, deps.newId);
        state.value = 'undone';
        deps.onWritten();
      }),
    stop: endUndo,
  };
}

function idOf({ id }: { id: string }): string {
  return id;
}

function idOfTrace({ callback }: Trace): string {
  return callback.id;
}

/** One word is many people's name: where it only stands in a text, somebody is to look first. */
function isSure({ name, phones }: CallerQuery): (trace: Trace) => boolean {
  const precise = phones.length > 0 || name.trim().includes(' ');
  return ({ kind }) => kind === 'caller' || (kind === 'mention' && precise);
}
