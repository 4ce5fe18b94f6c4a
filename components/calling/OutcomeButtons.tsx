import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Callback, type Outcome, outcomes } from '../../lib/domain/callback.ts';
import { outcomeWord } from '../../lib/i18n/words.ts';
import { NeedsMore } from './NeedsMore.tsx';
import { useCalling } from './use-calling.ts';

interface OutcomeButtonsProps {
  callback: Callback;
  /** Told after an outcome was recorded. */
  onDone?: (outcome: Outcome) => void;
  /** The keys 1 to 6 are shown and answered by whoever shows these. */
  keys?: boolean;
}

/** How the call went, one click or key each. What was reached but needs more asks what comes next. */
export function OutcomeButtons({ callback, onDone, keys = false }: OutcomeButtonsProps) {
  const calling = useCalling(callback);
  const [needsMore, setNeedsMore] = useState(false);
  const choose = async (outcome: Outcome) => {
    if (outcome === 'reached, needs more') return setNeedsMore(true);
    await calling.finish({ outcome });
    onDone?.(outcome);
  };
  if (needsMore) {
    return (
      <NeedsMore
        callback={callback}
        onCancel={() => setNeedsMore(false)}
        onChoose={async (result) => {
          setNeedsMore(false);
          await calling.finish({ outcome: 'reached, needs more', ...result });
          onDone?.('reached, needs more');
        }}
      />
    );
  }
  return (
    <fieldset class="outcomes">
      <legend class="field-label">{i18n.t('calling.howDidItGo')}</legend>
      {outcomes.map((outcome, place) => (
        <button
          key={outcome}
          type="button"
          class="chip outcome"
          aria-label={outcomeWord(outcome)}
          aria-keyshortcuts={keys ? String(place + 1) : undefined}
          data-outcome={place + 1}
          onClick={() => choose(outcome)}
        >
          {keys ? <kbd>{place + 1}</kbd> : null}
          {outcomeWord(outcome)}
        </button>
      ))}
    </fieldset>
  );
}
