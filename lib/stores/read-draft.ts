import { i18n } from '#i18n';
import { type CallbackPromise, limits, type Owner } from '../domain/callback.ts';
import type { CallbackContent } from '../domain/compose.ts';
import type { Draft, DraftField } from '../domain/draft.ts';
import type { DayRules } from '../domain/due.ts';
import { ownerNamed } from '../domain/people.ts';
import type { readPhone } from '../domain/phone.ts';
import { checkPromise } from '../domain/promise-check.ts';
import type { promisedTimeChips } from '../domain/promised-time/promised-time-chips.ts';
import type { readPromisedTime } from '../domain/promised-time/read-promised-time.ts';
import type { PromisedTimeContext, PromisedTimeReading } from '../domain/promised-time/types.ts';
import { defaultOwner, type Settings } from '../domain/settings.ts';
import { cleanText } from '../domain/text.ts';
import { promisedTimeLanguage } from '../i18n/language.ts';
import { reasonWords } from '../i18n/words.ts';

/** The parsers of the form, in a chunk of their own: phone metadata is larger than the panel. */
export interface FormReaders {
  readPhone: typeof readPhone;
  readPromisedTime: typeof readPromisedTime;
  promisedTimeChips: typeof promisedTimeChips;
}

/** What a draft is read against. */
export interface DraftContext {
  settings: Settings;
  rules: DayRules;
  /** Epoch ms. */
  now: number;
  /** The members of the team; nobody without one. */
  people: readonly Owner[];
}

/** What the draft says, or the field in the way and why. */
export type DraftReading =
  | { ok: true; content: CallbackContent }
  | { ok: false; field: DraftField; problem: string };

/** Reads a whole draft: a name or a number is needed, and a promised time must be certain and not over. */
export function readDraft(draft: Draft, read: FormReaders, context: DraftContext): DraftReading {
  const { settings, rules, now } = context;
  const { fields } = draft;
  const number = read.readPhone(fields.phone, settings.defaultCountry);
  const time = readDraftTime(draft, read, context);
  if (number.kind === 'no-number') return { ok: false, field: 'phone', problem: i18n.t('form.noNumber') };
  // Judged as they will be stored: a name of invisible characters is none.
  const callerName = cleanText(fields.callerName, { max: limits.name });
  const typedReason = cleanText(fields.reason, { max: limits.reason, multiline: true });
  if (callerName === '' && number.kind === 'empty') {
    return { ok: false, field: 'callerName', problem: i18n.t('form.needWho') };
  }
  if (time.kind === 'question') return { ok: false, field: 'promisedTime', problem: questionWords(time) };
  if (time.kind === 'understood' && checkPromise(time.window, rules, now) === 'in-the-past') {
    return { ok: false, field: 'promisedTime', problem: i18n.t('promise.inThePast') };
  }
  const happenedAt = draft.happenedAt ?? now;
  return {
    ok: true,
    content: {
      callerName,
      phone: number.kind === 'empty' ? null : number.phone,
      reference: fields.reference,
      reason: typedReason || reasonWords(fields.kind, happenedAt, rules.zone),
      reasonConfirmed: typedReason !== '',
      kind: fields.kind,
      promise: promiseFrom(time, fields.promisedTime, rules.zone),
      owner: ownerNamed(fields.owner, context.people, defaultOwner(settings)),
      status: fields.status,
      happenedAt,
      source: draft.source,
    },
  };
}

/** The draft's promised time; "in 20 minutes" counts from when it was typed. */
export function readDraftTime(draft: Draft, read: FormReaders, context: DraftContext): PromisedTimeReading {
  const { chosenWindow, promiseSaidAt, fields } = draft;
  if (chosenWindow) return { kind: 'understood', window: chosenWindow, shape: 'between' };
  return read.readPromisedTime(fields.promisedTime, timeContext(promiseSaidAt ?? context.now, context));
}

/** What promised times are read against. @param saidAt epoch ms */
export function timeContext(
  saidAt: number,
  { settings, rules }: Pick<DraftContext, 'settings' | 'rules'>,
): PromisedTimeContext {
  return {
    now: Temporal.Instant.fromEpochMilliseconds(saidAt).toZonedDateTimeISO(rules.zone),
    country: settings.defaultCountry,
    workingHours: settings.workingHours,
    language: promisedTimeLanguage(),
  };
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
