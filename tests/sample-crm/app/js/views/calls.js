import { customerById } from '../data/customers.js';
import { calls } from '../data/records.js';
import { html, icon } from '../html.js';
import { dayAgo, isoAgo, timeAgo } from '../time.js';

const states = { missed: 'Missed', abandoned: 'Abandoned', voicemail: 'Voicemail', answered: 'Answered' };

function callRow(call) {
  const customer = customerById(call.customer);
  const number = customer?.phones[0].text ?? call.number ?? 'Withheld';
  const day = dayAgo(call.ago);
  return html`<tr class="call-${call.state}">
    <td class="call-state">${icon(call.state)}${states[call.state]}</td>
    <td>${
      customer
        ? html`<a href="/customers/${customer.id}"><b><bdi>${customer.name}</bdi></b></a>`
        : html`<span class="muted">${call.withheld ? 'Anonymous' : 'Unknown caller'}</span>`
    }</td>
    <td class="num">${number}</td>
    <td class="num"><time datetime="${isoAgo(call.ago)}">${day !== 'Today' && html`<span class="muted">${day}</span> `}${timeAgo(call.ago)}</time></td>
    <td class="num end">${call.wait}</td>
    <td>${call.line}</td>
    <td>${call.agent ?? html`<span class="muted">–</span>`}</td>
  </tr>`;
}

/** `/calls`, optionally `?status=missed` */
export function callsView(_ids, query) {
  const status = query.get('status');
  const shown = status ? calls.filter((call) => call.state === status) : calls;
  const count = (state) => calls.filter((call) => call.state === state).length;
  const filter = (state, name, total) =>
    html`<a href="/calls${state ? `?status=${state}` : ''}" ${state === status ? html`aria-current="true"` : ''}>${name}
      <span class="count">${total}</span></a>`;
  return {
    title: 'Call log',
    section: 'calls',
    body: html`<header class="list-head"><div><h1>Call log</h1>
        <p class="muted">All lines, last 4 hours. Queue number (415) 555-0100</p></div>
        <nav class="filters" aria-label="Call status">${filter(null, 'All', calls.length)}${Object.entries(
          states,
        ).map(([state, name]) => filter(state, name, count(state)))}</nav>
      </header>
      <div class="card table-card"><table class="table">
        <thead><tr><th>Status</th><th>Caller</th><th>Number</th><th>Time</th><th class="end">Wait</th><th>Line</th><th>Agent</th></tr></thead>
        <tbody>${shown.map(callRow)}</tbody>
      </table></div>`,
  };
}
