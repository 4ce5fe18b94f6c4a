import { i18n } from '#i18n';
import type { OptionsStore } from '../../lib/stores/options-store.ts';
import { NumberField } from './NumberField.tsx';

interface ReminderOptionsProps {
  store: OptionsStore;
  /** False where the browser blocks Ringback's notifications. */
  mayNotify: boolean;
}

export function ReminderOptions({ store, mayNotify }: ReminderOptionsProps) {
  const { leadMinutes, hideNamesInNotifications } = store.settings.value;
  const problem = store.errors.value.leadMinutes ? i18n.t('options.problems.lead') : undefined;
  return (
    <section id="reminders">
      <h2>{i18n.t('options.reminders')}</h2>
      <p class={mayNotify ? 'hint' : 'notice warning'}>
        {i18n.t(mayNotify ? 'options.notifyHint' : 'options.notifyBlocked')}
      </p>
      <NumberField
        id="lead"
        label={i18n.t('options.lead')}
        hint={i18n.t('options.leadUnit')}
        value={leadMinutes}
        max={240}
        problem={problem}
        onSave={(minutes) => store.change({ leadMinutes: minutes })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={hideNamesInNotifications}
          aria-describedby="hide-names-hint"
          onChange={(event) => store.change({ hideNamesInNotifications: event.currentTarget.checked })}
        />
        {i18n.t('options.hideNames')}
      </label>
      <p id="hide-names-hint" class="hint">
        {i18n.t('options.hideNamesHint')}
      </p>
    </section>
  );
}
