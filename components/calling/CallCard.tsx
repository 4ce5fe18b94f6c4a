import { i18n } from '#i18n';
import type { Attempt, Callback } from '../../lib/domain/callback.ts';
import { dialAddress } from '../../lib/domain/dial.ts';
import { clockTime } from '../../lib/i18n/times.ts';
import { useList } from '../app-context.ts';
import { Numbers } from '../ui/Numbers.tsx';
import { AttemptNotes } from './AttemptNotes.tsx';
import { NextSteps } from './lazy.ts';
import { OutcomeButtons } from './OutcomeButtons.tsx';
import { PreparationCard } from './PreparationCard.tsx';
import { RePromise } from './RePromise.tsx';
import { useCalling } from './use-calling.ts';

interface CallCardProps {
  callback: Callback;
  /** The call just made, once it is known how it went. */
  made: Attempt | null;
  onMade: (made: Attempt) => void;
  onNext: () => void;
}

/** One entry of Next call mode: what to know, the ways to call, and after that what follows. */
export function CallCard({ callback, made, onMade, onNext }: CallCardProps) {
  return (
    <div class="call-card">
      <PreparationCard callback={callback} />
      {made?.outcome ? (
        <>
          <NextSteps callback={callback} outcome={made.outcome} />
          <AttemptNotes callback={callback} />
        </>
      ) : (
        <>
          {callback.status === 'waiting on internal answer' ? <RePromise callback={callback} /> : null}
          <CallButtons callback={callback} />
          <OutcomeButtons callback={callback} onDone={onMade} keys />
        </>
      )}
      <button
        type="button"
        class={made ? 'button primary' : 'button'}
        data-key="n"
        aria-keyshortcuts="N"
        onClick={onNext}
      >
        {made ? i18n.t('calling.next') : i18n.t('calling.skip')}
      </button>
      <p class="hint">{i18n.t('calling.keys')}</p>
    </div>
  );
}

/** The ways to call. */
function CallButtons({ callback }: Pick<CallCardProps, 'callback'>) {
  const { settings, clock } = useList();
  const calling = useCalling(callback);
  const { phone } = callback;
  const address = phone && dialAddress(phone, settings.settings.value);
  const number = phone?.e164 ?? phone?.asShown ?? null;
  return (
    <>
      <div class="form-actions">
        {address && phone ? (
          <a
            class="button primary"
            data-key="c"
            href={address}
            aria-keyshortcuts="C"
            onClick={() => calling.start(number)}
            {...(address.startsWith('https:') ? { target: '_blank', rel: 'noreferrer noopener' } : {})}
          >
            <span>
              <Numbers text={i18n.t('calling.callNumber', [phone.asShown])} />
            </span>
          </a>
        ) : null}
        {phone ? (
          <button type="button" class="button" onClick={calling.copyNumber}>
            {i18n.t('calling.copyNumber')}
          </button>
        ) : null}
        <button type="button" class="button" onClick={() => calling.start(null)}>
          {i18n.t('calling.iCalled')}
        </button>
      </div>
      {calling.underWay ? (
        <p class="hint">{i18n.t('calling.inProgress', [clockTime(calling.underWay.at, clock.zone.value)])}</p>
      ) : null}
    </>
  );
}
