import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ImportStore } from '../../lib/stores/import-store.ts';
import '../lock/lock.css';
import { Field, hintId } from '../ui/Field.tsx';
import { CancelImport } from './CancelImport.tsx';

interface BackupPasscodeProps {
  store: ImportStore;
  wrong: boolean;
  /** A passcode is set here with what is imported. */
  turnsOn: boolean;
}

/** Asks for the passcode a sealed backup was made with. */
export function BackupPasscode({ store, wrong, turnsOn }: BackupPasscodeProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      class="notice passcode-form"
      onSubmit={(event) => {
        event.preventDefault();
        store.unlock(field.current?.value ?? '');
      }}
    >
      <p>{i18n.t('backup.sealedAsk')}</p>
      {turnsOn ? <p class="hint">{i18n.t('backup.sealedTurnsOn')}</p> : null}
      <Field
        id="backup-passcode"
        label={i18n.t('lock.backupPasscode')}
        problem={wrong ? i18n.t('lock.wrong') : undefined}
      >
        <input
          ref={field}
          id="backup-passcode"
          class="input"
          type="password"
          autocomplete="off"
          required
          aria-describedby={hintId('backup-passcode')}
          aria-invalid={wrong ? 'true' : undefined}
        />
      </Field>
      <div class="form-actions">
        <button type="submit" class="button primary">
          {i18n.t('backup.sealedOpen')}
        </button>
        <CancelImport store={store} />
      </div>
    </form>
  );
}
