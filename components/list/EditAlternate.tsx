import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Callback, limits } from '../../lib/domain/callback.ts';
import { useList } from '../app-context.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { isTakingEnter } from '../ui/keys.ts';
import { useEntryActions } from './use-entry-actions.ts';

interface EditAlternateProps {
  callback: Callback;
  who: string;
}

/** Other numbers of the caller; one of them can be made the one that is called. */
export function EditAlternate({ callback, who }: EditAlternateProps) {
  const { settings, loadReaders } = useList();
  const { edit } = useEntryActions(callback);
  const [text, setText] = useState('');
  const { alternatePhones, phone } = callback;
  const add = async () => {
    const { readPhone } = await loadReaders();
    const read = readPhone(text, settings.settings.value.defaultCountry);
    if (read.kind === 'empty' || read.kind === 'no-number') return;
    await edit({ alternatePhones: [...alternatePhones, read.phone] });
    setText('');
  };
  return (
    <div class="field">
      <span class="field-label">{i18n.t('prep.otherNumbers')}</span>
      {alternatePhones.length > 0 ? (
        <div class="chips">
          {alternatePhones.map((other) => (
            <div key={other.asShown} class="draft-chip">
              <button
                type="button"
                class="chip"
                onClick={() =>
                  edit({
                    phone: other,
                    alternatePhones: [
                      ...alternatePhones.filter((one) => one !== other),
                      ...(phone ? [phone] : []),
                    ],
                  })
                }
              >
                {i18n.t('prep.useNumber', [other.asShown])}
              </button>
              <IconButton
                icon="close"
                label={i18n.t('prep.dropNumber', [other.asShown])}
                onClick={() => edit({ alternatePhones: alternatePhones.filter((one) => one !== other) })}
              />
            </div>
          ))}
        </div>
      ) : null}
      <input
        type="tel"
        class="input"
        autocomplete="off"
        maxLength={limits.phone}
        aria-label={i18n.t('list.fieldOf', [i18n.t('prep.addNumber'), who])}
        placeholder={i18n.t('prep.addNumber')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (!isTakingEnter(event)) return;
          event.preventDefault();
          add();
        }}
      />
    </div>
  );
}
