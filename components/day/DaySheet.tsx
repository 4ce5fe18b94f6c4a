import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ShareTable } from '../../lib/share/table-texts.ts';

interface DaySheetProps {
  /** What is to be called; null where it cannot be read. */
  table: ShareTable | null;
  onPrint: () => void;
}

/** The day's list as it goes onto paper: one row a callback, with room to note how it went. */
export function DaySheet({ table, onPrint }: DaySheetProps) {
  useEffect(() => {
    document.title = table?.title ?? 'Ringback';
  }, [table]);
  if (!table) {
    return (
      <main class="page day">
        <h1>{i18n.t('list.title')}</h1>
        <div class="notice warning" role="alert">
          <strong>{i18n.t('list.failed')}</strong>
          <p>{i18n.t('list.failedHint')}</p>
        </div>
      </main>
    );
  }
  return (
    <main class="page day">
      <header class="page-head">
        <h1>{table.title}</h1>
        <button type="button" class="button" onClick={onPrint}>
          {i18n.t('share.printButton')}
        </button>
      </header>
      {table.rows.length === 0 ? (
        <p>{i18n.t('share.nothing')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {table.head.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells, row) => (
              // The rows never change while they are shown.
              // biome-ignore lint/suspicious/noArrayIndexKey: two callbacks may read the same
              <tr key={row}>
                {cells.map((cell, place) => (
                  <td key={table.head[place]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
}
