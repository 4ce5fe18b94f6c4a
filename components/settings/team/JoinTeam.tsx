import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TeamStore } from '../../../lib/stores/team-store.ts';
import { Field, hintId } from '../../ui/Field.tsx';
import { TextField } from './TextField.tsx';

interface JoinTeamProps {
  store: TeamStore;
  yourName: string;
  onCancel: () => void;
}

/** Joining with one pasted code. */
export function JoinTeam({ store, yourName, onCancel }: JoinTeamProps) {
  const [form, setForm] = useState({ code: '', yourName, share: true });
  return (
    <form
      class="team-form"
      onSubmit={(event) => {
        event.preventDefault();
        store.join(form);
      }}
    >
      <Field id="team-invite" label={i18n.t('team.invite')} hint={i18n.t('team.inviteHint')}>
        <textarea
          id="team-invite"
          class="input wide"
          rows={4}
          spellcheck={false}
          autocomplete="off"
          value={form.code}
          aria-describedby={hintId('team-invite')}
          onInput={(event) => setForm({ ...form, code: event.currentTarget.value })}
        />
      </Field>
      <TextField
        id="team-your-name"
        label={i18n.t('team.yourName')}
        value={form.yourName}
        onInput={(name) => setForm({ ...form, yourName: name })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={form.share}
          onChange={(event) => setForm({ ...form, share: event.currentTarget.checked })}
        />
        {i18n.t('team.share')}
      </label>
      <div class="form-actions">
        <button type="submit" class="button primary" disabled={store.busy.value}>
          {i18n.t('team.doJoin')}
        </button>
        <button type="button" class="button quiet" onClick={onCancel}>
          {i18n.t('team.cancel')}
        </button>
      </div>
    </form>
  );
}
