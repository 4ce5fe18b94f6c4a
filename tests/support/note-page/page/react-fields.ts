import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { type NoteField, place } from './fields.ts';

interface ControlledProps {
  tag: 'input' | 'textarea';
  label: string;
  /** Hears React's state with every rendering. */
  rendered: (text: string) => void;
}

function Controlled({ tag, label, rendered }: ControlledProps) {
  const [text, setText] = useState('');
  rendered(text);
  return createElement(tag, {
    'aria-label': label,
    value: text,
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
  });
}

/** A field whose text is React's state: what React did not see, it takes off the screen again. */
export function reactField(tag: ControlledProps['tag'], label: string): NoteField {
  let state = '';
  const rendered = (text: string) => {
    state = text;
  };
  const section = place(label).appendChild(document.createElement('div'));
  const root = createRoot(section);
  flushSync(() => root.render(createElement(Controlled, { tag, label, rendered })));
  return { focus: () => section.querySelector<HTMLElement>(tag)?.focus(), model: () => state };
}
