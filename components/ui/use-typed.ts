import { useEffect, useState } from 'preact/hooks';

/** What a text field is given to keep what is being typed. */
interface Typed {
  value: string;
  onInput: (event: { currentTarget: { value: string } }) => void;
}

/**
 * Keeps what is being typed into a field that is saved when it is left: a change of another setting draws the field
 * again, and would put what is stored back over the first letters.
 * @param stored the setting; where it changes itself, it is shown
 */
export function useTyped(stored: string): Typed {
  const [typed, setTyped] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts, not the value.
  useEffect(() => setTyped(null), [stored]);
  return { value: typed ?? stored, onInput: (event) => setTyped(event.currentTarget.value) };
}
