import { i18n } from '#i18n';
import type { ImportStore } from '../../lib/stores/import-store.ts';

/** The way out of an import, at any step: nothing is left behind. */
export function CancelImport({ store }: { store: ImportStore }) {
  return (
    <button type="button" class="button quiet" onClick={() => store.cancel()}>
      {i18n.t('backup.cancel')}
    </button>
  );
}
