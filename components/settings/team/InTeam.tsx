import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { labelOf } from '../../../lib/domain/people.ts';
import type { Credentials, TeamConfig, TeamStore } from '../../../lib/stores/team-store.ts';
import { SyncState } from '../../team/SyncLine.tsx';
import { Field } from '../../ui/Field.tsx';
import { NumberField } from '../NumberField.tsx';
import { ChangeKey } from './ChangeKey.tsx';
import { CredentialsFields } from './CredentialsFields.tsx';
import { Requests } from './Requests.tsx';

interface InTeamProps {
  store: TeamStore;
  config: TeamConfig;
  copyText: (text: string) => Promise<void>;
}

/** What a member sees of their team, and can do about it. */
export function InTeam({ store, config, copyText }: InTeamProps) {
  const busy = store.busy.value;
  const rules = store.rules.value;
  const members = store.members.value;
  return (
    <>
      <p>{i18n.t('team.you', [config.member.name, config.teamName])}</p>
      <p class="hint clip">{config.server}</p>
      <SyncState sync={store.sync.value} />
      {members.length > 0 ? (
        <div>
          <h3>{i18n.t('team.members')}</h3>
          <ul class="team-members">
            {members.map((member) => (
              <li key={member.id} class={member.left ? 'muted' : undefined}>
                {memberWords(labelOf(member, members), member.left, member.id === config.member.id)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div class="form-actions">
        <button type="button" class="button" disabled={busy} onClick={() => store.test()}>
          {i18n.t('team.test')}
        </button>
      </div>
      {rules === null ? null : (
        <>
          <NumberField
            id="team-retention"
            label={i18n.t('team.keep')}
            hint={i18n.t('team.keepHint')}
            value={rules.retentionDays}
            onSave={(next) => {
              if (Number.isInteger(next) && next >= 0 && next <= 3_650)
                store.changeRules({ retentionDays: next });
            }}
          />
          <label class="tick">
            <input
              type="checkbox"
              checked={rules.figuresByOwner}
              disabled={busy}
              aria-describedby="team-figures-hint"
              onChange={(event) => store.changeRules({ figuresByOwner: event.currentTarget.checked })}
            />
            {i18n.t('insights.ownerOption')}
          </label>
          <p id="team-figures-hint" class="hint">
            {i18n.t('team.figuresHint')}
          </p>
        </>
      )}
      <Invite store={store} copyText={copyText} />
      <Requests store={store} />
      <ChangeKey store={store} config={config} />
      <details>
        <summary>{i18n.t('team.leave')}</summary>
        <div class="team-form">
          <p class="hint">{i18n.t('team.leaveHint')}</p>
          <div class="form-actions">
            <button
              type="button"
              class="button"
              disabled={busy}
              onClick={() => store.leave({ keepEntries: true })}
            >
              {i18n.t('team.leaveKeep')}
            </button>
            <button
              type="button"
              class="button"
              disabled={busy}
              onClick={() => store.leave({ keepEntries: false })}
            >
              {i18n.t('team.leaveRemove')}
            </button>
          </div>
        </div>
      </details>
    </>
  );
}

function memberWords(name: string, left: boolean, isMe: boolean): string {
  if (left) return i18n.t('team.memberLeft', [name]);
  return isMe ? i18n.t('team.memberYou', [name]) : name;
}

function Invite({ store, copyText }: Pick<InTeamProps, 'store' | 'copyText'>) {
  const [credentials, setCredentials] = useState<Credentials | null>(null);
  const [copied, setCopied] = useState('');
  const code = store.invite.value;
  return (
    <details>
      <summary>{i18n.t('team.inviteSomebody')}</summary>
      <form
        class="team-form"
        onSubmit={(event) => {
          event.preventDefault();
          store.makeInvite(credentials);
        }}
      >
        <p class="hint">{i18n.t('team.inviteOwn')}</p>
        <CredentialsFields id="team-theirs" offerSame value={credentials} onChange={setCredentials} />
        <div class="form-actions">
          <button type="submit" class="button">
            {i18n.t('team.makeInvite')}
          </button>
        </div>
        {code === '' ? null : (
          <>
            <Field id="team-code" label={i18n.t('team.invite')} hint={i18n.t('team.inviteSecret')}>
              <textarea
                id="team-code"
                class="input wide"
                rows={4}
                autocomplete="off"
                readOnly
                spellcheck={false}
                value={code}
                onFocus={(event) => event.currentTarget.select()}
              />
            </Field>
            <div class="form-actions">
              <button
                type="button"
                class="button"
                onClick={() =>
                  copyText(code).then(
                    () => setCopied(code),
                    () => setCopied(''),
                  )
                }
              >
                {i18n.t('team.copy')}
              </button>
              <span role="status">{copied === code ? i18n.t('team.copied') : ''}</span>
            </div>
          </>
        )}
      </form>
    </details>
  );
}
