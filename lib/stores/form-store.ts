import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { type Callback, isOpen, type Owner } from '../domain/callback.ts';
import { type Act, type CallbackContent, composeCallback } from '../domain/compose.ts';
import type { Draft, DraftField } from '../domain/draft.ts';
import { mergeInto } from '../domain/merge.ts';
import type { PhoneReading } from '../domain/phone.ts';
import type { PromisedTimeChip } from '../domain/promised-time/promised-time-chips.ts';
import type { PromisedTimeReading } from '../domain/promised-time/types.ts';
import { findSameCaller, type SameCaller } from '../domain/same-caller.ts';
import { reasonWords } from '../i18n/words.ts';
import type { CallbacksStore } from './callbacks-store.ts';
import type { ClockStore } from './clock-store.ts';
import type { DraftStore } from './draft-store.ts';
import { type DraftContext, type FormReaders, readDraft, readDraftTime, timeContext } from './read-draft.ts';
import type { SettingsStore } from './settings-store.ts';
import type { StatusStore } from './status-store.ts';
import type { UndoStore } from './undo-store.ts';

/** What became of saving: kept, or why not and where to look. */
export type SaveOutcome = { saved: true; merged: boolean } | { saved: false; field: DraftField | null };

/** What the form understands of what is typed, and saving it. */
export interface FormStore {
  /** Null until the reader is loaded. */
  phone: ReadonlySignal<PhoneReading | null>;
  promise: ReadonlySignal<PromisedTimeReading | null>;
  /** The times promised most that lie ahead; null until the reader is loaded. */
  chips: ReadonlySignal<PromisedTimeChip[] | null>;
  /** The reason that is filled in when none is typed. */
  standInReason: ReadonlySignal<string>;
  /** What stopped the last save, by field. */
  problems: ReadonlySignal<Partial<Record<DraftField, string>>>;
  saving: ReadonlySignal<boolean>;
  /** Entries that may be of the caller in the form, the surest first. */
  same: ReadonlySignal<SameCaller[]>;
  /** True once the agent was told that the caller is on the list already and has not chosen yet. */
  askSame: ReadonlySignal<boolean>;
  /** Saves the draft. A caller who is on the list already is asked about, unless `anyway`. */
  save(how?: { anyway?: boolean }): Promise<SaveOutcome>;
  /** Puts what the form holds into an open entry of the same caller. */
  merge(id: string): Promise<SaveOutcome>;
  /** Saves with nothing to fill in: into the open entry of the same caller where there is one. */
  saveAtOnce(): Promise<SaveOutcome>;
  /** Empties the form, with undo. */
  clear(): void;
  /** The agent changed a field: what was wrong with it is no longer said. */
  settle(field: DraftField): void;
  stop(): void;
}

export interface FormStoreDeps {
  draft: DraftStore;
  callbacks: Pick<CallbacksStore, 'add' | 'remove' | 'change' | 'takeBack' | 'open' | 'withPhone' | 'loaded'>;
  clock: ClockStore;
  settings: SettingsStore;
  status: StatusStore;
  undo: UndoStore;
  act: () => Act;
  people: ReadonlySignal<readonly Owner[]>;
  loadReaders: () => Promise<FormReaders>;
  /** Told of every draft that was saved, as it was. */
  onSaved: (draft: Draft) => void;
}

export function createFormStore(deps: FormStoreDeps): FormStore {
  const { draft, clock, callbacks } = deps;
  const readers = signal<FormReaders | null>(null);
  const problems = signal<Partial<Record<DraftField, string>>>({});
  const saving = signal(false);
  const askSame = signal(false);
  const earlier = signal<Callback[]>([]);
  const loading = deps.loadReaders().then((loaded) => {
    readers.value = loaded;
    return loaded;
  });
  // A reader that cannot be loaded is told when saving needs it.
  loading.catch(() => {});

  const context = (): DraftContext => ({
    settings: deps.settings.settings.value,
    rules: deps.settings.rules.value,
    now: clock.now.value,
    people: deps.people.value,
  });
  const phone = computed(() => {
    const read = readers.value?.readPhone;
    return read ? read(draft.draft.value.fields.phone, deps.settings.settings.value.defaultCountry) : null;
  });
  const promise = computed(() =>
    readers.value ? readDraftTime(draft.draft.value, readers.value, context()) : null,
  );
  const number = computed(() => (phone.value?.kind === 'valid' ? phone.value.phone.e164 : null));
  const same = computed(() => {
    const { callerName, reference } = draft.draft.value.fields;
    const read = phone.value;
    const candidate = { callerName, reference, phone: read && 'phone' in read ? read.phone : null };
    const open = callbacks.open.value;
    const closed = earlier.value.filter((entry) => !isOpen(entry));
    return findSameCaller(candidate, [...open, ...closed], clock.now.value);
  });
  /** Closed entries of the number in the form are read when there is one: the list holds the latest only. */
  const stop = effect(() => {
    const wanted = number.value;
    if (!wanted) {
      earlier.value = [];
      return;
    }
    callbacks.withPhone(wanted).then(
      (found) => {
        if (number.value === wanted) earlier.value = found;
      },
      () => {},
    );
  });

  function refuse(field: DraftField | null, problem: string): SaveOutcome {
    problems.value = field ? { [field]: problem } : {};
    deps.status.say(problem);
    return { saved: false, field };
  }

  /** The form is done with: emptied, unless another record was captured into it meanwhile. */
  function done(text: string, draftId: string, merged: boolean, takeBack: () => Promise<void>): SaveOutcome {
    const current = draft.draft.value;
    if (current.id === draftId) deps.onSaved(current);
    // Another record may have been captured meanwhile: then this draft waits as a chip.
    const putBack = current.id === draftId ? draft.clear() : draft.discard(draftId);
    problems.value = {};
    askSame.value = false;
    deps.status.say(text);
    deps.undo.show({
      text,
      undo: async () => {
        await takeBack();
        putBack();
        deps.status.say(i18n.t('form.undone'));
      },
    });
    return { saved: true, merged };
  }

  async function keep(content: CallbackContent, draftId: string): Promise<SaveOutcome> {
    const callback = composeCallback(content, deps.act());
    await callbacks.add([callback]);
    return done(i18n.t('form.saved', [nameOf(callback)]), draftId, false, async () => {
      await callbacks.remove(callback.id);
    });
  }

  async function mergeContent(id: string, content: CallbackContent, draftId: string): Promise<SaveOutcome> {
    let before: Callback | null = null;
    const merged = await callbacks.change(id, (stored, act) => {
      before = stored;
      return mergeInto(stored, content, act);
    });
    return done(i18n.t('same.merged', [nameOf(merged)]), draftId, true, async () => {
      if (before) await callbacks.takeBack({ before, after: merged });
    });
  }

  /** The open entry that is surely of the caller in the form. */
  const certain = () =>
    same.value.find(({ sameness }) => sameness === 'same number' || sameness === 'same name and account');
  /** Any open entry the agent should know of before a second one is made. */
  const toAsk = () => same.value.find(({ sameness }) => sameness !== 'recently closed');

  type Keep = (content: CallbackContent, draftId: string) => Promise<SaveOutcome>;

  /** Reads the draft and does something with it; a refusal of storage is said, and what was typed stays. */
  async function withContent(act: Keep): Promise<SaveOutcome> {
    if (saving.value) return { saved: false, field: null };
    saving.value = true;
    // Emptied first, so that the same words said twice in a row are heard twice.
    deps.status.say('');
    try {
      const read = await loading;
      // A panel that opened a moment ago has not read the list yet, and nobody is to be on it twice.
      await callbacks.loaded;
      const current = draft.draft.value;
      const reading = readDraft(current, read, { ...context(), now: deps.act().now });
      return reading.ok ? await act(reading.content, current.id) : refuse(reading.field, reading.problem);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return refuse(null, i18n.t('form.saveFailed', [why]));
    } finally {
      saving.value = false;
    }
  }

  return {
    phone,
    promise,
    chips: computed(() => readers.value?.promisedTimeChips(timeContext(clock.now.value, context())) ?? null),
    standInReason: computed(() => {
      const { fields, happenedAt } = draft.draft.value;
      return reasonWords(fields.kind, happenedAt ?? clock.now.value, clock.zone.value);
    }),
    problems,
    saving,
    same,
    askSame,
    save: ({ anyway = false } = {}) =>
      withContent(async (content, draftId) => {
        if (anyway || !toAsk()) return keep(content, draftId);
        askSame.value = true;
        return refuse(null, i18n.t('same.needsChoice'));
      }),
    merge: (id) => withContent((content, draftId) => mergeContent(id, content, draftId)),
    saveAtOnce: () =>
      withContent((content, draftId) => {
        const entry = certain();
        return entry ? mergeContent(entry.callback.id, content, draftId) : keep(content, draftId);
      }),
    clear() {
      const putBack = draft.clear();
      problems.value = {};
      askSame.value = false;
      deps.status.say(i18n.t('form.cleared'));
      deps.undo.show({ text: i18n.t('form.cleared'), undo: putBack });
    },
    settle(field) {
      askSame.value = false;
      if (problems.value[field]) problems.value = {};
    },
    stop,
  };
}

function nameOf({ callerName, phone }: Callback): string {
  return callerName || phone?.asShown || i18n.t('common.unnamed');
}
