import { telHref } from '../data/customers.js';
import { html, icon, initials } from '../html.js';

/** A number, as a link where the CRM links numbers. */
export const phone = (text, tel) =>
  tel ? html`<a href="${telHref(text)}" class="num">${text}</a>` : html`<span class="num">${text}</span>`;

/** An address that breaks after the @ when it must, and nowhere else. */
export const mail = (address) => {
  const [user, host] = address.split('@');
  return html`<a href="mailto:${address}">${user}@<wbr>${host}</a>`;
};

export const badge = (text, tone = 'plain') => html`<span class="badge badge-${tone}">${text}</span>`;

export const avatar = (name, extra = '') =>
  html`<span class="avatar ${extra}" aria-hidden="true">${initials(name)}</span>`;

export const card = (title, body, aside) =>
  html`<section class="card">
    <header class="card-head"><h2>${title}</h2>${aside}</header>
    ${body}
  </section>`;

/** Label and value pairs, in either of the two shapes seen in the wild. */
export function facts(layout, pairs) {
  const shown = pairs.filter(Boolean);
  if (layout === 'dl') {
    return html`<dl class="facts">${shown.map(
      ([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
    )}</dl>`;
  }
  return html`<div class="facts">${shown.map(
    ([label, value]) =>
      html`<div class="field"><div class="field-label">${label}</div><div class="field-value">${value}</div></div>`,
  )}</div>`;
}

/** Head of a record: who or what it is, with its state and actions. */
export const recordHead = ({ lead, title, also, meta, badges, actions }) =>
  html`<header class="record-head">
    ${lead}
    <div class="record-title">
      <h1><bdi>${title}</bdi>${also && html` <span class="also">${also}</span>`}</h1>
      <p class="meta">${meta.map((part) => html`<span>${part}</span>`)}</p>
    </div>
    <div class="record-badges">${badges}</div>
    ${actions && html`<div class="record-actions">${actions}</div>`}
  </header>`;

export const feedCard = (entries) =>
  card(
    'Activity',
    html`<ul class="feed">${entries.map(
      ({ who, what, when }) =>
        html`<li>${avatar(who)}<div><p><b>${who}</b> ${what}</p><time>${when}</time></div></li>`,
    )}</ul>`,
  );

/** Tabs inside a record; every panel stays in the page, as most CRMs keep them. */
export const tabs = (label, panels) =>
  html`<div class="tabs" data-tabs>
    <div role="tablist" aria-label="${label}">${panels.map(
      ({ id, title }, index) =>
        html`<button type="button" role="tab" id="tab-${id}" aria-controls="panel-${id}"
          aria-selected="${String(index === 0)}" tabindex="${index === 0 ? 0 : -1}">${title}</button>`,
    )}</div>
    ${panels.map(
      ({ id, body }, index) =>
        html`<div role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}" ${index === 0 ? '' : html`hidden`}>${body}</div>`,
    )}
  </div>`;

/** Note fields of all three kinds pages have: input, textarea, contenteditable. */
export function noteCard({ title, shape, label, value = '', hint = '' }) {
  const fields = {
    input: html`<input class="input" id="note" name="note" aria-label="${label}" placeholder="${hint}" value="${value}" />`,
    textarea: html`<textarea class="input" id="note" name="note" rows="3" aria-label="${label}" placeholder="${hint}">${value}</textarea>`,
    rich: html`<div class="input rich" id="note" role="textbox" aria-multiline="true" contenteditable="true"
      aria-label="${label}" data-placeholder="${hint}">${value}</div>`,
  };
  return card(
    title,
    html`<form class="note" data-note>${fields[shape]}
      <div class="note-foot"><span class="saved" role="status"></span><button class="button">Save note</button></div>
    </form>`,
  );
}

export const editLink = (href) => html`<a class="button" href="${href}">${icon('pencil')}Edit</a>`;
