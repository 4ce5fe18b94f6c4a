import { useState } from 'preact/hooks';
import { i18n } from '#i18n';

/** Erasing everything. It cannot be undone, so it takes a second press, of another button. */
export function EraseAll({ erase }: { erase: () => Promise<void> }) {
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  if (!asked) {
    return (
      <div class="erase-all">
        <button type="button" class="button" onClick={() => setAsked(true)}>
          {i18n.t('lock.erase')}
        </button>
      </div>
    );
  }
  return (
    <div class="erase-all">
      <p role="alert">{failed ? i18n.t('privacy.failed') : i18n.t('lock.eraseHint')}</p>
      <div class="form-actions">
        <button type="button" class="button" onClick={() => setAsked(false)}>
          {i18n.t('lock.keep')}
        </button>
        <button type="button" class="button danger" onClick={() => erase().catch(() => setFailed(true))}>
          {i18n.t('lock.eraseNow')}
        </button>
      </div>
    </div>
  );
}
