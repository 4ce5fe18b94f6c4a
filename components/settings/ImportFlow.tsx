import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { problemWords } from '../../lib/i18n/backup-words.ts';
import { wholeNumber } from '../../lib/i18n/numbers.ts';
import { failureWords } from '../../lib/i18n/storage-words.ts';
import type { ImportStore } from '../../lib/stores/import-store.ts';
import { BackupPasscode } from './BackupPasscode.tsx';
import { CancelImport } from './CancelImport.tsx';
import { ColumnMapping } from './ColumnMapping.tsx';
import { ImportResult } from './ImportResult.tsx';

/** One import, from the file that was chosen to what came of it. */
export function ImportFlow({ store }: { store: ImportStore }) {
  const [withSettings, setWithSettings] = useState(false);
  const step = store.step.value;
  switch (step.at) {
    case 'idle':
      return null;
    case 'reading':
    case 'writing': {
      const what = i18n.t(step.at === 'reading' ? 'backup.reading' : 'backup.writing');
      return (
        <div class="notice">
          <p>{`${what}: ${store.fileName.value}`}</p>
          <progress value={step.progress} max={1} aria-label={what} />
          <CancelImport store={store} />
        </div>
      );
    }
    case 'passcode':
      return <BackupPasscode store={store} wrong={step.wrong} turnsOn={step.turnsOn} />;
    case 'mapping':
      return <ColumnMapping store={store} preview={step.preview} />;
    case 'checked': {
      const { added, merged, closedDays, hasSettings } = step.counts;
      const changes = added + merged;
      const nothing = changes + closedDays === 0 && !(withSettings && hasSettings);
      return (
        <section class="notice" aria-label={i18n.t('backup.checked.title')}>
          <strong>{i18n.t('backup.checked.title')}</strong>
          <ImportResult counts={step.counts} />
          {changes > 0 ? <p class="hint">{i18n.t('backup.checked.comesBack')}</p> : null}
          {hasSettings ? (
            <label class="tick">
              <input
                type="checkbox"
                checked={withSettings}
                onChange={(event) => setWithSettings(event.currentTarget.checked)}
              />
              {i18n.t('backup.checked.withSettings')}
            </label>
          ) : null}
          <div class="form-actions">
            <button
              type="button"
              class="button primary"
              disabled={nothing}
              onClick={() => store.write(withSettings)}
            >
              {changes === 0 && closedDays > 0
                ? i18n.t('backup.checked.importDays')
                : i18n.t('backup.checked.doImport', changes, [wholeNumber(changes)])}
            </button>
            <CancelImport store={store} />
          </div>
        </section>
      );
    }
    case 'done':
      return (
        <div class="notice" role="status">
          <strong>{i18n.t('backup.done')}</strong>
          <ImportResult counts={step.counts} />
          {step.settingsTaken ? <p>{i18n.t('backup.settingsTaken')}</p> : null}
        </div>
      );
    case 'cancelled':
      return <p role="status">{i18n.t('backup.cancelled')}</p>;
    case 'problem':
      return <Refused why={problemWords(step.code, step.row)} />;
    case 'refused by storage':
      return <Refused why={failureWords(step.failure)} />;
  }
}

function Refused({ why }: { why: string }) {
  return (
    <div class="notice warning" role="alert">
      <strong>{i18n.t('backup.problem.title')}</strong>
      <p>{why}</p>
    </div>
  );
}
