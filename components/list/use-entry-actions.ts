import { i18n } from '#i18n';
import type { Callback, Status } from '../../lib/domain/callback.ts';
import { type CallbackEdit, editCallback } from '../../lib/domain/compose.ts';
import { ownerNamed } from '../../lib/domain/people.ts';
import { defaultOwner } from '../../lib/domain/settings.ts';
import { statusWord } from '../../lib/i18n/words.ts';
import { useList } from '../app-context.ts';

/** What can be done to one entry, each with the way back and a plain line where storage refuses. */
export function useEntryActions(callback: Callback) {
  const { callbacks, status, undo, people, settings } = useList();
  const unnamed = i18n.t(callback.anonymisedAt === null ? 'common.unnamed' : 'privacy.anonymised');
  const who = callback.callerName || callback.phone?.asShown || unnamed;

  async function attempt(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      // lib/db names it; the list will have dropped the entry by the time this is read.
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      if (name === 'CallbackGoneError') status.say(i18n.t('list.gone'));
      else if (name === 'CallbackAnonymisedError') status.say(i18n.t('privacy.isAnonymised'));
      else status.say(i18n.t('list.editFailed', [message]));
      return false;
    }
  }

  return {
    /** Who the entry is about, as it is called on the screen. */
    who,
    /** Runs a write; a refusal is said in a plain line. Gives whether it was stored. */
    attempt,
    setStatus: (next: Status) =>
      attempt(async () => {
        if (next === callback.status) return;
        let before = callback;
        const after = await callbacks.change(callback.id, (stored, act) => {
          before = stored;
          return editCallback(stored, { status: next }, act);
        });
        const text = i18n.t('list.statusChanged', [who, statusWord(next)]);
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
      }),
    /** @param seen the entry as it stood when the agent began to type */
    edit: (edit: CallbackEdit, seen = callback) =>
      attempt(async () => {
        await callbacks.edit(callback.id, edit, seen);
      }),
    /** Gives the entry to somebody, or to nobody where the name is empty; its history keeps who gave it to whom. */
    handOver: (name: string) =>
      attempt(async () => {
        const owner = ownerNamed(name, people.value, defaultOwner(settings.settings.value));
        const after = await callbacks.edit(callback.id, { owner }, callback);
        if (after.owner && after.owner.id !== owner?.id) {
          status.say(i18n.t('owner.taken', [who, after.owner.name]));
          return;
        }
        status.say(i18n.t('owner.handedOver', [who, owner?.name ?? i18n.t('common.nobody')]));
      }),
    remove: () =>
      attempt(async () => {
        const removed = await callbacks.remove(callback.id);
        if (!removed) return;
        const text = i18n.t('list.deleted', [who]);
        status.say(text);
        undo.show({
          text,
          undo: async () => {
            await attempt(async () => {
              await callbacks.bringBack(removed);
              status.say(i18n.t('form.undone'));
            });
          },
        });
      }),
  };
}
