import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Callback, Outcome } from '../../lib/domain/callback.ts';
import { clockTime } from '../../lib/i18n/times.ts';
import { useList } from '../app-context.ts';
import { AttemptNotes } from './AttemptNotes.tsx';
import { NextSteps } from './NextSteps.tsx';
import { OutcomeButtons } from './OutcomeButtons.tsx';
import { useCalling } from './use-calling.ts';

/** Under an entry while it is being called, and right after: how it went, what follows, the note for the CRM. */
export function CallProgress({ callback }: { callback: Callback }) {
  const { clock } = useList();
  const calling = useCalling(callback);
  const [just, setJust] = useState<Outcome | null>(null);
  const { underWay } = calling;
  if (underWay) {
    return (
      <div class="call-progress">
        <p class="progress-head">
          <strong>{i18n.t('calling.inProgress', [clockTime(underWay.at, clock.zone.value)])}</strong>
          <button type="button" class="link" onClick={calling.withdraw}>
            {i18n.t('calling.abandon')}
          </button>
        </p>
        <OutcomeButtons callback={callback} onDone={setJust} />
      </div>
    );
  }
  if (!just) return null;
  return (
    <div class="call-progress">
      <NextSteps callback={callback} outcome={just} />
      <AttemptNotes callback={callback} />
      <button type="button" class="button quiet" onClick={() => setJust(null)}>
        {i18n.t('list.closeEdit')}
      </button>
    </div>
  );
}
