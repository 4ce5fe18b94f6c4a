// A template tag that escapes everything it is given, so that names such as O'Brien-<script> stay text.

class Html {
  constructor(text) {
    this.text = text;
  }
}

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function show(value) {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(show).join('');
  return String(value).replace(/[&<>"']/g, (character) => escapes[character]);
}

/** Markup with escaped values; arrays are joined, nothing is shown for null, undefined and false. */
export function html(strings, ...values) {
  return new Html(strings.reduce((text, part, index) => text + show(values[index - 1]) + part));
}

/** Puts markup into an element or shadow root in one go, as frameworks do. */
export function render(target, markup) {
  const template = document.createElement('template');
  template.innerHTML = show(markup);
  target.replaceChildren(template.content);
}

export const icon = (name) =>
  html`<svg class="icon" aria-hidden="true"><use href="/icons.svg#${name}"></use></svg>`;

/** Two letters for an avatar; one for scripts that do not abbreviate that way. */
export function initials(name) {
  const words = name.split(/[\s-]+/).filter(Boolean);
  if (!/^[\p{Script=Latin}]/u.test(name)) return [...name][0];
  return [words[0], words.at(-1)].map((word) => [...word][0].toUpperCase()).join('');
}
