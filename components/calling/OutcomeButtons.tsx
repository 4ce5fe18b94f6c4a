import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AttemptResult } from '../../lib/domain/attempts.ts';
import { type Attempt, type Callback, type Outcome, outcomes } from '../../lib/domain/callback.ts';
import { outcomeWord } from '../../lib/i18n/words.ts';
import { NeedsMore } from './lazy.ts';
import { useCalling } from './use-calling.ts';

interface OutcomeButtonsProps {
  callback: Callback;
  /** Told once an outcome is stored. */
  onDone: (made: Attempt) => void;
  /** The keys 1 to 6 are shown and answered by whoever shows these. */
  keys?: boolean;
}

/** The caller was quicker than the agent. */
const quicker: Outcome = 'they called back';

/** As `aria-keyshortcuts` has them. */
function keysOf(outcome: Outcome, place: number): string {
  return outcome === quicker ? `${place + 1} B` : String(place + 1);
}

/** How the call went, one click or key each. What was reached but needs more asks what comes next. */
export function OutcomeButtons({ callback, onDone, keys = false }: OutcomeButtonsProps) {
  const calling = useCalling(callback);
  const [needsMore, setNeedsMore] = useState(false);
  const buttons = useRef<HTMLFieldSetElement>(null);
  const wasAsked = useRef(false);
  // `2` and then Enter, pressed as fast as keys go: the question has to be there for the second one.
  useEffect(NeedsMore.fetchAhead, []);
  // Back from the question nobody answered, the keyboard is where it was.
  useLayoutEffect(() => {
    if (wasAsked.current && !needsMore) {
      buttons.current?.querySelector<HTMLElement>('[data-outcome="2"]')?.focus();
    }
    wasAsked.current = needsMore;
  }, [needsMore]);
  const finish = async (result: AttemptResult) => {
    const made = await calling.finish(result);
    if (made) onDone(made);
  };
  const choose = (outcome: Outcome) => {
    if (outcome === 'reached, needs more') setNeedsMore(true);
    else finish({ outcome });
  };
  if (needsMore) {
    return (
      <NeedsMore
        callback={callback}
        onCancel={() => setNeedsMore(false)}
        onChoose={(result) => {
          setNeedsMore(false);
          finish({ outcome: 'reached, needs more', ...result });
        }}
      />
    );
  }
  return (
    <fieldset ref={buttons} class="outcomes">
      <legend class="field-label">{i18n.t('calling.howDidItGo')}</legend>
      {outcomes.map((outcome, place) => (
        <button
          key={outcome}
          type="button"
          class="chip outcome"
          aria-keyshortcuts={keys ? keysOf(outcome, place) : undefined}
          data-outcome={place + 1}
          // News of its own, which may come before any call: it has a letter beside its number.
          data-key={outcome === quicker ? 'b' : undefined}
          onClick={() => choose(outcome)}
        >
          {outcomeWord(outcome)}
        </button>
      ))}
    </fieldset>
  );
}
