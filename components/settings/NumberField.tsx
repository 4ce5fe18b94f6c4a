import { Field, hintId } from '../ui/Field.tsx';
import { useTyped } from '../ui/use-typed.ts';

interface NumberFieldProps {
  id: string;
  label: string;
  value: number;
  onSave: (value: number) => void;
  /** The largest; without it, what the setting's own rule allows. */
  max?: number;
  hint?: string;
  problem?: string | undefined;
}

/** A whole number, kept when the field is left. */
export function NumberField({ id, label, value, onSave, max, hint, problem }: NumberFieldProps) {
  const typed = useTyped(String(value));
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <input
        id={id}
        type="number"
        class="input short"
        min={0}
        max={max}
        step={1}
        {...typed}
        aria-describedby={hintId(id)}
        aria-invalid={problem ? 'true' : undefined}
        onChange={(event) => onSave(event.currentTarget.valueAsNumber)}
      />
    </Field>
  );
}
