import { useState } from 'preact/hooks';

/** What a text field is given to keep what is being typed. */
interface Typed {
  value: string;
  onInput: (event: { currentTarget: { value: string } }) => void;
}

/**
 * Keeps what is being typed into a field that is saved when it is left: a change of another setting draws the field
 * again, and would put what is stored back over the first letters. What is refused stays to be set right.
 * @param stored the setting; where it changes itself, it is shown
 */
export function useTyped(stored: string): Typed {
  const [typed, setTyped] = useState({ text: stored, over: stored });
  // Set while drawing, as it follows from what is drawn: https://react.dev/reference/react/useState#storing-information-from-previous-renders
  if (typed.over !== stored) setTyped({ text: stored, over: stored });
  return {
    value: typed.over === stored ? typed.text : stored,
    onInput: (event) => setTyped({ text: event.currentTarget.value, over: stored }),
  };
}
