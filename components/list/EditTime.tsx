import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import { checkPromise } from '../../lib/domain/promise-check.ts';
import type { PromisedTimeReading, PromisedWindow } from '../../lib/domain/promised-time/types.ts';
import { windowWords } from '../../lib/i18n/times.ts';
import { questionWords, timeContext } from '../../lib/stores/read-draft.ts';
import { useList } from '../app-context.ts';
import { isTakingEnter } from '../ui/keys.ts';
import { useEntryActions } from './use-entry-actions.ts';

interface EditTimeProps {
  callback: Callback;
  who: string;
}

/** The promised time of an entry, in words as in the form; what is not certain is asked, not saved. */
export function EditTime({ callback, who }: EditTimeProps) {
  const { settings, clock, loadReaders } = useList();
  const { edit } = useEntryActions(callback);
  const [text, setText] = useState<string | null>(null);
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
  const keep = async (window: PromisedWindow, words: string) => {
    await edit({ promise: { ...window, zone, words } });
    setText(null);
    setReading(null);
  };
  const save = async () => {
    if (text === null) return;
    // Enter may come before the reader is loaded.
    const meant = reading ?? (await read(text));
    if (meant.kind === 'question') return;
    if (meant.kind === 'empty') {
      if (callback.promise) await edit({ promise: null });
      setText(null);
      setReading(null);
    } else if (checkPromise(meant.window, settings.rules.value, clock.now.value) === 'in-the-past') {
      setReading({ kind: 'question', why: 'in-the-past', choices: [] });
    } else await keep(meant.window, text);
  };

  return (
    <div class="field">
      <span class="field-label">{i18n.t('form.promisedTime')}</span>
      <input
        type="text"
        class="input"
        autocomplete="off"
        placeholder={i18n.t('form.promisedPlaceholder')}
        aria-label={i18n.t('list.fieldOf', [i18n.t('form.promisedTime'), who])}
        aria-describedby={id}
        value={text ?? callback.promise?.words ?? ''}
        onInput={(event) => read(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (isTakingEnter(event)) {
            event.preventDefault();
            save();
          }
        }}
      />
      <div id={id} class="hint">
        {reading === null && callback.promise ? windowWords(callback.promise, now, zone) : null}
        {reading?.kind === 'understood' ? (
          <span class="understood">{windowWords(reading.window, now, zone)}</span>
        ) : null}
        {reading?.kind === 'question' ? (
          <>
            <p class="problem">{questionWords(reading)}</p>
            <div class="chips">
              {reading.choices.map(({ window }) => {
                const words = windowWords(window, now, zone);
                return (
                  <button
                    key={words}
                    type="button"
                    class="chip"
                    // The field must not be left first: leaving it saves, and there is nothing certain to save.
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => keep(window, words)}
                  >
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
