import { useId, useState } from 'preact/hooks';

interface DefinitionProps {
  /** Name of the sign that shows it. */
  label: string;
  /** What is to be known. */
  text: string;
}

/**
 * A sign beside a figure that says what it counts: on hover, focus or tap; Escape, leaving or tapping elsewhere
 * puts it away (WCAG 2.2, 1.4.13). A screen reader says it as the sign's description.
 */
export function Definition({ label, text }: DefinitionProps) {
  const id = useId();
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer may also rest on the text itself
    <span
      class="definition"
      onMouseEnter={() => setPointed(true)}
      onMouseLeave={() => setPointed(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        setPointed(false);
        setFocused(false);
      }}
    >
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        aria-describedby={id}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onClick={() => setFocused(true)}
      >
        <span aria-hidden="true">?</span>
      </button>
      <span id={id} role="tooltip" class="definition-text" hidden={!pointed && !focused}>
        {text}
      </span>
    </span>
  );
}
