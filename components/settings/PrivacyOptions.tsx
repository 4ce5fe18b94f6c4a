import { i18n } from '#i18n';
import { type RetentionAction, retentionActions } from '../../lib/domain/retention.ts';
import type { OptionsStore } from '../../lib/stores/options-store.ts';
import type { PrivacyStore } from '../../lib/stores/privacy-store.ts';
import { Field, hintId } from '../ui/Field.tsx';
import { ForgetCaller } from './ForgetCaller.tsx';
import { NumberField } from './NumberField.tsx';

interface PrivacyOptionsProps {
  store: OptionsStore;
  privacy: PrivacyStore;
}

/** How long closed entries tell who and why, and forgetting one caller at once. */
export function PrivacyOptions({ store, privacy }: PrivacyOptionsProps) {
  const { retentionDays, retentionAction } = store.settings.value;
  const problem = store.errors.value.retentionDays ? i18n.t('privacy.daysProblem') : undefined;
  return (
    <section id="privacy">
      <h2>{i18n.t('privacy.title')}</h2>
      <NumberField
        id="retention-days"
        label={i18n.t('privacy.days')}
        hint={i18n.t('privacy.daysHint')}
        value={retentionDays}
        problem={problem}
        onSave={(days) => store.change({ retentionDays: days })}
      />
      <Field id="retention-action" label={i18n.t('privacy.action')} hint={i18n.t('privacy.actionHint')}>
        <select
          id="retention-action"
          class="input"
          aria-describedby={hintId('retention-action')}
          value={retentionAction}
          onChange={(event) => {
            const action = retentionActions.find((one) => one === event.currentTarget.value);
            if (action) store.change({ retentionAction: action });
          }}
        >
          {retentionActions.map((action) => (
            <option key={action} value={action}>
              {actionWord(action)}
            </option>
          ))}
        </select>
      </Field>
      <ForgetCaller privacy={privacy} />
    </section>
  );
}

function actionWord(action: RetentionAction): string {
  return action === 'anonymise' ? i18n.t('privacy.anonymise') : i18n.t('privacy.delete');
}
