import { i18n } from '#i18n';
import { attemptNote, markLogged } from '../../lib/domain/attempt-note.ts';
import {
  type AttemptResult,
  finishAttempt,
  startAttempt,
  unfinishedAttempts,
  withdrawAttempt,
} from '../../lib/domain/attempts.ts';
import type { Attempt, Callback } from '../../lib/domain/callback.ts';
import { clockTime, shortDate } from '../../lib/i18n/times.ts';
import { outcomeWord } from '../../lib/i18n/words.ts';
import { useList } from '../app-context.ts';
import { useEntryActions } from '../list/use-entry-actions.ts';

/** Calling the caller of one entry: the attempt, how it went, and its line for the CRM. */
export function useCalling(callback: Callback) {
  const services = useList();
  const { callbacks, status, undo, settings, clock } = services;
  const { attempt, who } = useEntryActions(callback);
  const me = settings.settings.value.memberId;
  // A colleague's call under way is theirs to finish.
  const mine = unfinishedAttempts(callback).filter(({ by }) => me === '' || by === null || by.id === me);
  const underWay = mine.at(-1) ?? null;

  const noteOf = (made: Attempt): string =>
    attemptNote(settings.settings.value.noteTemplate, callback, made, {
      date: shortDate(made.at, clock.zone.value),
      time: clockTime(made.at, clock.zone.value),
      outcome: made.outcome ? outcomeWord(made.outcome) : '',
    });

  /** Says what was done and offers to take it back. */
  const done = (text: string, before: Callback, after: Callback) => {
    status.say(text);
    undo.show({
      text,
      undo: async () => {
        await attempt(async () => {
          await callbacks.takeBack({ before, after });
          status.say(i18n.t('form.undone'));
        });
      },
    });
  };
  const copy = async (text: string, said: string) => {
    try {
      await services.copyText(text);
      status.say(said);
    } catch {
      status.say(i18n.t('calling.insertFailed.copyFailed'));
    }
  };

  return {
    who,
    /** The attempt nobody said the outcome of yet. */
    underWay,
    noteOf,
    /** @param number as dialled or copied; null for a desk phone */
    start: (number: string | null) =>
      attempt(async () => {
        await callbacks.change(callback.id, (stored, act) => startAttempt(stored, number, act));
        services.announceCall(callback.id);
      }),
    withdraw: () =>
      attempt(async () => {
        if (!underWay) return;
        await callbacks.change(callback.id, (stored, act) => withdrawAttempt(stored, underWay.id, act));
        services.announceCall(null);
      }),
    /** Gives the attempt as it was stored, null where storage refused. */
    finish: async (result: AttemptResult): Promise<Attempt | null> => {
      let made: Attempt | undefined;
      await attempt(async () => {
        // Also where they call back while they are being called: nothing may stay under way after that.
        const begun = underWay?.id ?? null;
        let before = callback;
        const after = await callbacks.change(callback.id, (stored, act) => {
          before = stored;
          return finishAttempt(stored, begun, result, act);
        });
        services.announceCall(null);
        made = after.attempts.find(({ id }) => id === begun) ?? after.attempts.at(-1);
        done(i18n.t('calling.recorded', [who, outcomeWord(result.outcome)]), before, after);
      });
      return made ?? null;
    },
    copyNumber: async () => {
      if (!callback.phone) return;
      await copy(callback.phone.e164 ?? callback.phone.asShown, i18n.t('calling.numberCopied'));
      await attempt(async () => {
        const number = callback.phone?.asShown ?? null;
        await callbacks.change(callback.id, (stored, act) => startAttempt(stored, number, act));
        services.announceCall(callback.id);
      });
    },
    copyText: () => copy(settings.settings.value.textFollowUp, i18n.t('calling.textCopied')),
    copyNote: (made: Attempt) => copy(noteOf(made), i18n.t('calling.noteCopied')),
    logged: (made: Attempt) =>
      attempt(async () => {
        await callbacks.change(callback.id, (stored, act) => markLogged(stored, made.id, act));
      }),
    /** Types the note into the page; where the page takes none it is copied, and that is said. */
    insertNote: async (made: Attempt) => {
      const inserted = await services.insertNote(noteOf(made));
      if (!inserted.inserted) {
        await copy(noteOf(made), whyCopied(inserted.why));
        return;
      }
      await attempt(async () => {
        await callbacks.change(callback.id, (stored, act) => markLogged(stored, made.id, act));
      });
      status.say(
        inserted.where
          ? i18n.t('calling.noteInsertedWhere', [inserted.where])
          : i18n.t('calling.noteInserted'),
      );
    },
  };
}

/** Why a note was copied instead of typed into the page. */
function whyCopied(why: string): string {
  switch (why) {
    case 'no-field':
    case 'read-only':
      return i18n.t('calling.insertFailed.noField');
    case 'not-taken':
    case 'failed':
      return i18n.t('calling.insertFailed.notTaken');
    default:
      return i18n.t('calling.insertFailed.noAccess');
  }
}
