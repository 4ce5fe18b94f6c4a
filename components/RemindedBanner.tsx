import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Callback } from '../lib/domain/callback.ts';
import { dueWindow, isOverdue, overdueAt } from '../lib/domain/due.ts';
import { dueWords } from '../lib/i18n/times.ts';
import { usePanel } from './app-context.ts';
import { Icon } from './ui/Icon.tsx';
import { Numbers } from './ui/Numbers.tsx';

/**
 * What the agent is reminded of now. It stands for as long as that is so, because a notification may be blocked,
 * missed or swept away.
 */
export function RemindedBanner() {
  const { reminded, clock, settings, showEntry, openOptions } = usePanel();
  const [first] = reminded.reminded.value;
  const count = i18n.t('reminded.count', reminded.reminded.value.length);
  const now = clock.now.value;
  const rules = settings.rules.value;
  const late = first && isOverdue(first.callback, rules, now);
  return (
    <>
      <Newcomers />
      {first ? (
        <section class={`reminded${late ? ' late' : ''}`} aria-label={i18n.t('reminded.label')}>
          <button type="button" class="reminded-entry" onClick={() => showEntry(first.callback.id)}>
            <Icon name="needs-call" />
            <span class="reminded-what">
              <strong>{count}</strong>
              <span class="clip">
                <Numbers text={who(first.callback)} />
              </span>
              <span class="due">
                {dueWords(
                  dueWindow(first.callback, rules),
                  overdueAt(first.callback, rules),
                  now,
                  clock.zone.value,
                )}
              </span>
            </span>
          </button>
          {reminded.mayNotify.value ? null : (
            <p class="small">
              {i18n.t('reminded.blocked')}{' '}
              <button type="button" class="link" onClick={openOptions}>
                {i18n.t('reminded.whatToDo')}
              </button>
            </p>
          )}
        </section>
      ) : null}
    </>
  );
}

/** Says who joins, once; minutes that pass and reminders that are done with are not said. */
function Newcomers() {
  const { reminded, callbacks } = usePanel();
  const now = reminded.reminded.value;
  const ready = callbacks.state.value === 'ready';
  const known = useRef<Set<string> | null>(null);
  const [said, setSaid] = useState('');
  const keys = now.map(({ key }) => key).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys say all that matters of the list.
  useEffect(() => {
    if (!ready) return;
    const newcomers = now.filter(({ key }) => known.current && !known.current.has(key));
    // What stood there when the panel opened is read with the panel.
    known.current = new Set(now.map(({ key }) => key));
    const [one] = newcomers;
    if (one) {
      setSaid(
        newcomers.length === 1
          ? i18n.t('reminded.joined', [who(one.callback)])
          : i18n.t('reminded.count', newcomers.length),
      );
    }
  }, [ready, keys]);
  return (
    <p class="visually-hidden" aria-live="polite">
      {said}
    </p>
  );
}

function who({ callerName, phone }: Callback): string {
  return callerName || phone?.asShown || i18n.t('common.unnamed');
}
