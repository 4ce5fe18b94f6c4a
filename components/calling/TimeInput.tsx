import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CallbackPromise } from '../../lib/domain/callback.ts';
import { checkPromise } from '../../lib/domain/promise-check.ts';
import type { PromisedTimeReading, PromisedWindow } from '../../lib/domain/promised-time/types.ts';
import { windowWords } from '../../lib/i18n/times.ts';
import { type FormReaders, questionWords, timeContext } from '../../lib/stores/read-draft.ts';
import { useList } from '../app-context.ts';
import { chipWord } from '../callback-form/chip-words.ts';
import { isTakingEnter } from '../ui/keys.ts';

interface TimeInputProps {
  label: string;
  /** Accessible name. */
  name: string;
  /** A certain time, taken with Enter, the button or one of the choices. */
  onTake: (promise: CallbackPromise) => void;
  /** Times to take with one click: the usual ones, or only the next working morning. */
  offer?: 'usual' | 'next morning';
}

/** A promised time in words, understood live; only a certain one can be taken. */
export function TimeInput({ label, name, onTake, offer }: TimeInputProps) {
  const { settings, clock, loadReaders } = useList();
  const [text, setText] = useState('');
  const [reading, setReading] = useState<PromisedTimeReading | null>(null);
  const id = useId();
  const zone = clock.zone.value;
  const now = clock.now.value;

  const read = async (words: string) => {
    setText(words);
    const { readPromisedTime } = await loadReaders();
    const context = { settings: settings.settings.value, rules: settings.rules.value };
    const read = readPromisedTime(words, timeContext(clock.now.value, context));
    setReading(read);
    return read;
  };
  const take = (window: PromisedWindow, words: string) => {
    setText('');
    setReading(null);
    onTake({ ...window, zone, words });
  };
  const certain = reading?.kind === 'understood' ? reading : null;
  const submit = async () => {
    // Enter may come before the reader is loaded.
    const meant = reading ?? (await read(text));
    if (meant.kind !== 'understood') return;
    // What was read stays what is meant, unless it has passed while it stood in the field.
    if (checkPromise(meant.window, settings.rules.value, clock.now.value) !== 'in-the-past') {
      take(meant.window, text);
    } else setReading({ kind: 'question', why: 'in-the-past', choices: [] });
  };

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
            if (event.key === 'Escape' && text !== '') {
              event.stopPropagation();
              setText('');
              setReading(null);
            }
            if (!isTakingEnter(event)) return;
            event.preventDefault();
            submit();
          }}
        />
        <button type="button" class="button" disabled={!certain} onClick={submit}>
          {i18n.t('review.setTime')}
        </button>
      </span>
      {offer && text === '' ? <Offer name={name} offer={offer} onTake={take} /> : null}
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

interface OfferProps {
  name: string;
  offer: 'usual' | 'next morning';
  onTake: (window: PromisedWindow, words: string) => void;
}

/** Times one click away; worked out anew now and then, because many of these stand in one review. */
function Offer({ name, offer, onTake }: OfferProps) {
  const { settings, clock, loadReaders } = useList();
  const [readers, setReaders] = useState<FormReaders | null>(null);
  useEffect(() => {
    loadReaders().then(setReaders, () => {});
  }, [loadReaders]);
  const { value: all } = settings.settings;
  const { value: rules } = settings.rules;
  const minute = Math.floor(clock.now.value / 60_000);
  const chips = useMemo(
    () => readers?.promisedTimeChips(timeContext(minute * 60_000, { settings: all, rules })) ?? [],
    [readers, all, rules, minute],
  );
  const offered = offer === 'usual' ? chips : chips.filter(({ id }) => id.endsWith('-morning'));
  if (offered.length === 0) return null;
  return (
    <fieldset class="chips" aria-label={name}>
      {offered.map(({ id, window }) => (
        <button key={id} type="button" class="chip" onClick={() => onTake(window, chipWord(id))}>
          {chipWord(id)}
        </button>
      ))}
    </fieldset>
  );
}
