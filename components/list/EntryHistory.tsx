import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import { handovers } from '../../lib/domain/ownership.ts';
import { clockTime, dayWord } from '../../lib/i18n/times.ts';
import { outcomeWord } from '../../lib/i18n/words.ts';
import { useList } from '../app-context.ts';

/** What happened so far: attempts, and who gave the entry to whom. */
export function EntryHistory({ callback }: { callback: Callback }) {
  const { clock } = useList();
  const when = (at: number) =>
    i18n.t('when.at', [dayWord(at, clock.now.value, clock.zone.value), clockTime(at, clock.zone.value)]);
  const nobody = i18n.t('common.nobody');
  const lines = [
    ...callback.attempts.flatMap(({ id, at, by, outcome, note }) =>
      outcome
        ? [{ id, at, text: [when(at), by?.name, outcomeWord(outcome), note].filter(Boolean).join(' · ') }]
        : [],
    ),
    ...handovers(callback).map(({ from, to, at }) => ({
      id: `handover-${at}`,
      at,
      text: i18n.t('owner.history', [from ?? nobody, to ?? nobody, when(at)]),
    })),
  ].sort((a, b) => b.at - a.at);
  if (lines.length === 0) return null;
  return (
    <details class="finds hint">
      <summary>{i18n.t('prep.attempts')}</summary>
      {lines.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </details>
  );
}
