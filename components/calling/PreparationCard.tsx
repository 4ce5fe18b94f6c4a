import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import { dueWindow, overdueAt } from '../../lib/domain/due.ts';
import { rankOf } from '../../lib/domain/priority.ts';
import { clockTime, dayWord, dueWords } from '../../lib/i18n/times.ts';
import { kindWord, outcomeWord, rankWord, statusWord } from '../../lib/i18n/words.ts';
import { useList } from '../app-context.ts';
import { EntryMarks } from '../list/EntryMarks.tsx';
import { NumberLink } from '../list/NumberLink.tsx';
import { useEntryActions } from '../list/use-entry-actions.ts';
import { Numbers } from '../ui/Numbers.tsx';
import { useCallerZone } from './use-caller-zone.ts';

/** What to know before the call: why, what for, what is missing, and everything that came before. */
export function PreparationCard({ callback }: { callback: Callback }) {
  const { settings, clock, openPage } = useList();
  const { who } = useEntryActions(callback);
  const rules = settings.rules.value;
  const now = clock.now.value;
  const zone = clock.zone.value;
  const when = (at: number) => i18n.t('when.at', [dayWord(at, now, zone), clockTime(at, zone)]);
  const made = callback.attempts.filter(({ outcome }) => outcome !== null);
  const { source } = callback;
  return (
    <section class="prep" aria-label={i18n.t('prep.title')}>
      <h2>
        <Numbers text={who} />
      </h2>
      <p class="entry-number">
        <NumberLink callback={callback} beside={callback.callerName === ''} />
        <span class="muted">{kindWord(callback.kind)}</span>
        <span class="due" title={rankWord(rankOf(callback, rules, now))}>
          {dueWords(dueWindow(callback, rules), overdueAt(callback, rules), now, zone)}
        </span>
      </p>
      <CallerClock callback={callback} />
      <EntryMarks callback={callback} />
      <dl>
        <Fact name={i18n.t('prep.reason')} text={callback.reason} />
        <Fact name={i18n.t('prep.objective')} text={callback.objective} />
        <Fact name={i18n.t('prep.missing')} text={callback.missing} />
        <Fact name={i18n.t('prep.notes')} text={callback.notes} />
        <Fact name={i18n.t('form.reference')} text={callback.reference} />
        {made.length > 0 ? (
          <>
            <dt>{i18n.t('prep.attempts')}</dt>
            {made.map(({ id, at, outcome, by }) => (
              <dd key={id}>
                {[when(at), outcome && outcomeWord(outcome), by?.name].filter(Boolean).join(' · ')}
              </dd>
            ))}
          </>
        ) : null}
        <EarlierCallbacks callback={callback} when={when} />
      </dl>
      {source ? (
        <button type="button" class="link" onClick={() => openPage(source.url)}>
          {i18n.t('prep.page')}
        </button>
      ) : null}
    </section>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  if (text === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd class="lines">{text}</dd>
    </>
  );
}

/** The caller's own time, said to be uncertain where the number does not tell; and when they are best reached. */
function CallerClock({ callback }: { callback: Callback }) {
  const { clock } = useList();
  const zone = useCallerZone(callback.phone?.e164 ?? null);
  const best = callback.bestTime;
  const here = clock.zone.value;
  const words = [
    zone && callback.phone
      ? zone.certainty === 'certain'
        ? zone.zone === here
          ? ''
          : i18n.t('prep.localTime', [clockTime(clock.now.value, zone.zone)])
        : zone.certainty === 'likely'
          ? i18n.t('prep.localLikely', [clockTime(clock.now.value, zone.zone)])
          : i18n.t('prep.localUncertain')
      : '',
    best ? i18n.t('prep.bestTime', [best.from, best.until]) : '',
  ].filter(Boolean);
  return words.length > 0 ? <p class="hint">{words.join(' · ')}</p> : null;
}

/** Earlier callbacks of the same number, the latest first. */
function EarlierCallbacks({ callback, when }: { callback: Callback; when: (at: number) => string }) {
  const { callbacks } = useList();
  const [earlier, setEarlier] = useState<Callback[]>([]);
  const number = callback.phone?.e164 ?? null;
  useEffect(() => {
    let gone = false;
    if (number) {
      callbacks.withPhone(number).then((found) => {
        if (!gone) setEarlier(found.filter(({ id }) => id !== callback.id));
      });
    } else setEarlier([]);
    return () => {
      gone = true;
    };
  }, [callbacks, callback.id, number]);
  if (earlier.length === 0) return null;
  return (
    <>
      <dt>{i18n.t('prep.earlier')}</dt>
      {earlier
        .sort((a, b) => b.createdAt - a.createdAt)
        .slice(0, 5)
        .map(({ id, createdAt, reason, status }) => (
          <dd key={id}>{[when(createdAt), reason, statusWord(status)].join(' · ')}</dd>
        ))}
    </>
  );
}
