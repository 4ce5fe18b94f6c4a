import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { UndoStore } from '../lib/stores/undo-store.ts';
import { Toast } from './ui/Toast.tsx';

/** Long enough to notice a slip and reach the button; then the corner is quiet again. */
const shownFor = 30_000;

/** The way back from the last thing done in this window. */
export function UndoToast({ undo }: { undo: UndoStore }) {
  const offer = undo.offer.value;
  useEffect(() => {
    if (!offer) return;
    const timer = setTimeout(() => undo.dismiss(), shownFor);
    return () => clearTimeout(timer);
  }, [offer, undo]);
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
