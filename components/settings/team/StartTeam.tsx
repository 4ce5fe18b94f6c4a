import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { StartForm } from '../../../lib/stores/team-form.ts';
import type { TeamStore } from '../../../lib/stores/team-store.ts';
import { CredentialsFields } from './CredentialsFields.tsx';
import { TextField } from './TextField.tsx';

interface StartTeamProps {
  store: TeamStore;
  yourName: string;
  onCancel: () => void;
}

/** Everything a new team is made of. What was typed stays where something is wrong with it. */
export function StartTeam({ store, yourName, onCancel }: StartTeamProps) {
  const [form, setForm] = useState<StartForm>({
    server: '',
    credentials: { kind: 'password', user: '', password: '' },
    teamId: '',
    teamName: '',
    passphrase: '',
    yourName,
    share: true,
  });
  const [ownId, setOwnId] = useState(false);
  const set = (change: Partial<StartForm>) => setForm({ ...form, ...change });
  const busy = store.busy.value;
  return (
    <form
      class="team-form"
      onSubmit={(event) => {
        event.preventDefault();
        store.start(form);
      }}
    >
      <TextField
        id="team-server"
        label={i18n.t('team.server')}
        hint={i18n.t('team.serverHint')}
        value={form.server}
        onInput={(server) => set({ server })}
      />
      <CredentialsFields
        id="team-own"
        value={form.credentials}
        onChange={(credentials) => credentials && set({ credentials })}
      />
      <TextField
        id="team-name"
        label={i18n.t('team.name')}
        value={form.teamName}
        onInput={(teamName) => set({ teamName, ...(ownId ? {} : { teamId: idOf(teamName) }) })}
      />
      <TextField
        id="team-id"
        label={i18n.t('team.id')}
        hint={i18n.t('team.idHint')}
        value={form.teamId}
        onInput={(teamId) => {
          setOwnId(teamId !== '');
          set({ teamId });
        }}
      />
      <TextField
        id="team-passphrase"
        secret
        label={i18n.t('team.passphrase')}
        hint={i18n.t('team.passphraseHint')}
        value={form.passphrase}
        onInput={(passphrase) => set({ passphrase })}
      />
      <TextField
        id="team-your-name"
        label={i18n.t('team.yourName')}
        value={form.yourName}
        onInput={(name) => set({ yourName: name })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={form.share}
          onChange={(event) => set({ share: event.currentTarget.checked })}
        />
        {i18n.t('team.share')}
      </label>
      <div class="form-actions">
        <button type="submit" class="button primary" disabled={busy}>
          {i18n.t('team.doStart')}
        </button>
        {store.problem.value?.why === 'team-exists' ? (
          <button type="button" class="button" disabled={busy} onClick={() => store.comeBack(form)}>
            {i18n.t('team.comeBack')}
          </button>
        ) : null}
        <button type="button" class="button quiet" onClick={onCancel}>
          {i18n.t('team.cancel')}
        </button>
      </div>
    </form>
  );
}

/** "Northgate Service" as an id: "northgate-service". */
function idOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 32)
    .replace(/-+$/, '');
}
