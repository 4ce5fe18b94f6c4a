import { Field, hintId } from '../../ui/Field.tsx';

interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  onInput: (text: string) => void;
  hint?: string;
  /** Not to be read over a shoulder. */
  secret?: boolean;
}

/** One line that is filled in before it is acted upon. */
export function TextField({ id, label, value, onInput, hint, secret = false }: TextFieldProps) {
  const control = {
    id,
    class: 'input',
    autocomplete: secret ? 'new-password' : 'off',
    spellcheck: false,
    value,
    ...(hint ? { 'aria-describedby': hintId(id) } : {}),
  };
  return (
    <Field id={id} label={label} hint={hint}>
      {secret ? (
        <input type="password" {...control} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input type="text" {...control} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
    </Field>
  );
}
