import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import { clockTime } from '../../lib/i18n/times.ts';
import { useList } from '../app-context.ts';
import { AttemptNotes } from './AttemptNotes.tsx';
import { NextSteps } from './lazy.ts';
import { OutcomeButtons } from './OutcomeButtons.tsx';
import { useCalling } from './use-calling.ts';

/** Under an entry while it is being called, and right after: how it went, what follows, the note for the CRM. */
export function CallProgress({ callback }: { callback: Callback }) {
  const { clock } = useList();
  const calling = useCalling(callback);
  const [madeId, setMadeId] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { underWay } = calling;
  // An outcome taken back is no longer there.
  const made = callback.attempts.find(({ id, outcome }) => id === madeId && outcome !== null);
  // The entry may have moved down the list with its new status, and the button that was pressed is gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each call.
  useLayoutEffect(() => {
    if (!made) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [made?.id]);
  if (underWay) {
    return (
      <div class="call-progress">
        <p class="progress-head">
          <strong>{i18n.t('calling.inProgress', [clockTime(underWay.at, clock.zone.value)])}</strong>
          <button type="button" class="link" onClick={calling.withdraw}>
            {i18n.t('calling.abandon')}
          </button>
        </p>
        <OutcomeButtons callback={callback} onDone={({ id }) => setMadeId(id)} />
      </div>
    );
  }
  if (!made?.outcome) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls that are filled in.
    <div ref={box} class="call-progress" role="group" aria-label={i18n.t('calling.nextStep')} tabIndex={-1}>
      <NextSteps callback={callback} outcome={made.outcome} />
      <AttemptNotes callback={callback} />
      <button type="button" class="button quiet" onClick={() => setMadeId(null)}>
        {i18n.t('list.closeEdit')}
      </button>
    </div>
  );
}
