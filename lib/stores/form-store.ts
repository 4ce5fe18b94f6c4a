import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { type CallbackPromise, limits, type Owner } from '../domain/callback.ts';
import { type Act, composeCallback } from '../domain/compose.ts';
import type { Draft, DraftField } from '../domain/draft.ts';
import { personNamed } from '../domain/people.ts';
import type { PhoneReading, readPhone } from '../domain/phone.ts';
import type { promisedTimeChips } from '../domain/promised-time/promised-time-chips.ts';
import type { readPromisedTime } from '../domain/promised-time/read-promised-time.ts';
import type { PromisedTimeContext, PromisedTimeReading } from '../domain/promised-time/types.ts';
import type { Settings } from '../domain/settings.ts';
import { cleanText } from '../domain/text.ts';
import { reasonWords } from '../i18n/words.ts';
import type { CallbacksStore } from './callbacks-store.ts';
import type { ClockStore } from './clock-store.ts';
import type { DraftStore } from './draft-store.ts';
import type { StatusStore } from './status-store.ts';
import type { UndoStore } from './undo-store.ts';

/** The parsers of the form, in a chunk of their own: phone metadata is larger than the panel. */
export interface FormReaders {
  readPhone: typeof readPhone;
  readPromisedTime: typeof readPromisedTime;
  promisedTimeChips: typeof promisedTimeChips;
}

/** What the form understands of what is typed, and saving it. */
export interface FormStore {
  /** Null until the reader is loaded. */
  phone: ReadonlySignal<PhoneReading | null>;
  promise: ReadonlySignal<PromisedTimeReading | null>;
  /** The times promised most that lie ahead; null until the reader is loaded. */
  chips: ReadonlySignal<ReturnType<typeof promisedTimeChips> | null>;
  /** The reason that is filled in when none is typed. */
  standInReason: ReadonlySignal<string>;
  /** What stopped the last save, by field. */
  problems: ReadonlySignal<Partial<Record<DraftField, string>>>;
  saving: ReadonlySignal<boolean>;
  /** Saves the draft as a callback. Gives the field to go back to where something is in the way. */
  save(): Promise<{ saved: true } | { saved: false; field: DraftField | null }>;
  /** Empties the form, with undo. */
  clear(): void;
  /** The agent changed a field: what was wrong with it is no longer said. */
  settle(field: DraftField): void;
}

export interface FormStoreDeps {
  draft: DraftStore;
  callbacks: Pick<CallbacksStore, 'add' | 'remove'>;
  clock: ClockStore;
  settings: ReadonlySignal<Settings>;
  status: StatusStore;
  undo: UndoStore;
  act: () => Act;
  loadReaders: () => Promise<FormReaders>;
}

export function createFormStore(deps: FormStoreDeps): FormStore {
  const { draft, clock, settings } = deps;
  const readers = signal<FormReaders | null>(null);
  const problems = signal<Partial<Record<DraftField, string>>>({});
  const saving = signal(false);
  const loading = deps.loadReaders().then((loaded) => {
    readers.value = loaded;
    return loaded;
  });
  // A reader that cannot be loaded is told when saving needs it.
  loading.catch(() => {});

  const phone = computed(() => {
    const read = readers.value?.readPhone;
    return read ? read(draft.draft.value.fields.phone, settings.value.defaultCountry) : null;
  });
  const promise = computed(() => (readers.value ? readPromise(readers.value, draft.draft.value) : null));
  const standInReason = computed(() => {
    const { fields, happenedAt } = draft.draft.value;
    return reasonWords(fields.kind, happenedAt ?? clock.now.value, clock.zone.value);
  });

  function readPromise(read: FormReaders, current: Draft): PromisedTimeReading {
    const { chosenWindow, promiseSaidAt, fields } = current;
    if (chosenWindow) return { kind: 'understood', window: chosenWindow, shape: 'between' };
    return read.readPromisedTime(fields.promisedTime, timeContext(promiseSaidAt ?? clock.now.value));
  }
  function timeContext(saidAt: number): PromisedTimeContext {
    return {
      now: Temporal.Instant.fromEpochMilliseconds(saidAt).toZonedDateTimeISO(clock.zone.value),
      country: settings.value.defaultCountry,
      workingHours: settings.value.workingHours,
      language: 'en',
    };
  }

  function refuse(field: DraftField, problem: string): { saved: false; field: DraftField } {
    problems.value = { [field]: problem };
    deps.status.say(problem);
    return { saved: false, field };
  }

  async function saveDraft() {
    const read = await loading;
    const current = draft.draft.value;
    const { fields } = current;
    const number = read.readPhone(fields.phone, settings.value.defaultCountry);
    const time = readPromise(read, current);
    if (number.kind === 'no-number') return refuse('phone', i18n.t('form.noNumber'));
    // Judged as it will be stored: a name of invisible characters is none.
    const callerName = cleanText(fields.callerName, { max: limits.name });
    if (callerName === '' && number.kind === 'empty') {
      return refuse('callerName', i18n.t('form.needWho'));
    }
    if (time.kind === 'question') return refuse('promisedTime', questionWords(time));

    const act = deps.act();
    const happenedAt = current.happenedAt ?? act.now;
    const typedReason = cleanText(fields.reason, { max: limits.reason, multiline: true });
    const callback = composeCallback(
      {
        callerName,
        phone: number.kind === 'empty' ? null : number.phone,
        reference: fields.reference,
        reason: typedReason || reasonWords(fields.kind, happenedAt, clock.zone.value),
        reasonConfirmed: typedReason !== '',
        kind: fields.kind,
        promise: promiseFrom(time, fields.promisedTime, clock.zone.value),
        owner: ownerFrom(fields.owner),
        status: fields.status,
        happenedAt,
        source: current.source,
      },
      act,
    );
    await deps.callbacks.add([callback]);
    const who = callback.callerName || callback.phone?.asShown || i18n.t('common.unnamed');
    const putBack = draft.clear();
    problems.value = {};
    deps.status.say(i18n.t('form.saved', [who]));
    deps.undo.show({
      text: i18n.t('form.savedUndo', [who]),
      undo: async () => {
        await deps.callbacks.remove(callback.id);
        putBack();
        deps.status.say(i18n.t('form.undone'));
      },
    });
    return { saved: true } as const;
  }

  return {
    phone,
    promise,
    chips: computed(() => readers.value?.promisedTimeChips(timeContext(clock.now.value)) ?? null),
    standInReason,
    problems,
    saving,
    async save() {
      if (saving.value) return { saved: false, field: null };
      saving.value = true;
      try {
        return await saveDraft();
      } catch (error) {
        deps.status.say(i18n.t('form.saveFailed', [error instanceof Error ? error.message : String(error)]));
        return { saved: false, field: null };
      } finally {
        saving.value = false;
      }
    },
    clear() {
      const putBack = draft.clear();
      problems.value = {};
      deps.status.say(i18n.t('form.cleared'));
      deps.undo.show({ text: i18n.t('form.cleared'), undo: putBack });
    },
    settle(field) {
      if (problems.value[field]) problems.value = {};
    },
  };
}

/** An owner typed by name; null for an empty field. */
export function ownerFrom(name: string): Owner | null {
  return personNamed(name);
}

/** What is promised by an understood time; null where the field was empty. @param zone IANA. */
export function promiseFrom(time: PromisedTimeReading, words: string, zone: string): CallbackPromise | null {
  return time.kind === 'understood' ? { ...time.window, zone, words } : null;
}

/** The question a promised time raises, in words. */
export function questionWords(question: Extract<PromisedTimeReading, { kind: 'question' }>): string {
  switch (question.why) {
    case 'half-of-day':
      return i18n.t('promise.halfOfDay');
    case 'leftover':
      return i18n.t('promise.leftover', [question.leftover ?? '']);
    case 'in-the-past':
      return i18n.t('promise.inThePast');
    case 'outside-working-hours':
      return i18n.t('promise.outsideHours');
    case 'which-day':
      return i18n.t('promise.whichDay');
    case 'not-understood':
      return i18n.t('promise.notUnderstood');
  }
}
