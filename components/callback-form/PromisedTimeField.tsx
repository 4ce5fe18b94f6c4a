import { i18n } from '#i18n';
import type { PromisedWindow } from '../../lib/domain/promised-time/types.ts';
import { windowWords } from '../../lib/i18n/times.ts';
import { questionWords } from '../../lib/stores/read-draft.ts';
import { usePanel } from '../app-context.ts';
import { Field, hintId } from '../ui/Field.tsx';
import { chipWord } from './chip-words.ts';

interface PromisedTimeFieldProps {
  onType: (text: string) => void;
}

const id = 'promised-time';

/** When the call is promised for, in the agent's words, with what is understood said beside it at once. */
export function PromisedTimeField({ onType }: PromisedTimeFieldProps) {
  const { draft, form, clock, page } = usePanel();
  const { promisedTime } = draft.draft.value.fields;
  const reading = form.promise.value;
  const problem = form.problems.value.promisedTime;
  const now = clock.now.value;
  const zone = clock.zone.value;
  const choose = (window: PromisedWindow, words: string) => {
    form.settle('promisedTime');
    draft.choosePromise(window, words, page.beside.value);
  };

  return (
    <Field
      id={id}
      label={i18n.t('form.promisedTime')}
      hint={
        reading?.kind === 'understood' ? (
          <p class="understood">{windowWords(reading.window, now, zone)}</p>
        ) : reading?.kind === 'question' ? (
          <>
            <p class={problem ? 'problem' : undefined}>{questionWords(reading)}</p>
            {reading.choices.length > 0 ? (
              <fieldset class="chips" aria-label={i18n.t('promise.choose')}>
                {reading.choices.map(({ window }) => {
                  const words = windowWords(window, now, zone);
                  return (
                    <button key={words} type="button" class="chip" onClick={() => choose(window, words)}>
                      {words}
                    </button>
                  );
                })}
              </fieldset>
            ) : null}
          </>
        ) : null
      }
    >
      <input
        id={id}
        type="text"
        class="input"
        autocomplete="off"
        placeholder={i18n.t('form.promisedPlaceholder')}
        value={promisedTime}
        aria-describedby={hintId(id)}
        aria-invalid={problem ? 'true' : undefined}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {promisedTime === '' ? <TimeChips onChoose={choose} /> : null}
    </Field>
  );
}

/** The times promised most, one click each; those that have passed today are left out. */
function TimeChips({ onChoose }: { onChoose: (window: PromisedWindow, words: string) => void }) {
  const chips = usePanel().form.chips.value;
  if (!chips) return <div class="chips placeholder" aria-hidden="true" />;
  return (
    <fieldset class="chips" aria-label={i18n.t('chips.label')}>
      {chips.map(({ id: chip, window }) => (
        <button key={chip} type="button" class="chip" onClick={() => onChoose(window, chipWord(chip))}>
          {chipWord(chip)}
        </button>
      ))}
    </fieldset>
  );
}
