import { i18n } from '#i18n';
import { notePlaceholders } from '../../lib/domain/attempt-note.ts';
import type { OptionsStore } from '../../lib/stores/options-store.ts';
import { Field, hintId } from '../ui/Field.tsx';
import { useTyped } from '../ui/use-typed.ts';
import { NumberField } from './NumberField.tsx';

/** The clocks of the kinds, when to stop trying, and the texts that are copied and logged. */
export function CallingOptions({ store }: { store: OptionsStore }) {
  const { clocks, maxAttempts, noteTemplate, textFollowUp } = store.settings.value;
  const errors = store.errors.value;
  const template = useTyped(noteTemplate);
  const followUp = useTyped(textFollowUp);
  const clockProblem = Object.keys(errors).some((place) => place.startsWith('clocks'))
    ? i18n.t('options.problems.clocks')
    : undefined;
  const templateProblem = errors.noteTemplate
    ? i18n.t('options.problems.noteTemplate', [notePlaceholders.map((name) => `{${name}}`).join(' ')])
    : undefined;
  return (
    <section id="calling">
      <h2>{i18n.t('options.calling')}</h2>
      <div class="pair">
        <NumberField
          id="missed-minutes"
          label={i18n.t('options.missedMinutes')}
          hint={i18n.t('options.missedMinutesHint')}
          value={clocks.missedMinutes}
          problem={clockProblem}
          onSave={(missedMinutes) =>
            store.change((stored) => ({ clocks: { ...stored.clocks, missedMinutes } }))
          }
        />
        <NumberField
          id="follow-up-from"
          label={i18n.t('options.followUpFrom')}
          hint={i18n.t('options.followUpHint')}
          value={clocks.followUpFromHours}
          onSave={(followUpFromHours) =>
            store.change((stored) => ({ clocks: { ...stored.clocks, followUpFromHours } }))
          }
        />
        <NumberField
          id="follow-up-until"
          label={i18n.t('options.followUpUntil')}
          hint={i18n.t('options.followUpHint')}
          value={clocks.followUpUntilHours}
          onSave={(followUpUntilHours) =>
            store.change((stored) => ({ clocks: { ...stored.clocks, followUpUntilHours } }))
          }
        />
        <NumberField
          id="max-attempts"
          label={i18n.t('options.maxAttempts')}
          hint={i18n.t('options.maxAttemptsHint')}
          value={maxAttempts}
          problem={errors.maxAttempts ? i18n.t('options.problems.attempts') : undefined}
          onSave={(most) => store.change({ maxAttempts: most })}
        />
      </div>
      <Field
        id="note-template"
        label={i18n.t('options.noteTemplate')}
        hint={i18n.t('options.noteTemplateHint', [notePlaceholders.map((name) => `{${name}}`).join(' ')])}
        problem={templateProblem}
      >
        <input
          id="note-template"
          type="text"
          class="input wide"
          autocomplete="off"
          {...template}
          aria-describedby={hintId('note-template')}
          aria-invalid={templateProblem ? 'true' : undefined}
          onChange={(event) => store.change({ noteTemplate: event.currentTarget.value })}
        />
      </Field>
      <Field
        id="text-follow-up"
        label={i18n.t('options.textFollowUp')}
        hint={i18n.t('options.textFollowUpHint')}
      >
        <input
          id="text-follow-up"
          autocomplete="off"
          type="text"
          class="input wide"
          maxLength={300}
          {...followUp}
          aria-describedby={hintId('text-follow-up')}
          onChange={(event) => store.change({ textFollowUp: event.currentTarget.value })}
        />
      </Field>
    </section>
  );
}
