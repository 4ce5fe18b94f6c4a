import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { StatusStore } from '../lib/stores/status-store.ts';
import type { UndoStore } from '../lib/stores/undo-store.ts';
import { IconButton } from './ui/IconButton.tsx';
import { Numbers } from './ui/Numbers.tsx';

/** Long enough to notice a slip and reach the button; then the line is quiet again. */
const shownFor = 30_000;

interface StatusLineProps {
  status: StatusStore;
  undo: UndoStore;
}

/**
 * What just happened, and the way back from it. It stays at the top while the list is scrolled and takes its
 * own room there: a toast over the page would lie on what the agent wants to click next.
 */
export function StatusLine({ status, undo }: StatusLineProps) {
  const offer = undo.offer.value;
  const text = status.text.value;
  useEffect(() => {
    if (!offer) return;
    const timer = setTimeout(() => undo.dismiss(), shownFor);
    return () => clearTimeout(timer);
  }, [offer, undo]);
  return (
    <div class={`status-line${text === '' && !offer ? ' quiet' : ''}`}>
      <p role="status" class="status">
        <Numbers text={text} />
      </p>
      {offer ? (
        <p class="undo">
          {offer.text === text ? null : (
            <span>
              <Numbers text={offer.text} />
            </span>
          )}
          <button type="button" class="button quiet" onClick={() => undo.undo()}>
            {i18n.t('common.undo')}
          </button>
          <IconButton icon="close" label={i18n.t('common.dismiss')} onClick={() => undo.dismiss()} />
        </p>
      ) : null}
    </div>
  );
}
