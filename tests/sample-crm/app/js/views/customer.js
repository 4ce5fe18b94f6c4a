import { accountOf, customerById, telHref } from '../data/customers.js';
import { feedOf, invoicesOf } from '../data/feed.js';
import { jobById } from '../data/records.js';
import { html, icon } from '../html.js';
import {
  avatar,
  badge,
  card,
  editLink,
  facts,
  feedCard,
  mail,
  noteCard,
  phone,
  recordHead,
  tabs,
} from './parts.js';

const toneOf = { Due: 'warn', Paid: 'ok' };

/** The contact card, in the shape this customer's page uses. */
function contactCard(customer) {
  const { layout, tel, phones, emergency } = customer;
  if (layout.startsWith('card-')) {
    return card(
      'Contact',
      html`<ng-contact-card data-customer="${customer.id}" data-mode="${layout.slice(5)}"></ng-contact-card>`,
    );
  }
  const pairs = [
    ...(phones.length
      ? phones.map(({ type, text }) => [type, phone(text, tel)])
      : [['Phone', html`<span class="muted">Not provided</span>`]]),
    customer.fax && ['Fax', html`<span class="num">${customer.fax}</span>`],
    ['Email', mail(customer.email)],
    ['Best time to call', customer.best],
    emergency && [
      'Emergency contact',
      html`${emergency.name}, ${emergency.relation}<br /><span class="num">${emergency.text}</span>`,
    ],
    ['Account', accountOf(customer)],
  ];
  return card('Contact', facts(layout, pairs));
}

const peopleCard = (customer) =>
  customer.contacts &&
  card(
    'People',
    html`<table class="table">
      <thead><tr><th>Name</th><th>Role</th><th>Phone</th></tr></thead>
      <tbody>${customer.contacts.map(
        ({ name, role, text }) =>
          html`<tr><td><b>${name}</b></td><td>${role}</td><td>${phone(text, true)}</td></tr>`,
      )}</tbody>
    </table>`,
  );

function jobCard(customer) {
  const job = jobById(customer.job);
  if (!job) return undefined;
  return card(
    'Open job',
    html`<a class="job-link" href="/jobs/${job.id}">
      <span class="job-main"><b>${job.title}</b><small>J-${job.id} · ${job.window} · ${job.tech.name}</small></span>
      ${badge(job.state, job.tone)}
    </a>`,
  );
}

const invoiceTable = (customer) =>
  card(
    'Invoices',
    html`<table class="table">
      <thead><tr><th>Invoice</th><th>Date</th><th>For</th><th class="end">Amount</th><th>State</th></tr></thead>
      <tbody>${invoicesOf(customer).map(
        ({ id, date, what, sum, state }) =>
          html`<tr><td class="num">${id}</td><td class="num">${date}</td><td>${what}</td>
            <td class="num end">${sum}</td><td>${badge(state, toneOf[state])}</td></tr>`,
      )}</tbody>
    </table>`,
  );

const siteCard = (customer) =>
  card(
    'Site',
    html`<address>${icon('pin')}<span>${customer.address.map((line) => html`${line}<br />`)}</span></address>
      <ul class="plain">${customer.equipment.map((line) => html`<li>${line}</li>`)}</ul>
      <p class="site-note">${customer.note}</p>`,
  );

/** The previous record, kept in the page behind its tab as console-style CRMs do: all of it is a trap. */
const hiddenRecord = (customer) =>
  html`<section class="record" hidden aria-label="${customer.name}">
    <h1>${customer.name}</h1>
    <p>${accountOf(customer)}</p>
    ${facts('dl', [
      ['Mobile', html`<a href="${telHref(customer.phones[0].text)}">${customer.phones[0].text}</a>`],
      ['Email', customer.email],
      ['Address', customer.address.join(', ')],
    ])}
  </section>`;

const openRecords = (current, other) =>
  html`<nav class="open-records" aria-label="Open records">
    <a href="/customers/${other.id}">${other.name}</a>
    <a href="/customers/${current.id}" aria-current="page"><bdi>${current.name}</bdi></a>
  </nav>`;

/** `/customers/:id` */
export function customerView([id]) {
  const customer = customerById(id);
  if (!customer) return undefined;
  const other = customerById(customer.id === 1051 ? 1042 : 1051);
  const first = customer.phones[0];
  return {
    title: `${customer.name} · Customers`,
    section: 'customers',
    body: html`${openRecords(customer, other)}${hiddenRecord(other)}
      <article class="record">
        ${recordHead({
          lead: avatar(customer.name, 'avatar-big'),
          title: customer.name,
          also: customer.also,
          meta: [customer.kind, accountOf(customer), `Customer since ${customer.since}`],
          badges: customer.job && badge('Open job', 'info'),
          actions: html`${editLink(`/customers/${customer.id}/edit`)}${
            customer.tel &&
            first &&
            html`<a class="button button-main" href="${telHref(first.text)}">${icon('phone')}Call</a>`
          }`,
        })}
        ${tabs('Customer', [
          {
            id: 'overview',
            title: 'Overview',
            body: html`<div class="columns">
              <div>${contactCard(customer)}${peopleCard(customer)}${jobCard(customer)}${invoiceTable(customer)}</div>
              <div>${siteCard(customer)}${noteCard({
                title: 'Notes',
                shape: 'textarea',
                label: 'Internal note',
                hint: 'Add a note for the team',
              })}${feedCard(feedOf(customer))}</div>
            </div>`,
          },
          {
            id: 'plan',
            title: 'Plan and access',
            body: card(
              'Plan',
              facts('dl', [
                ['Plan', customer.plan],
                ['Gate code', `#${customer.id}*`],
                ['Meter', `628555 0${customer.id}`],
              ]),
            ),
          },
          {
            id: 'referral',
            title: 'Referred by',
            body: card(
              'Referred by',
              facts('dl', [
                ['Name', other.name],
                ['Phone', other.phones[0].text],
                ['Account', accountOf(other)],
              ]),
            ),
          },
        ])}
      </article>`,
  };
}
