import { accountOf, customers } from '../data/customers.js';
import { html } from '../html.js';
import { avatar, badge } from './parts.js';

const plain = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();

const row = (customer) =>
  html`<div class="grid-row" role="row">
    <div role="cell" class="who">${avatar(customer.name)}<div>
      <a href="/customers/${customer.id}"><b><bdi>${customer.name}</bdi></b></a>
      <small>${customer.also ?? customer.email}</small></div></div>
    <div role="cell" class="num">${customer.phones[0]?.text ?? html`<span class="muted">–</span>`}</div>
    <div role="cell" class="num">${accountOf(customer)}</div>
    <div role="cell">${customer.kind}</div>
    <div role="cell">${customer.address.at(-1) === 'United Kingdom' || customer.address.at(-1) === 'Germany' ? customer.address.at(-1) : customer.address[1].split(',')[0]}</div>
    <div role="cell">${customer.job ? badge('Open job', 'info') : html`<span class="muted">–</span>`}</div>
  </div>`;

/** `/customers`, a grid of divs rather than a table; `?q=` filters it. */
export function customersView(_ids, query) {
  const asked = query.get('q')?.trim() ?? '';
  const shown = customers.filter(({ name, also = '', email }) =>
    plain(`${name} ${also} ${email}`).includes(plain(asked)),
  );
  return {
    title: 'Customers',
    section: 'customers',
    body: html`<header class="list-head"><div><h1>Customers</h1>
        <p class="muted">${asked ? html`${shown.length} for “${asked}”. <a href="/customers">Show all</a>` : `${shown.length} active accounts`}</p></div>
      </header>
      <div class="card grid-list" role="table" aria-label="Customers">
        <div class="grid-row grid-head" role="row">${[
          'Name',
          'Phone',
          'Account',
          'Type',
          'Location',
          'Work',
        ].map((name) => html`<div role="columnheader">${name}</div>`)}</div>
        ${shown.map(row)}
      </div>`,
  };
}
