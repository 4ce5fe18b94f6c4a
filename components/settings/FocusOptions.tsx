import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { locale } from '../../lib/i18n/language.ts';
import type { OptionsStore } from '../../lib/stores/options-store.ts';
import { ClockInput } from '../ui/ClockInput.tsx';
import { Field, hintId } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { NumberField } from './NumberField.tsx';

/** Quiet periods for nothing but calling back, and the days nobody is there. */
export function FocusOptions({ store }: { store: OptionsStore }) {
  const { focusBlocks, workingHours } = store.settings.value;
  const errors = store.errors.value;
  const [holiday, setHoliday] = useState('');
  const setStart = (place: number, time: string) =>
    store.change(({ focusBlocks: stored }) => {
      const starts = [0, 1].map((one) => (one === place ? time : (stored.startsAt[one] ?? '')));
      return { focusBlocks: { ...stored, startsAt: starts.filter((start) => start !== '') } };
    });
  const addHoliday = () => {
    if (holiday === '' || workingHours.holidays.includes(holiday)) return;
    store.change({
      workingHours: { ...workingHours, holidays: [...workingHours.holidays, holiday].sort() },
    });
    setHoliday('');
  };
  return (
    <section id="focus">
      <h2>{i18n.t('options.focus')}</h2>
      <p class="hint">{i18n.t('options.focusHint')}</p>
      <div class="pair">
        {[0, 1].map((place) => (
          <Field key={place} id={`focus-${place}`} label={i18n.t('options.focusAt', [String(place + 1)])}>
            <ClockInput
              id={`focus-${place}`}
              value={focusBlocks.startsAt[place] ?? ''}
              onTake={(time) => setStart(place, time)}
            />
          </Field>
        ))}
        <NumberField
          id="focus-minutes"
          label={i18n.t('options.focusMinutes')}
          value={focusBlocks.minutes}
          problem={errors['focusBlocks.minutes'] ? i18n.t('options.problems.focusMinutes') : undefined}
          onSave={(minutes) =>
            store.change((stored) => ({ focusBlocks: { ...stored.focusBlocks, minutes } }))
          }
        />
      </div>
      <Field id="holiday" label={i18n.t('options.holidays')} hint={i18n.t('options.holidaysHint')}>
        <span class="time-row">
          <input
            id="holiday"
            type="date"
            class="input"
            value={holiday}
            aria-describedby={hintId('holiday')}
            onInput={(event) => setHoliday(event.currentTarget.value)}
          />
          <button type="button" class="button" onClick={addHoliday}>
            {i18n.t('options.addHoliday')}
          </button>
        </span>
      </Field>
      {workingHours.holidays.length > 0 ? (
        <ul class="sites">
          {workingHours.holidays.map((day) => {
            const words = Temporal.PlainDate.from(day).toLocaleString(locale(), {
              dateStyle: 'full',
            });
            return (
              <li key={day}>
                <span>{words}</span>
                <IconButton
                  icon="trash"
                  label={i18n.t('options.removeHoliday', [words])}
                  onClick={() =>
                    store.change({
                      workingHours: {
                        ...workingHours,
                        holidays: workingHours.holidays.filter((one) => one !== day),
                      },
                    })
                  }
                />
              </li>
            );
          })}
        </ul>
      ) : null}
    </section>
  );
}
