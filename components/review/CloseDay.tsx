import { i18n } from '#i18n';
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
      status.say(closedWords(review, clock.zone.value));
    } catch (error) {
      status.say(i18n.t('list.editFailed', [error instanceof Error ? error.message : String(error)]));
    }
  };
  return (
    <footer class="close-day">
      {closed ? <p>{closedWords(review, clock.zone.value)}</p> : null}
      <button type="button" class="button primary" onClick={close}>
        {i18n.t('review.closeDay')}
      </button>
    </footer>
  );
}

function closedWords(review: ReviewStore, zone: string): string {
  const closed = review.closed.value;
  if (!closed) return '';
  return `${i18n.t('review.dayClosed', [clockTime(closed.at, zone)])} ${i18n.t('review.closedWith', closed.leftOpen)}`;
}
