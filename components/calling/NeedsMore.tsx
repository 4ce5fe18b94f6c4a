import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Callback, CallbackPromise } from '../../lib/domain/callback.ts';
import { TimeInput } from './TimeInput.tsx';

interface NeedsMoreProps {
  callback: Callback;
  onChoose: (result: { needsAnswer: true } | { needsAnswer: false; nextPromise: CallbackPromise }) => void;
  onCancel: () => void;
}

/** They were reached, but it is not over: either an answer has to be found first, or a new time was agreed. */
export function NeedsMore({ callback, onChoose, onCancel }: NeedsMoreProps) {
  const who = callback.callerName || callback.phone?.asShown || i18n.t('common.unnamed');
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <fieldset
      class="needs-more"
      aria-label={i18n.t('calling.outcome.reachedMore')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // What was asked first is left first: whatever this stands in has an Escape of its own.
        event.stopPropagation();
        onCancel();
      }}
    >
      <button ref={first} type="button" class="chip" onClick={() => onChoose({ needsAnswer: true })}>
        {i18n.t('calling.needsAnswer')}
      </button>
      <TimeInput
        label={i18n.t('calling.needsTime')}
        name={i18n.t('list.fieldOf', [i18n.t('calling.needsTime'), who])}
        onTake={(nextPromise) => onChoose({ needsAnswer: false, nextPromise })}
      />
      <button type="button" class="button quiet" onClick={onCancel}>
        {i18n.t('common.close')}
      </button>
    </fieldset>
  );
}
