import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import { rePromise } from '../../lib/domain/re-promise.ts';
import { useList } from '../app-context.ts';
import { useEntryActions } from '../list/use-entry-actions.ts';
import { TimeInput } from './TimeInput.tsx';

/** The answer is not there yet, the promise runs on: call anyway, say when, and keep the new time. */
export function RePromise({ callback }: { callback: Callback }) {
  const { callbacks, status } = useList();
  const { attempt, who } = useEntryActions(callback);
  return (
    <div class="notice warning re-promise">
      <p>{i18n.t('waiting.callAnyway')}</p>
      <TimeInput
        label={i18n.t('waiting.newTime')}
        name={i18n.t('list.fieldOf', [i18n.t('waiting.newTime'), who])}
        offer="usual"
        onTake={(promise) =>
          attempt(async () => {
            await callbacks.change(callback.id, (stored, act) => rePromise(stored, promise, act));
            status.say(i18n.t('calling.recorded', [who, i18n.t('waiting.rePromised')]));
          })
        }
      />
    </div>
  );
}
