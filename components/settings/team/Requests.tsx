import { i18n } from '#i18n';
import { longTime } from '../../../lib/i18n/times.ts';
import type { TeamStore } from '../../../lib/stores/team-store.ts';
import { Field, hintId } from '../../ui/Field.tsx';

/** Where outsiders send what they ask for, and what of theirs nobody could make an entry of. */
export function Requests({ store }: { store: TeamStore }) {
  const requests = store.requests.value;
  if (!requests) return null;
  const { subject, publicKey, refused } = requests;
  return (
    <details open={refused.length > 0}>
      <summary>{i18n.t('team.requests')}</summary>
      <div class="team-form">
        <p class="hint">{i18n.t('team.requestsHint', [subject])}</p>
        <Field id="team-request-key" label={i18n.t('team.requestKey')} hint={i18n.t('team.requestKeyHint')}>
          <input
            id="team-request-key"
            type="text"
            autocomplete="off"
            class="input wide"
            readOnly
            aria-describedby={hintId('team-request-key')}
            value={publicKey}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Field>
        <h3>{i18n.t('team.refused')}</h3>
        {refused.length === 0 ? (
          <p class="hint">{i18n.t('team.refusedNone')}</p>
        ) : (
          <>
            <ul class="team-members" aria-label={i18n.t('team.refused')}>
              {refused.map(({ key, at, why, start }) => (
                <li key={key}>
                  {longTime(at)}: {why}
                  <p class="hint clip">{start}</p>
                </li>
              ))}
            </ul>
            <div class="form-actions">
              <button
                type="button"
                class="button"
                disabled={store.busy.value}
                onClick={() => store.dropRefused()}
              >
                {i18n.t('team.dropRefused')}
              </button>
            </div>
          </>
        )}
      </div>
    </details>
  );
}
