import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import { endEscalation, escalate } from '../../lib/domain/escalation.ts';
import { useList } from '../app-context.ts';
import { isTakingEnter } from '../ui/keys.ts';
import { useEntryActions } from './use-entry-actions.ts';

interface EscalationProps {
  callback: Callback;
  who: string;
}

/** Raises an entry with a reason, so that the review shows it high; or settles that again. */
export function Escalation({ callback, who }: EscalationProps) {
  const { callbacks, status } = useList();
  const { attempt } = useEntryActions(callback);
  const [reason, setReason] = useState('');
  const { escalation } = callback;

  const raise = () => {
    if (reason.trim() === '') return;
    attempt(async () => {
      await callbacks.change(callback.id, (stored, act) => escalate(stored, reason.trim(), act));
      setReason('');
      status.say(i18n.t('escalate.done', [who]));
    });
  };
  const end = () =>
    attempt(async () => {
      await callbacks.change(callback.id, endEscalation);
      status.say(i18n.t('escalate.ended', [who]));
    });

  if (escalation) {
    return (
      <p class="marks">
        <span class="tag late">
          {i18n.t('escalate.flag')}: {escalation.reason}
        </span>
        <button type="button" class="chip" aria-label={i18n.t('escalate.endOf', [who])} onClick={end}>
          {i18n.t('escalate.end')}
        </button>
      </p>
    );
  }
  return (
    <div class="field">
      <span class="field-label">{i18n.t('escalate.label')}</span>
      <span class="time-row">
        <input
          type="text"
          autocomplete="off"
          class="input"
          maxLength={300}
          placeholder={i18n.t('escalate.why')}
          aria-label={i18n.t('escalate.reason', [who])}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (!isTakingEnter(event)) return;
            event.preventDefault();
            raise();
          }}
        />
        <button
          type="button"
          class="button"
          aria-label={i18n.t('escalate.button', [who])}
          disabled={reason.trim() === ''}
          onClick={raise}
        >
          {i18n.t('escalate.label')}
        </button>
      </span>
    </div>
  );
}
