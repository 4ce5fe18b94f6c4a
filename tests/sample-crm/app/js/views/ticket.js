import { accountOf, customerById } from '../data/customers.js';
import { ticketById } from '../data/records.js';
import { html, icon } from '../html.js';
import { avatar, badge, card, facts, mail, noteCard, phone, recordHead } from './parts.js';

const message = ({ who, side, when, text }) =>
  html`<li class="message message-${side}">
    ${avatar(who)}
    <div><p class="message-head"><b>${who}</b>${side === 'note' && badge('Internal')}<time>${when}</time></p>
    <p>${text}</p></div>
  </li>`;

function requesterCard(ticket, customer) {
  if (!customer) {
    return card(
      'Requester',
      facts('dl', [
        ['Caller', html`Unknown caller`],
        ['Phone', phone(ticket.number, false)],
        ['Customer', html`<span class="muted">No match</span>`],
      ]),
    );
  }
  const [first] = customer.phones;
  return card(
    'Requester',
    html`<div class="person">${avatar(customer.name)}<div><a href="/customers/${customer.id}"><b>${customer.name}</b></a>
      <small>${customer.kind}</small></div></div>
      ${facts('dl', [
        ['Phone', first ? phone(first.text, false) : html`<span class="muted">None on file</span>`],
        ['Email', mail(customer.email)],
        ['Account', accountOf(customer)],
        ['Best time', customer.best],
      ])}`,
  );
}

/** `/tickets/:id` */
export function ticketView([id]) {
  const ticket = ticketById(id);
  if (!ticket) return undefined;
  const customer = customerById(ticket.customer);
  return {
    title: `#${ticket.id} ${ticket.subject}`,
    section: 'tickets',
    body: html`<article class="record">
      ${recordHead({
        lead: html`<span class="avatar avatar-big avatar-job">${icon('inbox')}</span>`,
        title: ticket.subject,
        meta: [`Ticket #${ticket.id}`, customer?.name ?? `Caller ${ticket.number}`, ticket.channel],
        badges: badge(ticket.state, ticket.state === 'New' ? 'info' : 'warn'),
        actions:
          customer?.job && html`<a class="button" href="/jobs/${customer.job}">Job J-${customer.job}</a>`,
      })}
      <div class="columns">
        <div>
          ${card('Conversation', html`<ol class="thread">${ticket.messages.map(message)}</ol>`)}
          ${noteCard({
            title: 'Internal note',
            shape: 'input',
            label: 'Internal note',
            hint: 'Only the team sees this',
          })}
        </div>
        <div>
          ${requesterCard(ticket, customer)}
          ${card(
            'Ticket',
            facts('dl', [
              ['Assignee', 'Keisha Bramble'],
              ['Followers', 'Mina Takeda, Luis Arroyo'],
              ['External id', html`<span class="num">4155510${ticket.id}</span>`],
              ['Received on', html`<span class="num">(415) 555-0100</span>`],
            ]),
          )}
          <nav class="card more" aria-label="Other tickets"><h2>Other open tickets</h2>
            ${[58213, 58227, 58230]
              .filter((other) => other !== ticket.id)
              .map((other) => html`<a href="/tickets/${other}">#${other} ${ticketById(other).subject}</a>`)}
          </nav>
        </div>
      </div>
    </article>`,
  };
}
