import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Callback, limits } from '../../lib/domain/callback.ts';
import { useList } from '../app-context.ts';
import { isTakingEnter } from '../ui/keys.ts';
import { useEntryActions } from './use-entry-actions.ts';

interface EditNumberProps {
  callback: Callback;
  who: string;
  /** Accessible name where it stands outside the entry's editor. */
  name?: string;
}

/** The number of an entry, read by the same rules as in the form when the field is left. */
export function EditNumber({ callback, who, name }: EditNumberProps) {
  const { settings, loadReaders } = useList();
  const { edit } = useEntryActions(callback);
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const id = useId();

  const save = async () => {
    if (text === null) return;
    const { readPhone } = await loadReaders();
    const read = readPhone(text, settings.settings.value.defaultCountry);
    if (read.kind === 'no-number') return setProblem(i18n.t('form.noNumber'));
    if (read.kind === 'empty' && callback.callerName === '') return setProblem(i18n.t('form.needWho'));
    setProblem(read.kind === 'doubtful' ? i18n.t('form.doubtful') : '');
    if (await edit({ phone: read.kind === 'empty' ? null : read.phone })) setText(null);
  };

  return (
    <label class="field">
      <span class="field-label">{i18n.t('form.phone')}</span>
      <input
        type="tel"
        class="input"
        autocomplete="off"
        maxLength={limits.phone}
        aria-label={name ?? i18n.t('list.fieldOf', [i18n.t('form.phone'), who])}
        aria-describedby={id}
        value={text ?? callback.phone?.asShown ?? ''}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (isTakingEnter(event)) {
            event.preventDefault();
            save();
          }
        }}
      />
      <span id={id} class="problem">
        {problem}
      </span>
    </label>
  );
}
