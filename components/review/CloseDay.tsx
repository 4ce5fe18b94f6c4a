import { i18n } from '#i18n';
import type { ClosedDay } from '../../lib/domain/close-day.ts';
import { locale } from '../../lib/i18n/language.ts';
import { clockTime } from '../../lib/i18n/times.ts';
import type { ReviewStore } from '../../lib/stores/review-store.ts';
import type { StatusStore } from '../../lib/stores/status-store.ts';
import { useList } from '../app-context.ts';

interface CloseDayProps {
  review: ReviewStore;
  status: StatusStore;
}

/** The end of the review: what is still open is carried over knowingly, and that is written down. */
export function CloseDay({ review, status }: CloseDayProps) {
  const { clock } = useList();
  const closed = review.closed.value;
  const close = async () => {
    try {
      await review.closeDay();
      status.say(i18n.t('review.dayClosed', [clockTime(clock.now.value, clock.zone.value)]));
    } catch (error) {
      status.say(i18n.t('list.editFailed', [error instanceof Error ? error.message : String(error)]));
    }
  };
  return (
    <footer class="close-day">
      {closed ? (
        <p>
          {i18n.t('review.dayClosed', [clockTime(closed.closedAt, clock.zone.value)])}{' '}
          {i18n.t('review.closedWith', closed.leftOpen)}
        </p>
      ) : null}
      <button type="button" class="button primary" onClick={close}>
        {i18n.t('review.closeDay')}
      </button>
    </footer>
  );
}

/** How the last closed day went, and the ones before it on demand. */
export function EarlierDays({ days }: { days: readonly ClosedDay[] }) {
  const [last, ...before] = days;
  if (!last) return null;
  return (
    <div class="earlier-days hint">
      <p>{dayLine(last)}</p>
      {before.length > 0 ? (
        <details class="finds">
          <summary>{i18n.t('carry.earlier')}</summary>
          <ul>
            {before.map((day) => (
              <li key={day.day}>{dayLine(day)}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function dayLine({ day, kept, late, carriedOver, by }: ClosedDay): string {
  const line = i18n.t('carry.lastDay', [longDay(day), String(kept), String(late), String(carriedOver)]);
  return by ? `${line} ${i18n.t('carry.by', [by])}` : line;
}

/** A date in full, as the locale writes it. @param day 'YYYY-MM-DD' */
export function longDay(day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString(locale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
}
