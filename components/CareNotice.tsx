import { i18n } from '#i18n';
import { failureWords } from '../lib/i18n/storage-words.ts';
import type { CareStore } from '../lib/stores/care-store.ts';

interface CareNoticeProps {
  care: CareStore;
  /** Leads to the backups of the options. */
  onBackUp: () => void;
  /** Saves what is stored where the list cannot be opened; only the options can. */
  onRescue?: () => void;
}

/** One quiet line on how the list is kept, loud only where nothing can be saved. */
export function CareNotice({ care, onBackUp, onRescue }: CareNoticeProps) {
  const notice = care.notice.value;
  if (!notice) return null;
  if (notice.kind === 'storage') {
    return (
      <div class="notice warning" role="alert">
        <p>{failureWords(notice.failure)}</p>
        {notice.failure === 'migration' && onRescue ? (
          <button type="button" class="button" onClick={onRescue}>
            {i18n.t('backup.rescue')}
          </button>
        ) : null}
      </div>
    );
  }
  if (notice.kind === 'lost') {
    return (
      <div class="notice warning" role="alert">
        <p>{i18n.t('backup.care.lost')}</p>
        <button type="button" class="button" onClick={() => care.seen()}>
          {i18n.t('common.dismiss')}
        </button>
      </div>
    );
  }
  if (notice.kind === 'nearly full') {
    return (
      <p class="notice warning" role="alert">
        {i18n.t('backup.care.nearlyFull', [String(notice.megabytes)])}
      </p>
    );
  }
  return (
    <section class="care small" aria-label={i18n.t('backup.care.label')}>
      <span>{i18n.t('backup.care.reminder')}</span>{' '}
      <button type="button" class="link" onClick={onBackUp}>
        {i18n.t('backup.care.backUp')}
      </button>{' '}
      <button type="button" class="link" onClick={() => care.later()}>
        {i18n.t('backup.care.later')}
      </button>
    </section>
  );
}
