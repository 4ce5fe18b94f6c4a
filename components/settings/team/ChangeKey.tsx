import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { labelOf } from '../../../lib/domain/people.ts';
import { wholeNumber } from '../../../lib/i18n/numbers.ts';
import type { TeamConfig, TeamStore } from '../../../lib/stores/team-store.ts';
import { TextField } from './TextField.tsx';

interface ChangeKeyProps {
  store: TeamStore;
  config: TeamConfig;
}

/** A new key for all but those who leave: who they are, a new passphrase, one press. */
export function ChangeKey({ store, config }: ChangeKeyProps) {
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const [passphrase, setPassphrase] = useState('');
  const members = store.members.value;
  const others = members.filter(({ id, left }) => !left && id !== config.member.id);
  const progress = store.progress.value;
  return (
    <details>
      <summary>{i18n.t('team.changeKey')}</summary>
      <form
        class="team-form"
        onSubmit={(event) => {
          event.preventDefault();
          store.changeKey(passphrase, leaving).then(() => {
            if (store.problem.value) return;
            setPassphrase('');
            setLeaving([]);
          });
        }}
      >
        <p class="hint">{i18n.t('team.changeKeyHint')}</p>
        {others.length > 0 ? (
          <fieldset class="team-leaving">
            <legend>{i18n.t('team.leaving')}</legend>
            {others.map((member) => (
              <label key={member.id} class="tick">
                <input
                  type="checkbox"
                  checked={leaving.includes(member.id)}
                  onChange={(event) =>
                    setLeaving(
                      event.currentTarget.checked
                        ? [...leaving, member.id]
                        : leaving.filter((id) => id !== member.id),
                    )
                  }
                />
                {labelOf(member, members)}
              </label>
            ))}
          </fieldset>
        ) : null}
        <TextField
          id="team-new-passphrase"
          secret
          label={i18n.t('team.newPassphrase')}
          hint={i18n.t('team.passphraseHint')}
          value={passphrase}
          onInput={setPassphrase}
        />
        {progress ? (
          <label class="field">
            <span class="field-label">
              {i18n.t('team.sealing', [wholeNumber(progress.done), wholeNumber(progress.of)])}
            </span>
            <progress max={progress.of} value={progress.done} />
          </label>
        ) : null}
        <div class="form-actions">
          <button type="submit" class="button" disabled={store.busy.value}>
            {i18n.t('team.doChangeKey')}
          </button>
        </div>
      </form>
    </details>
  );
}
