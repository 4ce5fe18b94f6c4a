import { i18n } from '#i18n';
import { type ColumnField, columnFields } from '../../lib/backup/header-lexicon.ts';
import { columnWord } from '../../lib/i18n/backup-words.ts';
import type { CsvPreview } from '../../lib/stores/import-file.ts';
import type { ImportStore } from '../../lib/stores/import-store.ts';
import { CancelImport } from './CancelImport.tsx';

interface ColumnMappingProps {
  store: ImportStore;
  preview: CsvPreview;
}

/** What the columns of another tool's file are taken for, beside what stands in them. */
export function ColumnMapping({ store, preview }: ColumnMappingProps) {
  const { mapping, rows, hasHeader } = preview;
  const [first = [], ...rest] = rows;
  const samples = hasHeader ? rest : rows;
  const nameOf = (place: number) =>
    (hasHeader && first[place]?.trim()) || i18n.t('backup.mapping.column', [String(place + 1)]);
  const who: (ColumnField | null)[] = ['callerName', 'firstName', 'lastName', 'phone', 'otherPhone'];
  const saysWho = mapping.some((field) => who.includes(field));
  return (
    <section class="notice" aria-label={i18n.t('backup.mapping.title')}>
      <strong>{i18n.t('backup.mapping.title')}</strong>
      <p class="hint">{i18n.t('backup.mapping.hint', [store.fileName.value])}</p>
      <label class="tick">
        <input
          type="checkbox"
          checked={hasHeader}
          onChange={(event) => store.setHasHeader(event.currentTarget.checked)}
        />
        {i18n.t('backup.mapping.header')}
      </label>
      <ul class="columns">
        {mapping.map((field, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place alone.
          <li key={place}>
            <label for={`column-${place}`}>{nameOf(place)}</label>
            <select
              id={`column-${place}`}
              class="input"
              value={field ?? ''}
              onChange={(event) =>
                store.setColumn(place, columnFields.find((one) => one === event.currentTarget.value) ?? null)
              }
            >
              <option value="">{i18n.t('backup.mapping.leaveOut')}</option>
              {columnFields.map((one) => (
                <option key={one} value={one}>
                  {columnWord(one)}
                </option>
              ))}
            </select>
            <span class="hint column-sample">
              {samples
                .slice(0, 3)
                .map((row) => (row[place] ?? '').slice(0, 60))
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {saysWho ? null : <p class="problem">{i18n.t('backup.mapping.needWho')}</p>}
      <div class="form-actions">
        <button type="button" class="button primary" disabled={!saysWho} onClick={() => store.check()}>
          {i18n.t('backup.mapping.check')}
        </button>
        <CancelImport store={store} />
      </div>
    </section>
  );
}
