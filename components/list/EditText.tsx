import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { isTakingEnter } from '../ui/keys.ts';

interface EditTextProps {
  label: string;
  who: string;
  /** Accessible name where it stands outside the entry's editor. */
  name?: string;
  value: string;
  max: number;
  /** @param was the text the agent began from: it may have been changed elsewhere while they typed */
  onSave: (text: string, was: string) => void;
  lines?: boolean;
  list?: string;
}

/** A text that is kept when the field is left or Enter is pressed, and put back by Escape. */
export function EditText({ label, who, name, value, max, onSave, lines = false, list }: EditTextProps) {
  const [text, setText] = useState<string | null>(null);
  const [was, setWas] = useState(value);
  const id = useId();
  const type = (typed: string) => {
    if (text === null) setWas(value);
    setText(typed);
  };
  const save = () => {
    if (text !== null && text !== value) onSave(text.trim(), was);
    setText(null);
  };
  const control = {
    id,
    class: 'input',
    maxLength: max,
    value: text ?? value,
    'aria-label': name ?? i18n.t('list.fieldOf', [label, who]),
    onBlur: save,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && text !== null) {
        event.stopPropagation();
        setText(null);
      }
      if (isTakingEnter(event)) {
        event.preventDefault();
        save();
      }
    },
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {lines ? (
        <textarea rows={1} {...control} onInput={(event) => type(event.currentTarget.value)} />
      ) : (
        <input
          type="text"
          autocomplete="off"
          list={list}
          {...control}
          onInput={(event) => type(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
