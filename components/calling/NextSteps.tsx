import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { shouldAskToStop } from '../../lib/domain/attempts.ts';
import type { Callback, Outcome } from '../../lib/domain/callback.ts';
import { type NextStep, nextSteps, retrySteps, retryTime } from '../../lib/domain/next-steps.ts';
import { windowWords } from '../../lib/i18n/times.ts';
import { useList } from '../app-context.ts';
import { EditNumber } from '../list/EditNumber.tsx';
import { useEntryActions } from '../list/use-entry-actions.ts';
import { TimeInput } from './TimeInput.tsx';
import { useCalling } from './use-calling.ts';

interface NextStepsProps {
  callback: Callback;
  outcome: Outcome;
}

/** What can follow an attempt, and after many in vain the question whether to stop. */
export function NextSteps({ callback, outcome }: NextStepsProps) {
  const { settings, clock, status } = useList();
  const { edit, setStatus } = useEntryActions(callback);
  const calling = useCalling(callback);
  const [scheduling, setScheduling] = useState(false);
  const rules = settings.rules.value;
  const now = clock.now.value;
  const zone = clock.zone.value;
  const { maxAttempts } = settings.settings.value;

  const take = async (step: NextStep) => {
    const retry = retrySteps.find((one) => one === step);
    if (retry) {
      const window = retryTime(retry, callback, rules, now);
      if (!window) return;
      const words = windowWords(window, now, zone);
      await edit({ promise: { ...window, zone, words } });
      status.say(i18n.t('calling.stepDone', [words]));
    } else if (step === 'send text follow-up') {
      await calling.copyText();
    } else if (step === 'send information') {
      const note = i18n.t('calling.step.info');
      await edit({ notes: callback.notes === '' ? note : `${callback.notes}\n${note}` });
      status.say(i18n.t('calling.infoNoted'));
    } else {
      setScheduling(true);
    }
  };
  const steps = nextSteps(outcome, callback);
  const offered = steps.filter((step) => step !== 'find another number');

  return (
    <div class="next-steps">
      {shouldAskToStop(callback, maxAttempts) ? (
        <div class="notice warning">
          <p>{i18n.t('calling.askStop', [String(callback.attempts.length)])}</p>
          <button type="button" class="button" onClick={() => setStatus('no longer needed')}>
            {i18n.t('calling.stop')}
          </button>
        </div>
      ) : null}
      {steps.includes('find another number') && !callback.phone ? (
        <EditNumber callback={callback} who={calling.who} />
      ) : null}
      <fieldset class="chips" aria-label={i18n.t('calling.nextStep')}>
        {offered.map((step) => (
          <button key={step} type="button" class="chip" onClick={() => take(step)}>
            {stepWord(step)}
          </button>
        ))}
      </fieldset>
      {scheduling ? (
        <TimeInput
          label={i18n.t('calling.needsTime')}
          name={i18n.t('list.fieldOf', [i18n.t('calling.needsTime'), calling.who])}
          onTake={async (promise) => {
            setScheduling(false);
            await edit({ promise, ...(callback.status === 'completed' ? { status: 'needs call' } : {}) });
            status.say(i18n.t('calling.stepDone', [promise.words]));
          }}
        />
      ) : null}
    </div>
  );
}

function stepWord(step: NextStep): string {
  switch (step) {
    case 'in 2 hours':
      return i18n.t('calling.step.in2Hours');
    case 'tomorrow morning':
      return i18n.t('calling.step.tomorrow');
    case 'at best time':
      return i18n.t('calling.step.bestTime');
    case 'send text follow-up':
      return i18n.t('calling.step.text');
    case 'send information':
      return i18n.t('calling.step.info');
    case 'schedule further contact':
    case 'find another number':
      return i18n.t('calling.step.schedule');
  }
}
