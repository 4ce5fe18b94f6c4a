import { i18n } from '#i18n';
import { usePanel } from '../app-context.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Numbers } from '../ui/Numbers.tsx';

/** Other unsaved drafts: one click takes one up again, with everything that was typed. */
export function DraftChips() {
  const { draft, undo } = usePanel();
  const parked = draft.parked.value;
  if (parked.length === 0) return null;
  return (
    <ul class="chips draft-chips" aria-label={i18n.t('form.parkedLabel')}>
      {parked.map(({ id, fields }) => {
        const who = fields.callerName || fields.phone || fields.reason || i18n.t('common.unnamed');
        return (
          <li key={id} class="draft-chip">
            <button type="button" class="chip" onClick={() => draft.resume(id)}>
              <span class="clip">
                <Numbers text={i18n.t('form.unsaved', [who])} />
              </span>
            </button>
            <IconButton
              icon="close"
              label={i18n.t('form.discard', [who])}
              onClick={() => {
                const putBack = draft.discard(id);
                undo.show({ text: i18n.t('form.discarded', [who]), undo: putBack });
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}
