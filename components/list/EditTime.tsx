import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import type { PromisedWindow } from '../../lib/domain/promised-time/types.ts';
import { windowWords } from '../../lib/i18n/times.ts';
import { questionWords } from '../../lib/stores/read-draft.ts';
import { useList } from '../app-context.ts';
import { usePromisedTime } from '../calling/use-promised-time.ts';
import { isTakingEnter } from '../ui/keys.ts';
import { useEntryActions } from './use-entry-actions.ts';

interface EditTimeProps {
  callback: Callback;
  who: string;
}

/** The promised time of an entry, in words as in the form; what is not certain is asked, not saved. */
export function EditTime({ callback, who }: EditTimeProps) {
  const { clock } = useList();
  const { edit } = useEntryActions(callback);
  const [text, setText] = useState<string | null>(null);
  const { reading, read, forget, meaning } = usePromisedTime();
  const id = useId();
  const zone = clock.zone.value;
  const now = clock.now.value;

  const keep = async (window: PromisedWindow, words: string) => {
    await edit({ promise: { ...window, zone, words } });
    setText(null);
    forget();
  };
  const save = async (words: string) => {
    if (text === null) return;
    const meant = await meaning(words);
    if (meant.kind === 'understood') await keep(meant.window, words);
    if (meant.kind !== 'empty') return;
    if (callback.promise) await edit({ promise: null });
    setText(null);
    forget();
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
        onInput={(event) => {
          setText(event.currentTarget.value);
          read(event.currentTarget.value);
        }}
        onBlur={(event) => save(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isTakingEnter(event)) {
            event.preventDefault();
            save(event.currentTarget.value);
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
