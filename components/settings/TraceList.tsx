import { i18n } from '#i18n';
import { locale } from '../../lib/i18n/language.ts';
import { wholeNumber } from '../../lib/i18n/numbers.ts';
import { statusWord } from '../../lib/i18n/words.ts';
import type { FoundTraces, PrivacyStore, Trace } from '../../lib/stores/privacy-store.ts';

/** More than anybody reads; those not shown go with the rest, and are counted. */
const shownAtMost = 100;

interface TraceListProps {
  found: FoundTraces;
  privacy: PrivacyStore;
}

/** What there is of the caller, each with whether it goes. */
export function TraceList({ found, privacy }: TraceListProps) {
  const drafts = found.drafts.map(({ id, fields }) => ({
    id,
    text: i18n.t('privacy.draft', [fields.callerName || fields.phone || i18n.t('common.unnamed')]),
  }));
  const rows = [...found.entries.map((trace) => ({ id: trace.callback.id, text: words(trace) })), ...drafts];
  const more = rows.length - shownAtMost;
  return (
    <>
      <ul class="traces" aria-label={i18n.t('privacy.traces')}>
        {rows.slice(0, shownAtMost).map(({ id, text }) => (
          <li key={id}>
            <label class="tick">
              <input
                type="checkbox"
                checked={privacy.chosen.value.has(id)}
                onChange={(event) => privacy.choose(id, event.currentTarget.checked)}
              />
              {text}
            </label>
          </li>
        ))}
      </ul>
      {more > 0 ? <p class="hint">{i18n.t('privacy.more', more, [wholeNumber(more)])}</p> : null}
    </>
  );
}

function words({ kind, callback }: Trace): string {
  const { callerName, phone, status, createdAt } = callback;
  const who = [callerName, phone?.asShown].filter(Boolean).join(', ') || i18n.t('common.unnamed');
  const day = new Date(createdAt).toLocaleDateString(locale(), { dateStyle: 'medium' });
  if (kind === 'mention') return i18n.t('privacy.mention', [who, day]);
  return i18n.t(kind === 'similar' ? 'privacy.similar' : 'privacy.entry', [who, statusWord(status), day]);
}
