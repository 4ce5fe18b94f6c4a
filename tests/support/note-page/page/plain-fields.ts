import { heard, type NoteField, place } from './fields.ts';

function input(label: string, attributes: Record<string, string> = {}): NoteField {
  const element = document.createElement('input');
  element.setAttribute('aria-label', label);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  // In a form, which one Enter would send.
  place(label).appendChild(document.createElement('form')).append(element);
  return heard(element, () => element.value);
}

function textarea(label: string): NoteField {
  const element = document.createElement('textarea');
  element.setAttribute('aria-label', label);
  // Enter is how some pages send; nothing Ringback does may look like it.
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') element.value = 'sent';
  });
  place(label).append(element);
  return heard(element, () => element.value);
}

function editable(label: string): NoteField {
  const element = document.createElement('div');
  element.setAttribute('contenteditable', 'true');
  element.setAttribute('role', 'textbox');
  element.setAttribute('aria-label', label);
  place(label).append(element);
  return heard(element, () => shown(element));
}

// biome-ignore lint/performance/useDomNodeTextContent: the lines as they are shown are what is asked.
const shown = (element: HTMLElement) => element.innerText.replace(/\n+$/, '');

/** An input that a component keeps to itself. */
function inClosedShadow(label: string): NoteField {
  const host = place(label).appendChild(document.createElement('crm-note'));
  const element = document.createElement('input');
  element.setAttribute('aria-label', label);
  host.attachShadow({ mode: 'closed' }).append(element);
  return heard(element, () => element.value);
}

/** An editor in a frame: of this site's address, or of none (as TinyMCE and CKEditor 4 have it). */
async function inFrame(label: string, src?: string): Promise<NoteField> {
  const frame = document.createElement('iframe');
  frame.title = label;
  const loaded = src === undefined ? undefined : new Promise((done) => frame.addEventListener('load', done));
  if (src !== undefined) frame.src = src;
  place(label).append(frame);
  await loaded;
  const inner = frame.contentDocument as Document;
  inner.body.setAttribute('contenteditable', 'true');
  inner.body.setAttribute('aria-label', label);
  const field = heard(inner.body, () => shown(inner.body));
  return {
    ...field,
    focus() {
      frame.focus();
      field.focus();
    },
  };
}

/** A frame of another site, as a telephony vendor's is: which of its fields has the focus cannot be known. */
function elsewhere(label: string): NoteField {
  const frame = document.createElement('iframe');
  frame.title = label;
  frame.src = `http://localhost:${location.port}/frame`;
  place(label).append(frame);
  return { focus: () => frame.focus(), model: () => '' };
}

/** A field that puts its own text back a moment later, as one with a mask does. */
function stubborn(label: string): NoteField {
  const element = document.createElement('input');
  element.setAttribute('aria-label', label);
  element.addEventListener('input', () => {
    queueMicrotask(() => {
      element.value = '';
    });
  });
  place(label).append(element);
  return { focus: () => element.focus(), model: () => element.value };
}

/** Fields as pages write them by hand. */
export async function plainFields(): Promise<Record<string, NoteField>> {
  return {
    input: input('Plain input'),
    textarea: textarea('Plain textarea'),
    editable: editable('Plain editable'),
    shadow: inClosedShadow('Input in a closed shadow root'),
    frame: await inFrame('Editable in a frame', '/frame'),
    blank: await inFrame('Editable in a blank frame'),
    elsewhere: elsewhere('Frame of another site'),
    stubborn: stubborn('Stubborn'),
    short: input('Short', { maxlength: '10' }),
    password: input('Password', { type: 'password' }),
    search: input('Search', { type: 'search' }),
    fixed: input('Fixed', { readonly: '' }),
  };
}
