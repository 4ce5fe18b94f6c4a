import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { concerns, matchesOwner } from '../../lib/domain/ownership.ts';
import { defaultOwner } from '../../lib/domain/settings.ts';
import { wholeNumber } from '../../lib/i18n/numbers.ts';
import { useList } from '../app-context.ts';
import { OwnerFilterChips } from '../list/OwnerFilter.tsx';
import { CallCard } from './CallCard.tsx';

interface NextCallProps {
  /** Back to the list. */
  onLeave: () => void;
}

/**
 * One entry at a time, the most urgent first: its preparation card, the number, how it went. Everything has a
 * key, heard only while the focus is in here and not in a text field.
 */
export function NextCall({ onLeave }: NextCallProps) {
  const { callbacks, settings, team } = useList();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  /** The call just made: its entry stays until the agent goes on, although it may be closed by now. */
  const [made, setMade] = useState<{ id: string; attemptId: string } | null>(null);
  const section = useRef<HTMLElement>(null);
  /** Who is in hand stays in hand: an outcome must never land on whoever became more urgent meanwhile. */
  const inHand = useRef<string | null>(null);
  const me = defaultOwner(settings.settings.value);
  const filter = callbacks.ownerFilter.value;
  const { memberId } = settings.settings.value;
  const open = callbacks.open.value.filter(
    // In a team a colleague's callback is theirs to make.
    (entry) => matchesOwner(entry, filter, me) && concerns(entry, memberId),
  );
  const isTaken = (id: string) => (team.value?.callerOf(id) ?? null) !== null;
  // Nobody is called by two at once.
  const left = open.filter(({ id }) => !skipped.has(id) && (id === inHand.current || !isTaken(id)));
  const called = made && [...open, ...callbacks.closed.value].find(({ id }) => id === made.id);
  // An outcome taken back is no longer there.
  const attempt = called?.attempts.find(({ id, outcome }) => id === made?.attemptId && outcome !== null);
  const current = attempt && called ? called : (left.find(({ id }) => id === inHand.current) ?? left[0]);
  const currentId = current?.id ?? null;
  inHand.current = currentId;
  const place = open.length - left.length + 1;

  // What was clicked may be gone by now; the keys go on working.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry, or another half of its card.
  useLayoutEffect(() => {
    section.current?.focus({ preventScroll: true });
    if ((section.current?.getBoundingClientRect().top ?? 0) < 0) section.current?.scrollIntoView();
  }, [currentId, attempt?.id]);

  const goOn = () => {
    setMade(null);
    if (currentId) setSkipped(new Set([...skipped, currentId]));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (event.key === 'Escape') return onLeave();
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    if (!/^[1-6cnb]$/.test(key)) return;
    const selector = /[1-6]/.test(key) ? `[data-outcome="${key}"]` : `[data-key="${key}"]`;
    const button = section.current?.querySelector<HTMLElement>(selector);
    if (!button) return;
    event.preventDefault();
    button.click();
  };

  return (
    <section
      ref={section}
      class="next-call"
      aria-label={i18n.t('calling.next')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div class="next-head">
        {left.length > 0 ? (
          <p class="muted small">
            {i18n.t('calling.position', [wholeNumber(place), wholeNumber(open.length)])}
          </p>
        ) : null}
        <OwnerFilterChips />
        <button type="button" class="button quiet" onClick={onLeave}>
          {i18n.t('calling.backToList')}
        </button>
      </div>
      {current ? (
        <CallCard
          key={current.id}
          callback={current}
          made={attempt ?? null}
          onMade={({ id }) => setMade({ id: current.id, attemptId: id })}
          onNext={goOn}
        />
      ) : (
        <div class="empty">
          <p>{open.length === 0 ? i18n.t('calling.nextNone') : i18n.t('calling.nextThrough')}</p>
          {open.length > 0 ? (
            <button type="button" class="button" onClick={() => setSkipped(new Set())}>
              {i18n.t('calling.fromTop')}
            </button>
          ) : null}
        </div>
      )}
    </section>
  );
}
