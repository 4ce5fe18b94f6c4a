import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import type { SameCaller } from '../../lib/domain/same-caller.ts';
import { clockTime, dayWord } from '../../lib/i18n/times.ts';
import { statusWord } from '../../lib/i18n/words.ts';
import { usePanel } from '../app-context.ts';
import { Numbers } from '../ui/Numbers.tsx';

/** Tells that the caller in the form may be on the list already, who has them and since when. */
export function SameCallerNotice() {
  const { form } = usePanel();
  const [surest] = form.same.value;
  if (!surest) return null;
  return surest.sameness === 'recently closed' ? <Recent same={surest} /> : <OnTheList same={surest} />;
}

function useWords() {
  const { clock } = usePanel();
  return {
    nameOf: ({ callerName, phone }: Callback) => callerName || phone?.asShown || i18n.t('common.unnamed'),
    when: (at: number) =>
      i18n.t('when.at', [dayWord(at, clock.now.value, clock.zone.value), clockTime(at, clock.zone.value)]),
  };
}

function OnTheList({ same }: { same: SameCaller }) {
  const { form, showEntry } = usePanel();
  const { nameOf, when } = useWords();
  const { callback, sameness } = same;
  const who = nameOf(callback);
  const otherName = sameness === 'same number, other name';
  return (
    <section
      class={`notice${form.askSame.value || !otherName ? ' warning' : ''}`}
      aria-label={i18n.t('same.openTitle', [who])}
    >
      <strong>
        <Numbers text={i18n.t(otherName ? 'same.otherName' : 'same.openTitle', [who])} />
      </strong>
      <p>
        {callback.owner
          ? i18n.t('same.openBy', [callback.owner.name, when(callback.createdAt)])
          : i18n.t('same.openNobody', [when(callback.createdAt)])}
      </p>
      <span class="chips">
        <button type="button" class="chip" onClick={() => form.merge(callback.id)}>
          {i18n.t('same.merge')}
        </button>
        <button type="button" class="chip" onClick={() => showEntry(callback.id)}>
          {i18n.t('same.open')}
        </button>
        <button type="button" class="chip" onClick={() => form.save({ anyway: true })}>
          {i18n.t('same.addAnyway')}
        </button>
      </span>
    </section>
  );
}

function Recent({ same }: { same: SameCaller }) {
  const { when } = useWords();
  const { closedAt, updatedAt, status } = same.callback;
  return <p class="hint">{i18n.t('same.recent', [when(closedAt ?? updatedAt), statusWord(status)])}</p>;
}
