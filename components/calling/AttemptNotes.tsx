import { i18n } from '#i18n';
import { unloggedAttempts } from '../../lib/domain/attempt-note.ts';
import type { Callback } from '../../lib/domain/callback.ts';
import { useCalling } from './use-calling.ts';

/** The note lines of attempts that are not in the CRM yet: what is not logged did not happen. */
export function AttemptNotes({ callback }: { callback: Callback }) {
  const calling = useCalling(callback);
  const open = unloggedAttempts(callback);
  if (open.length === 0) return null;
  return (
    <div class="notes">
      {open.map((made) => (
        <div key={made.id}>
          <p class="note-line">{calling.noteOf(made)}</p>
          <span class="chips">
            <button type="button" class="chip" onClick={() => calling.insertNote(made)}>
              {i18n.t('calling.insertNote')}
            </button>
            <button type="button" class="chip" onClick={() => calling.copyNote(made)}>
              {i18n.t('calling.copyNote')}
            </button>
            <button type="button" class="chip" onClick={() => calling.logged(made)}>
              {i18n.t('calling.markLogged')}
            </button>
          </span>
        </div>
      ))}
    </div>
  );
}
