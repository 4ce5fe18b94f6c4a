import { i18n } from '#i18n';
import { refusalWords } from '../../lib/i18n/backup-words.ts';
import { wholeNumber } from '../../lib/i18n/numbers.ts';
import type { ImportCounts } from '../../lib/stores/import-store.ts';

/** What an import comes to: counts, and every row that is left out with its reason. */
export function ImportResult({ counts }: { counts: ImportCounts }) {
  const { added, merged, unchanged, refused, refusedCount, closedDays } = counts;
  const more = refusedCount - refused.length;
  return (
    <>
      <ul class="import-counts">
        <li>{i18n.t('backup.checked.added', added, [wholeNumber(added)])}</li>
        <li>{i18n.t('backup.checked.merged', merged, [wholeNumber(merged)])}</li>
        <li>{i18n.t('backup.checked.unchanged', unchanged, [wholeNumber(unchanged)])}</li>
        {closedDays > 0 ? (
          <li>{i18n.t('backup.checked.days', closedDays, [wholeNumber(closedDays)])}</li>
        ) : null}
        <li>{i18n.t('backup.checked.refused', refusedCount, [wholeNumber(refusedCount)])}</li>
      </ul>
      {refused.length > 0 ? (
        <ul
          class="refused"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be reached with the keyboard.
          tabIndex={0}
          aria-label={i18n.t('backup.checked.refused', refusedCount, [wholeNumber(refusedCount)])}
        >
          {refused.map((row) => (
            <li key={row.row}>{refusalWords(row)}</li>
          ))}
          {more > 0 ? <li>{i18n.t('backup.checked.refusedMore', [wholeNumber(more)])}</li> : null}
        </ul>
      ) : null}
    </>
  );
}
