import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { locale } from '../../lib/i18n/language.ts';
import type { OptionsStore } from '../../lib/stores/options-store.ts';
import { ClockInput } from '../ui/ClockInput.tsx';
import { Field, hintId } from '../ui/Field.tsx';

/** 2026-01-05 is a Monday: what the seven weekday names are taken from. */
const aMonday = Temporal.PlainDate.from('2026-01-05');
const weekdays = [1, 2, 3, 4, 5, 6, 7];

export function DayOptions({ store }: { store: OptionsStore }) {
  const { workingHours, reviewAt } = store.settings.value;
  const errors = store.errors.value;
  const [noDays, setNoDays] = useState(false);
  const orderProblem = errors['workingHours.endsAt'];

  const toggle = (day: number) => {
    const without = (days: readonly number[]) => days.filter((one) => one !== day);
    const on = !workingHours.days.includes(day);
    const last = !on && without(workingHours.days).length === 0;
    setNoDays(last);
    if (last) return;
    // Ticked quickly, each tick builds on the one before, which may not be on the screen yet.
    store.change(({ workingHours: stored }) => {
      const days = on ? [...without(stored.days), day].sort() : without(stored.days);
      return { workingHours: { ...stored, days } };
    });
  };

  return (
    <section id="day">
      <h2>{i18n.t('options.day')}</h2>
      <fieldset class="weekdays">
        <legend class="field-label">{i18n.t('options.days')}</legend>
        {weekdays.map((day) => (
          <label key={day}>
            <input type="checkbox" checked={workingHours.days.includes(day)} onChange={() => toggle(day)} />
            {aMonday.add({ days: day - 1 }).toLocaleString(locale(), { weekday: 'short' })}
          </label>
        ))}
        {noDays ? <p class="problem">{i18n.t('options.problems.days')}</p> : null}
      </fieldset>
      <div class="pair">
        <TimeField
          id="day-starts"
          label={i18n.t('options.dayStarts')}
          value={workingHours.startsAt}
          onSave={(startsAt) =>
            store.change(({ workingHours: stored }) => ({ workingHours: { ...stored, startsAt } }))
          }
        />
        <TimeField
          id="day-ends"
          label={i18n.t('options.dayEnds')}
          value={workingHours.endsAt}
          problem={orderProblem ? i18n.t('options.problems.order') : undefined}
          onSave={(endsAt) =>
            store.change(({ workingHours: stored }) => ({ workingHours: { ...stored, endsAt } }))
          }
        />
        <TimeField
          id="review-at"
          label={i18n.t('options.reviewAt')}
          hint={i18n.t('options.reviewHint')}
          value={reviewAt}
          onSave={(at) => store.change({ reviewAt: at })}
        />
      </div>
    </section>
  );
}

interface TimeFieldProps {
  id: string;
  label: string;
  value: string;
  onSave: (time: string) => void;
  hint?: string;
  problem?: string | undefined;
}

/** A time of day. An emptied field is refused on the spot and what was set stays. */
function TimeField({ id, label, value, onSave, hint, problem }: TimeFieldProps) {
  const [incomplete, setIncomplete] = useState(false);
  const refused = incomplete ? i18n.t('options.problems.time') : problem;
  return (
    <Field id={id} label={label} hint={hint} problem={refused}>
      <ClockInput
        id={id}
        value={value}
        aria-describedby={hintId(id)}
        aria-invalid={refused ? 'true' : undefined}
        onTake={(time) => {
          setIncomplete(time === '');
          if (time !== '') onSave(time);
        }}
      />
    </Field>
  );
}
