import { i18n } from '#i18n';
import type { UndoStore } from '../lib/stores/undo-store.ts';
import { Toast } from './ui/Toast.tsx';

/** The way back from the last thing done in this window. */
export function UndoToast({ undo }: { undo: UndoStore }) {
  const offer = undo.offer.value;
  if (!offer) return null;
  return (
    <Toast
      text={offer.text}
      undoLabel={i18n.t('common.undo')}
      dismissLabel={i18n.t('common.dismiss')}
      onUndo={() => undo.undo()}
      onDismiss={() => undo.dismiss()}
    />
  );
}
