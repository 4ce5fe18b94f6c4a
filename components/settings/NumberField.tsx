import { Field, hintId } from '../ui/Field.tsx';

interface NumberFieldProps {
  id: string;
  label: string;
  value: number;
  onSave: (value: number) => void;
  hint?: string;
  problem?: string | undefined;
}

/** A whole number, kept when the field is left. */
export function NumberField({ id, label, value, onSave, hint, problem }: NumberFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <input
        id={id}
        type="number"
        class="input short"
        min={0}
        step={1}
        value={value}
        aria-describedby={hintId(id)}
        aria-invalid={problem ? 'true' : undefined}
        onChange={(event) => onSave(event.currentTarget.valueAsNumber)}
      />
    </Field>
  );
}
