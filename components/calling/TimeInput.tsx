import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CallbackPromise } from '../../lib/domain/callback.ts';
import type { PromisedWindow } from '../../lib/domain/promised-time/types.ts';
import { windowWords } from '../../lib/i18n/times.ts';
import { type FormReaders, questionWords, timeContext } from '../../lib/stores/read-draft.ts';
import { useList } from '../app-context.ts';
import { chipWord } from '../callback-form/chip-words.ts';
import { isTakingEnter } from '../ui/keys.ts';
import { usePromisedTime } from './use-promised-time.ts';

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
  const { clock } = useList();
  const [text, setText] = useState('');
  const { reading, read, forget, meaning } = usePromisedTime();
  const id = useId();
  const zone = clock.zone.value;
  const now = clock.now.value;

  const take = (window: PromisedWindow, words: string) => {
    setText('');
    forget();
    onTake({ ...window, zone, words });
  };
  const certain = reading?.kind === 'understood' ? reading : null;
  const submit = async (words: string) => {
    const meant = await meaning(words);
    if (meant.kind === 'understood') take(meant.window, words);
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
          onInput={(event) => {
            setText(event.currentTarget.value);
            read(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text !== '') {
              event.stopPropagation();
              setText('');
              forget();
            }
            if (!isTakingEnter(event)) return;
            event.preventDefault();
            submit(event.currentTarget.value);
          }}
        />
        <button type="button" class="button" disabled={!certain} onClick={() => submit(text)}>
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
