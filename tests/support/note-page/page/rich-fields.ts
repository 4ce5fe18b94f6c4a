import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import Quill from 'quill';
import { type NoteField, place } from './fields.ts';

/** ProseMirror, as TipTap sets it up. */
export function tiptapField(label: string): NoteField {
  const editor = new Editor({
    element: place(label),
    extensions: [StarterKit],
    // Enter is how some pages send; nothing Ringback does may look like it.
    editorProps: {
      attributes: { 'aria-label': label, role: 'textbox' },
      handleKeyDown(_view, event) {
        if (event.key === 'Enter') editor.commands.setContent('sent');
        return event.key === 'Enter';
      },
    },
  });
  return {
    focus: () => editor.view.dom.focus(),
    model: () => editor.getText({ blockSeparator: '\n' }),
  };
}

/** Quill. */
export function quillField(label: string): NoteField {
  const quill = new Quill(place(label).appendChild(document.createElement('div')));
  quill.root.setAttribute('aria-label', label);
  quill.root.setAttribute('role', 'textbox');
  return { focus: () => quill.root.focus(), model: () => quill.getText().replace(/\n$/, '') };
}
