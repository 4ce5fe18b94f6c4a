import { type ReadonlySignal, signal } from '@preact/signals';
import type { Repositories } from '../db/open-database.ts';
import {
  belongsTo,
  type Captured,
  capField,
  type Draft,
  type DraftField,
  type DraftFields,
  type DraftRecord,
  fillDraft,
  isEmptyDraft,
  newDraft,
} from '../domain/draft.ts';

/** The callback being written in this window, and those parked beside it. */
export interface DraftStore {
  draft: ReadonlySignal<Draft>;
  /** Other unsaved drafts, newest first: the chips above the form. */
  parked: ReadonlySignal<Draft[]>;
  /** What the agent typed into a field. @param beside the tab typed beside, adopted by an unbound draft. */
  type<F extends DraftField>(field: F, text: DraftFields[F], beside: DraftRecord | null): void;
  /** Takes a promised time chosen with a click. @param words what the field then says. */
  choosePromise(window: NonNullable<Draft['chosenWindow']>, words: string, beside: DraftRecord | null): void;
  /** Puts a capture into the form; a draft of another record is parked first. */
  fill(captured: Captured): void;
  /** Changes a field without marking it as typed: a suggestion taken, a fix of how a number is written. */
  put<F extends DraftField>(field: F, text: DraftFields[F]): void;
  /** Empties the form; gives what puts everything back. */
  clear(): () => void;
  /** Takes a parked draft into the form; what was there is parked. */
  resume(id: string): void;
  /** Drops a parked draft; gives what puts it back. */
  discard(id: string): () => void;
  /** The tab has gone to another page: a draft begun there by hand no longer belongs to what it shows. */
  leftPage(tabId: number): void;
  /** Resolves when everything typed so far is stored. */
  settled(): Promise<void>;
  stop(): void;
}

export interface DraftStoreDeps {
  repositories: Pick<Repositories, 'drafts' | 'watch'>;
  windowId: number;
  /** Windows open now: drafts of others (before a restart) are orphans and may be taken over. */
  openWindowIds: readonly number[];
  owner: () => string;
  now: () => number;
  newId: () => string;
}

/** A tab that shows no record any more: no capture belongs to it. */
const noTab = -1;

/** Reads the stored drafts and takes up where this window left off. */
export async function createDraftStore(deps: DraftStoreDeps): Promise<DraftStore> {
  const { drafts, watch } = deps.repositories;
  const fresh = () => newDraft(deps.newId(), deps.owner(), deps.windowId, deps.now());
  // Where storage refuses, the form works all the same; saving will say what is wrong.
  const stored = (await drafts.all().catch((): Draft[] => [])).filter(({ forgotten }) => !forgotten);
  // Told apart at the start, by id and window: a window opened later is not among those known here, and what
  // it writes is its own; a draft another window has taken up carries that window's id from then on.
  const orphans = new Map(
    stored
      .filter(({ windowId }) => !deps.openWindowIds.includes(windowId))
      .map(({ id, windowId }) => [id, windowId]),
  );
  const orphaned = (draft: Draft) => orphans.get(draft.id) === draft.windowId;
  const mine =
    stored.find((draft) => !draft.parked && draft.windowId === deps.windowId) ??
    stored.find((draft) => !draft.parked && orphaned(draft));
  const draft = signal<Draft>(mine ? takenUp({ ...mine, windowId: deps.windowId }) : fresh());
  const parked = signal<Draft[]>([]);
  const writer = createWriter(drafts);
  // Taken up from a window that is gone: said at once, so that no second window takes it up as well.
  if (mine && mine.windowId !== deps.windowId) writer.put(draft.value);

  const stop = watch(
    () => drafts.all(),
    (all) => {
      const stored = all.find(({ id }) => id === draft.value.id);
      if (stored?.forgotten) {
        // Elsewhere its caller was forgotten. A new draft, so that nothing typed from here on is taken for it.
        writer.remove(stored.id);
        draft.value = fresh();
      }
      parked.value = all.filter(
        (other) => other.id !== draft.value.id && (other.parked || orphaned(other)) && !isEmptyDraft(other),
      );
    },
    () => {},
  );

  function show(next: Draft): void {
    draft.value = next;
    writer.put(next);
    parked.value = parked.value.filter((other) => other.id !== next.id);
  }
  /** Puts the form's draft aside, or away where there is nothing in it. */
  function park(): void {
    const current = draft.value;
    if (isEmptyDraft(current)) {
      writer.remove(current.id);
      return;
    }
    const aside = { ...current, parked: true };
    writer.put(aside);
    parked.value = [aside, ...parked.value];
  }

  function typed<F extends DraftField>(field: F, text: DraftFields[F], beside: DraftRecord | null): Draft {
    const current = draft.value;
    const promise = field === 'promisedTime' ? { chosenWindow: null, promiseSaidAt: deps.now() } : {};
    return {
      ...current,
      ...promise,
      fields: { ...current.fields, [field]: capField(field, text) },
      typed: current.typed.includes(field) ? current.typed : [...current.typed, field],
      record: current.record ?? beside,
      happenedAt: current.happenedAt ?? deps.now(),
      updatedAt: deps.now(),
    };
  }

  return {
    draft,
    parked,
    type(field, text, beside) {
      show(typed(field, text, beside));
    },
    choosePromise(window, words, beside) {
      show({ ...typed('promisedTime', words, beside), chosenWindow: window });
    },
    put(field, text) {
      show({ ...draft.value, fields: { ...draft.value.fields, [field]: text }, updatedAt: deps.now() });
    },
    fill(captured) {
      const current = draft.value;
      if (isEmptyDraft(current)) return show(fillDraft({ ...fresh(), id: current.id }, captured));
      if (belongsTo(current, captured)) return show(fillDraft(current, captured));
      const before = parked.value.find((other) => belongsTo(other, captured));
      park();
      show(fillDraft(before ? { ...before, windowId: deps.windowId } : fresh(), captured));
    },
    clear() {
      const cleared = draft.value;
      writer.remove(cleared.id);
      draft.value = fresh();
      return () => {
        if (cleared.id === draft.value.id) return;
        park();
        show(cleared);
      };
    },
    resume(id) {
      const chosen = parked.value.find((other) => other.id === id);
      if (!chosen) return;
      park();
      show({ ...chosen, parked: false, windowId: deps.windowId });
    },
    discard(id) {
      const dropped = parked.value.find((other) => other.id === id);
      if (!dropped) return () => {};
      parked.value = parked.value.filter((other) => other.id !== id);
      writer.remove(id);
      return () => {
        parked.value = [dropped, ...parked.value];
        writer.put({ ...dropped, parked: true });
      };
    },
    leftPage(tabId) {
      const begunThere = ({ record }: Draft) => record?.tabId === tabId && record.recordKey === '';
      const unbound = (left: Draft): Draft => ({ ...left, record: { tabId: noTab, recordKey: '' } });
      if (begunThere(draft.value)) show(unbound(draft.value));
      parked.value = parked.value.map((other) => {
        if (!begunThere(other)) return other;
        const left = unbound(other);
        writer.put(left);
        return left;
      });
    },
    settled: writer.settled,
    stop,
  };
}

/**
 * A stored draft in the form again. Begun by hand on a page whose address could not be seen, it belongs to no
 * tab any more: nobody knows what that tab has shown since.
 */
function takenUp(draft: Draft): Draft {
  const { record } = draft;
  return record?.recordKey === '' ? { ...draft, record: { ...record, tabId: noTab } } : draft;
}

/**
 * Writes drafts one after the other, each key press at once and never out of order; while one write is under
 * way later states of the same draft replace each other.
 */
function createWriter(drafts: Repositories['drafts']) {
  const waiting = new Map<string, Draft | null>();
  let running: Promise<void> | null = null;

  async function drain(): Promise<void> {
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [id, draft] = next.value;
      waiting.delete(id);
      await (draft ? drafts.put(draft) : drafts.remove(id));
    }
  }
  function schedule(id: string, draft: Draft | null): void {
    waiting.set(id, draft);
    running ??= drain().finally(() => {
      running = null;
    });
    // A failed draft write is told by the list, which reads the same database; typing must go on.
    running.catch(() => {});
  }
  return {
    put: (draft: Draft) => schedule(draft.id, draft),
    remove: (id: string) => schedule(id, null),
    settled: async () => {
      while (running) await running;
    },
  };
}
