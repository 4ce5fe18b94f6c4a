import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CallbackPromise } from '../../lib/domain/callback.ts';
import type { PromisedTimeReading, PromisedWindow } from '../../lib/domain/promised-time/types.ts';
import { windowWords } from '../../lib/i18n/times.ts';
import { questionWords } from '../../lib/stores/read-draft.ts';
import { useList } from '../app-context.ts';
import { isTakingEnter } from '../ui/keys.ts';

interface TimeInputProps {
  label: string;
  /** Accessible name. */
  name: string;
  /** A certain time, taken with Enter, the button or one of the choices. */
  onTake: (promise: CallbackPromise) => void;
  /** What stands in the field at first. */
  value?: string;
}

/** A promised time in words, understood live; only a certain one can be taken. */
export function TimeInput({ label, name, onTake, value = '' }: TimeInputProps) {
  const { settings, clock, loadReaders } = useList();
  const [text, setText] = useState(value);
  const [reading, setReading] = useState<PromisedTimeReading | null>(null);
  const id = useId();
  const zone = clock.zone.value;
  const now = clock.now.value;

  const read = async (words: string) => {
    setText(words);
    const { readPromisedTime } = await loadReaders();
    setReading(
      readPromisedTime(words, {
        now: Temporal.Instant.fromEpochMilliseconds(clock.now.value).toZonedDateTimeISO(zone),
        country: settings.settings.value.defaultCountry,
        workingHours: settings.settings.value.workingHours,
        language: 'en',
      }),
    );
  };
  const take = (window: PromisedWindow, words: string) => {
    setText('');
    setReading(null);
    onTake({ ...window, zone, words });
  };
  const certain = reading?.kind === 'understood' ? reading : null;

  return (
    <div class="field time-input">
      <label for={id}>{label}</label>
      <span class="time-row">
        <input
          id={id}
          type="text"
          class="input"
          autocomplete="off"
          placeholder={i18n.t('form.promisedPlaceholder')}
          aria-label={name}
          aria-describedby={`${id}-hint`}
          value={text}
          onInput={(event) => read(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (!isTakingEnter(event)) return;
            event.preventDefault();
            if (certain) take(certain.window, text);
          }}
        />
        <button
          type="button"
          class="button"
          disabled={!certain}
          onClick={() => certain && take(certain.window, text)}
        >
          {i18n.t('review.setTime')}
        </button>
      </span>
      <div id={`${id}-hint`} class="hint">
        {certain ? <span class="understood">{windowWords(certain.window, now, zone)}</span> : null}
        {reading?.kind === 'question' ? (
          <>
            <p class="problem">{questionWords(reading)}</p>
            <div class="chips">
              {reading.choices.map(({ window }) => {
                const words = windowWords(window, now, zone);
                return (
                  <button key={words} type="button" class="chip" onClick={() => take(window, words)}>
                    {words}
                  </button>
                );
              })}
            </div>
          </>
        ) : null}
      </div>
    </div>
  );
}
