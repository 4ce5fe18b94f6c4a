import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Callback, Outcome } from '../../lib/domain/callback.ts';
import { dialAddress } from '../../lib/domain/dial.ts';
import { clockTime } from '../../lib/i18n/times.ts';
import { useList } from '../app-context.ts';
import { AttemptNotes } from './AttemptNotes.tsx';
import { NextSteps } from './NextSteps.tsx';
import { OutcomeButtons } from './OutcomeButtons.tsx';
import { PreparationCard } from './PreparationCard.tsx';
import { RePromise } from './RePromise.tsx';
import { useCalling } from './use-calling.ts';

interface NextCallProps {
  /** Back to the list. */
  onLeave: () => void;
}

/**
 * One entry at a time, the most urgent first: its preparation card, the number, how it went. Everything has a
 * key, heard only while the focus is in here and not in a text field.
 */
export function NextCall({ onLeave }: NextCallProps) {
  const { callbacks } = useList();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  /** The entry just called stays until the agent goes on, although it may be closed by now. */
  const [done, setDone] = useState<{ id: string; outcome: Outcome } | null>(null);
  const section = useRef<HTMLElement>(null);
  const open = callbacks.open.value;
  const next = open.find(({ id }) => !skipped.has(id)) ?? null;
  const current = done
    ? ([...open, ...callbacks.closed.value].find(({ id }) => id === done.id) ?? null)
    : next;
  const currentId = current?.id;

  useEffect(() => {
    if (currentId) section.current?.focus();
  }, [currentId]);

  const goOn = (id: string) => {
    setDone(null);
    setSkipped(new Set([...skipped, id]));
  };

  return (
    <section
      ref={section}
      class="next-call"
      aria-label={i18n.t('calling.next')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      <div class="notice-head">
        <p class="muted small">
          {i18n.t('calling.position', [String(Math.min(skipped.size + 1, open.length)), String(open.length)])}
        </p>
        <button type="button" class="button quiet" onClick={onLeave}>
          {i18n.t('calling.backToList')}
        </button>
      </div>
      {current ? (
        <CallCard
          key={current.id}
          callback={current}
          outcome={done?.id === current.id ? done.outcome : null}
          onOutcome={(outcome) => setDone({ id: current.id, outcome })}
          onNext={() => goOn(current.id)}
        />
      ) : (
        <div class="empty">
          <p>{i18n.t('calling.nextNone')}</p>
        </div>
      )}
    </section>
  );
}

interface CallCardProps {
  callback: Callback;
  /** How the call went, once it is known. */
  outcome: Outcome | null;
  onOutcome: (outcome: Outcome) => void;
  onNext: () => void;
}

function CallCard({ callback, outcome, onOutcome, onNext }: CallCardProps) {
  const { settings, clock } = useList();
  const calling = useCalling(callback);
  const card = useRef<HTMLDivElement>(null);
  const { phone } = callback;
  const address = phone && dialAddress(phone, settings.settings.value);
  const number = phone?.e164 ?? phone?.asShown ?? null;

  const press = (selector: string) => card.current?.querySelector<HTMLElement>(selector)?.click();
  const onKey = (event: KeyboardEvent) => {
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    if (key >= '1' && key <= '6') press(`[data-outcome="${key}"]`);
    else if (key === 'c') press('[data-key="c"]');
    else if (key === 'n') onNext();
    else if (key === 'b') press('[data-key="b"]');
    else return;
    event.preventDefault();
  };
  // The keys belong to the whole mode, so that they work before anything in it has been clicked.
  useEffect(() => {
    const section = card.current?.closest<HTMLElement>('.next-call');
    section?.addEventListener('keydown', onKey);
    return () => section?.removeEventListener('keydown', onKey);
  });

  return (
    <div ref={card} class="call-card">
      <PreparationCard callback={callback} />
      {outcome === null ? (
        <>
          {callback.status === 'waiting on internal answer' ? <RePromise callback={callback} /> : null}
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
                {i18n.t('calling.callNumber', [phone.asShown])}
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
            <button
              type="button"
              class="button"
              data-key="b"
              aria-keyshortcuts="B"
              onClick={async () => {
                await calling.calledBack();
                onOutcome('they called back');
              }}
            >
              {i18n.t('calling.outcome.calledBack')}
            </button>
          </div>
          {calling.underWay ? (
            <p class="hint">
              {i18n.t('calling.inProgress', [clockTime(calling.underWay.at, clock.zone.value)])}
            </p>
          ) : null}
          <OutcomeButtons callback={callback} onDone={onOutcome} keys />
        </>
      ) : (
        <>
          <NextSteps callback={callback} outcome={outcome} />
          <AttemptNotes callback={callback} />
        </>
      )}
      <button
        type="button"
        class={outcome ? 'button primary' : 'button'}
        aria-keyshortcuts="N"
        onClick={onNext}
      >
        {outcome ? i18n.t('calling.next') : i18n.t('calling.skip')}
      </button>
      <p class="hint">{i18n.t('calling.keys')}</p>
    </div>
  );
}
