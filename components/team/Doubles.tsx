import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import { type Double, findDoubles, pairOf } from '../../lib/domain/doubles.ts';
import { makeOne, makeTwo } from '../../lib/stores/make-one.ts';
import { usePanel } from '../app-context.ts';
import { useEntryActions } from '../list/use-entry-actions.ts';
import { Numbers } from '../ui/Numbers.tsx';
import './team.css';

/**
 * Callers who are on the list twice, because two agents took them down apart; one press makes one of them. Where the
 * names differ it may be a shared line, and another press leaves them two.
 */
export function Doubles() {
  const { callbacks, keptApart } = usePanel();
  const open = callbacks.open.value;
  const apart = keptApart.value;
  // The whole list is compared: not whenever something else on the screen is drawn.
  const doubles = useMemo(() => findDoubles(open, apart), [open, apart]);
  if (doubles.length === 0) return null;
  return (
    <section class="notice" aria-label={i18n.t('team.doubles')}>
      {doubles.slice(0, 3).map((double) => (
        <OneDouble key={double.other.id} double={double} />
      ))}
    </section>
  );
}

function OneDouble({ double }: { double: Double }) {
  const { kept, other, otherName } = double;
  const { callbacks, status, undo, keepApart } = usePanel();
  const { attempt, who } = useEntryActions(kept);
  const ownerOf = ({ owner }: Callback) => owner?.name ?? i18n.t('common.nobody');
  const otherWho = other.callerName || (other.phone?.asShown ?? '');
  const pair = pairOf(double);

  /** Says what was done, with the way back. */
  function offerBack(text: string, back: () => Promise<void>): void {
    status.say(text);
    undo.show({
      text,
      undo: async () => {
        await attempt(async () => {
          await back();
          status.say(i18n.t('form.undone'));
        });
      },
    });
  }

  const merge = () =>
    attempt(async () => {
      const made = await makeOne(callbacks, kept.id, other.id);
      // A colleague was quicker: they are no longer two, and the list says so in a moment.
      if (!made) return;
      offerBack(i18n.t('team.merged', [who]), () => makeTwo(callbacks, made));
    });

  return (
    <div class="team-double">
      <p>
        <Numbers
          text={
            otherName
              ? i18n.t('team.sameNumber', [who, otherWho, ownerOf(kept), ownerOf(other)])
              : i18n.t('team.double', [who, ownerOf(kept), ownerOf(other)])
          }
        />
      </p>
      <span class="chips">
        <button type="button" class="chip" onClick={merge}>
          {i18n.t('team.makeOne')}
        </button>
        {otherName ? (
          <button
            type="button"
            class="chip"
            onClick={() => {
              keepApart(pair, true);
              offerBack(i18n.t('team.stayTwo'), async () => keepApart(pair, false));
            }}
          >
            {i18n.t('team.keepTwo')}
          </button>
        ) : null}
      </span>
    </div>
  );
}
