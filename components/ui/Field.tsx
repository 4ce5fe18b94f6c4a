import type { ComponentChildren } from 'preact';

interface FieldProps {
  id: string;
  label: string;
  /** Said under the field, quietly. */
  hint?: ComponentChildren;
  /** Said under the field when what is in it cannot be taken. */
  problem?: string | undefined;
  children: ComponentChildren;
}

/** A labelled control with what is to be said about it; the control inside points at `hintId(id)`. */
export function Field({ id, label, hint, problem, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      <div id={hintId(id)}>
        {problem ? <p class="problem">{problem}</p> : null}
        {hint ? <div class="hint">{hint}</div> : null}
      </div>
    </div>
  );
}

/** Id of the element that describes the control `id`. */
export function hintId(id: string): string {
  return `${id}-hint`;
}
