import type { ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { wholeNumber } from '../../lib/i18n/numbers.ts';
import { longTime } from '../../lib/i18n/times.ts';
import type { BackupNews, BackupStore } from '../../lib/stores/backup-store.ts';
import { lazily } from '../ui/lazily.tsx';

const ImportFlow = lazily(async () => (await import('./ImportFlow.tsx')).ImportFlow);

interface BackupOptionsProps {
  store: BackupStore;
  /** Whether a passcode is set: then what goes out is sealed unless asked for otherwise. */
  sealed?: ReadonlySignal<boolean | null>;
}

/** Files that go out, the daily one, and files that come in. */
export function BackupOptions({ store, sealed }: BackupOptionsProps) {
  const picker = useRef<HTMLInputElement>(null);
  const state = store.state.value;
  const { import: imports } = store;
  const importing = ['reading', 'writing'].includes(imports.step.value.at);
  const busy = store.exporting.value || importing;
  const choose = (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (file) imports.open(file);
    // The same file chosen again is to be read again.
    input.value = '';
  };
  return (
    <section id="backup">
      <h2>{i18n.t('backup.title')}</h2>
      <p class="hint">{i18n.t('backup.hint')}</p>
      <p>{state?.lastAt ? i18n.t('backup.lastAt', [longTime(state.lastAt)]) : i18n.t('backup.lastNever')}</p>
      <div class="form-actions">
        {sealed?.value ? (
          <button
            type="button"
            class="button primary"
            disabled={busy}
            onClick={() => store.exportFile('sealed')}
          >
            {i18n.t('backup.exportSealed')}
          </button>
        ) : null}
        <button type="button" class="button" disabled={busy} onClick={() => store.exportFile('json')}>
          {i18n.t('backup.exportJson')}
        </button>
        <button type="button" class="button" disabled={busy} onClick={() => store.exportFile('csv')}>
          {i18n.t('backup.exportCsv')}
        </button>
        <button type="button" class="button" disabled={busy} onClick={() => picker.current?.click()}>
          {i18n.t('backup.import')}
        </button>
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={i18n.t('backup.file')}
        accept=".json,.csv,.tsv,.txt,application/json,text/csv"
        onChange={(event) => choose(event.currentTarget)}
      />
      <p role="status">{newsWords(store.news.value, store.exporting.value)}</p>
      {sealed?.value ? <p class="hint">{i18n.t('backup.readable')}</p> : null}
      <p class="hint">{i18n.t('backup.formats')}</p>
      <p class="hint">{i18n.t('backup.importHint')}</p>
      {imports.step.value.at === 'idle' ? null : <ImportFlow store={imports} />}
      <label class="tick">
        <input
          type="checkbox"
          checked={state?.daily ?? false}
          aria-describedby="daily-hint"
          onChange={(event) => {
            const tick = event.currentTarget;
            store.setDaily(tick.checked).then(() => {
              tick.checked = store.state.value?.daily ?? false;
            });
          }}
        />
        {i18n.t('backup.daily')}
      </label>
      <p id="daily-hint" class="hint">
        {i18n.t('backup.dailyHint')}
      </p>
      {state?.daily && state.dailyProblem !== null ? (
        <p class="problem">{i18n.t('backup.dailyProblem', [state.dailyProblem])}</p>
      ) : null}
    </section>
  );
}

function newsWords(news: BackupNews, exporting: boolean): string {
  if (exporting) return i18n.t('backup.exporting');
  switch (news.kind) {
    case 'none':
      return '';
    case 'exported':
      return i18n.t('backup.exported', news.callbacks, [wholeNumber(news.callbacks), news.fileName]);
    case 'rescued': {
      const saved = i18n.t('backup.rescued', news.callbacks, [wholeNumber(news.callbacks), news.fileName]);
      return news.leftOut > 0
        ? `${saved} ${i18n.t('backup.rescueLeftOut', news.leftOut, [wholeNumber(news.leftOut)])}`
        : saved;
    }
    case 'failed':
      return i18n.t('backup.exportFailed', [news.why]);
    case 'daily refused':
      return i18n.t('backup.dailyRefused');
  }
}
