import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

interface ClockInputProps
  extends Pick<JSX.IntrinsicElements['input'], 'id' | 'aria-label' | 'aria-describedby' | 'aria-invalid'> {
  /** 'HH:MM', or '' for none. */
  value: string;
  /** Told of every whole time, and of '' once the field was emptied. */
  onTake: (time: string) => void;
}

/**
 * A time of day. The browser changes the value with every part that is typed; writing the stored one back in
 * between would end the typing in the middle, so the field keeps what is typed until it is left.
 */
export function ClockInput({ value, onTake, ...attributes }: ClockInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      type="time"
      class="input"
      {...attributes}
      value={typed ?? value}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={(event) => onTake(event.currentTarget.value.slice(0, 5))}
      onBlur={() => setTyped(null)}
    />
  );
}
