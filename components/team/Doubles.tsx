import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import { type Double, findDoubles, mergeDouble } from '../../lib/domain/doubles.ts';
import { useList } from '../app-context.ts';
import { useEntryActions } from '../list/use-entry-actions.ts';
import { Numbers } from '../ui/Numbers.tsx';
import './team.css';

/** Callers who are on the list twice, because two agents took them down apart; one press makes one of them. */
export function Doubles() {
  const open = useList().callbacks.open.value;
  // The whole list is compared: not whenever something else on the screen is drawn.
  const doubles = useMemo(() => findDoubles(open), [open]);
  if (doubles.length === 0) return null;
  return (
    <section class="notice" aria-label={i18n.t('team.doubles')}>
      {doubles.slice(0, 3).map((double) => (
        <OneDouble key={double.other.id} double={double} />
      ))}
    </section>
  );
}

function OneDouble({ double: { kept, other } }: { double: Double }) {
  const { callbacks, status } = useList();
  const { attempt, who } = useEntryActions(kept);
  const ownerOf = ({ owner }: Callback) => owner?.name ?? i18n.t('common.nobody');
  return (
    <div class="team-double">
      <p>
        <Numbers text={i18n.t('team.double', [who, ownerOf(kept), ownerOf(other)])} />
      </p>
      <button
        type="button"
        class="chip"
        onClick={() =>
          attempt(async () => {
            // First what stays: were this broken off, the caller is on the list twice and not gone.
            await callbacks.change(kept.id, (stored, act) => mergeDouble(stored, other, act));
            await callbacks.remove(other.id);
            status.say(i18n.t('team.merged', [who]));
          })
        }
      >
        {i18n.t('team.makeOne')}
      </button>
    </div>
  );
}
