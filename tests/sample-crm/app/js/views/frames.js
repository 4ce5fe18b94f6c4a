import { html } from '../html.js';
import { badge, card, noteCard } from './parts.js';

/** The card's address on another loopback origin, or nothing: no other host may be framed. */
export function loopbackCard(given) {
  let url;
  try {
    url = new URL(given);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'http:' || !['127.0.0.1', 'localhost'].includes(url.hostname)) return undefined;
  return url.pathname === '/' ? `${url.origin}/embed/caller-card?caller=ines` : url.href;
}

const steps = [
  'Greet, give your first name',
  'Confirm name and address',
  'Ask what changed since the last visit',
  'Offer the next free window',
];

const liveCall = (heading, src) => ({
  title: heading,
  section: 'frames',
  body: html`<header class="list-head"><div><h1>Live call</h1>
      <p class="muted">Line 2, Service queue</p></div>${badge('Connected', 'ok')}</header>
    <div class="columns">
      <div>${
        src
          ? html`<iframe class="card softphone" title="Softphone" src="${src}"></iframe>`
          : html`<div class="card empty"><h2>Softphone not connected</h2>
              <p class="muted">Give the telephony address as <code>?frame=http://127.0.0.1:PORT</code>.</p></div>`
      }
      ${noteCard({ title: 'Wrap-up', shape: 'textarea', label: 'Wrap-up note', hint: 'What was agreed' })}</div>
      <div>${card('Call guide', html`<ol class="guide">${steps.map((step) => html`<li>${step}</li>`)}</ol>`)}
        ${card('Queue', html`<p class="muted">3 waiting, longest 1:48. Session 4155508826140</p>`)}</div>
    </div>`,
});

/** `/frames/same-origin`: the whole caller card lives in a frame the page owns. */
export const sameOriginFrameView = () => liveCall('Live call', '/embed/caller-card?caller=owen');

/** `/frames/cross-origin?frame=http://127.0.0.1:PORT`: the card comes from a telephony vendor. */
export const crossOriginFrameView = (_ids, query) => liveCall('Live call', loopbackCard(query.get('frame')));
