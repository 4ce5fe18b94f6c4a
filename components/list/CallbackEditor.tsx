import { i18n } from '#i18n';
import { type Callback, kinds, limits } from '../../lib/domain/callback.ts';
import { kindWord } from '../../lib/i18n/words.ts';
import { useList } from '../app-context.ts';
import { AttemptNotes } from '../calling/AttemptNotes.tsx';
import { EditAlternate } from './EditAlternate.tsx';
import { EditBestTime } from './EditBestTime.tsx';
import { EditNumber } from './EditNumber.tsx';
import { EditText } from './EditText.tsx';
import { EditTime } from './EditTime.tsx';
import { EntryHistory } from './EntryHistory.tsx';
import { EntryMenu } from './EntryMenu.tsx';
import { Escalation } from './Escalation.tsx';
import { useEntryActions } from './use-entry-actions.ts';

interface CallbackEditorProps {
  callback: Callback;
  who: string;
  onClose: () => void;
}

/** Everything about an entry, changed where it stands; each field is kept as soon as it is left. */
export function CallbackEditor({ callback, who, onClose }: CallbackEditorProps) {
  const { forgetCaller } = useList();
  const { edit, handOver } = useEntryActions(callback);
  return (
    <fieldset
      class="editor"
      aria-label={i18n.t('list.edit', [who])}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div class="pair">
        <EditText
          label={i18n.t('form.callerName')}
          who={who}
          value={callback.callerName}
          max={limits.name}
          onSave={(callerName) => {
            if (callerName !== '' || callback.phone) edit({ callerName });
          }}
        />
        <EditNumber callback={callback} who={who} />
      </div>
      <EditText
        label={i18n.t('form.reason')}
        who={who}
        value={callback.reason}
        max={limits.reason}
        lines
        onSave={(reason, was) => {
          if (reason !== '') edit({ reason }, { ...callback, reason: was });
        }}
      />
      <EditTime callback={callback} who={who} />
      <div class="pair">
        <EditText
          label={i18n.t('form.reference')}
          who={who}
          value={callback.reference}
          max={limits.reference}
          onSave={(reference) => edit({ reference })}
        />
        <EditText
          label={i18n.t('form.owner')}
          who={who}
          value={callback.owner?.name ?? ''}
          max={limits.name}
          list="known-owners"
          onSave={handOver}
        />
        <label class="field">
          <span class="field-label">{i18n.t('form.kind')}</span>
          <select
            class="input"
            aria-label={i18n.t('list.fieldOf', [i18n.t('form.kind'), who])}
            value={callback.kind}
            onChange={(event) => {
              const kind = kinds.find((one) => one === event.currentTarget.value);
              if (kind) edit({ kind });
            }}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindWord(kind)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <EditText
        label={i18n.t('prep.objective')}
        who={who}
        value={callback.objective}
        max={limits.line}
        onSave={(objective) => edit({ objective })}
      />
      <EditText
        label={i18n.t('prep.missing')}
        who={who}
        value={callback.missing}
        max={limits.line}
        onSave={(missing) => edit({ missing })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={callback.voicemailHeard}
          onChange={(event) => edit({ voicemailHeard: event.currentTarget.checked })}
        />
        {i18n.t('calling.voicemail')}
      </label>
      <EditBestTime callback={callback} who={who} />
      <EditAlternate callback={callback} who={who} />
      <EditText
        label={i18n.t('list.notes')}
        who={who}
        value={callback.notes}
        max={limits.notes}
        lines
        onSave={(notes, was) => edit({ notes }, { ...callback, notes: was })}
      />
      <Escalation callback={callback} who={who} />
      <AttemptNotes callback={callback} />
      <EntryHistory callback={callback} />
      <Source callback={callback} />
      <div class="form-actions">
        <EntryMenu callback={callback} />
        <button type="button" class="button quiet" onClick={() => forgetCaller(callback.id)}>
          {i18n.t('privacy.forgetThis')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {i18n.t('list.closeEdit')}
        </button>
      </div>
    </fieldset>
  );
}

function Source({ callback }: { callback: Callback }) {
  const { openPage } = useList();
  const { source } = callback;
  if (!source) return null;
  return (
    <p class="hint">
      {i18n.t('list.captured')}{' '}
      <button type="button" class="link clip" onClick={() => openPage(source.url)}>
        {source.title || source.site}
      </button>
    </p>
  );
}
