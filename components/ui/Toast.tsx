import { IconButton } from './IconButton.tsx';

interface ToastProps {
  text: string;
  undoLabel: string;
  dismissLabel: string;
  onUndo: () => void;
  onDismiss: () => void;
}

/** What was just done, with the way back. It stays until it is answered or something newer is done. */
export function Toast({ text, undoLabel, dismissLabel, onUndo, onDismiss }: ToastProps) {
  return (
    <div class="toast">
      <span>{text}</span>
      <span class="toast-actions">
        <button type="button" class="button quiet" onClick={onUndo}>
          {undoLabel}
        </button>
        <IconButton icon="close" label={dismissLabel} onClick={onDismiss} />
      </span>
    </div>
  );
}
