import { accountOf, customerById } from '../data/customers.js';
import { html, icon } from '../html.js';

const types = ['Mobile', 'Home', 'Work', 'Phone', 'Office', 'Main line', 'Fax'];

const field = (label, name, value, extra = '') =>
  html`<label class="form-field"><span>${label}</span><input class="input" name="${name}" value="${value}" ${extra} /></label>`;

const phoneRow = ({ type, text }, index) =>
  html`<div class="phone-row">
    <select class="input" name="phoneType" aria-label="Phone ${index + 1} type">${types.map(
      (name) => html`<option ${name === type ? html`selected` : ''}>${name}</option>`,
    )}</select>
    <input class="input" type="tel" name="phone" aria-label="Phone ${index + 1}" value="${text}" />
  </div>`;

/** Keeps what was typed in the loaded data, so that saving shows on the record until the next reload. */
function save(customer, form) {
  const data = new FormData(form);
  if (customer.first) {
    const isFamilyFirst = customer.name.startsWith(customer.last);
    customer.first = data.get('firstName');
    customer.last = data.get('lastName');
    const parts = [customer.first, customer.last];
    customer.name = (isFamilyFirst ? parts.reverse() : parts).join(' ').trim();
  } else {
    customer.name = data.get('companyName');
  }
  const numbers = data.getAll('phone');
  const rows = data.getAll('phoneType').map((type, index) => ({ type, text: numbers[index].trim() }));
  customer.phones = rows.filter(({ type, text }) => text && type !== 'Fax');
  customer.fax = rows.find(({ type, text }) => text && type === 'Fax')?.text;
  customer.email = data.get('email');
  customer.best = data.get('best');
  customer.note = data.get('note');
}

/** `/customers/:id/edit`: every value is in a form control, none in text. */
export function customerEditView([id], _query, navigate) {
  const customer = customerById(id);
  if (!customer) return undefined;
  const rows = [...customer.phones, ...(customer.fax ? [{ type: 'Fax', text: customer.fax }] : [])];
  const back = `/customers/${customer.id}`;
  return {
    title: `Edit customer ${accountOf(customer)}`,
    section: 'customers',
    body: html`<form class="edit card" autocomplete="off">
      <header class="card-head">
        <a class="icon-button" href="${back}" aria-label="Back to customer">${icon('back')}</a>
        <h1>Edit customer</h1>
        <span class="badge badge-warn" data-dirty hidden>Unsaved changes</span>
      </header>
      <div class="form-grid">
        ${
          customer.first
            ? html`${field('First name', 'firstName', customer.first)}${field('Last name', 'lastName', customer.last)}`
            : field('Company name', 'companyName', customer.name)
        }
        ${field('Account number', 'account', accountOf(customer), html`readonly`)}
        ${field('Email', 'email', customer.email, html`type="email"`)}
        <fieldset class="form-wide"><legend>Phone numbers</legend>
          <div data-phones>${(rows.length ? rows : [{ type: 'Mobile', text: '' }]).map(phoneRow)}</div>
          <button type="button" class="button button-quiet" data-add-phone>Add number</button>
        </fieldset>
        ${field('Best time to call', 'best', customer.best)}
        ${field('Meter number', 'meter', `6285550${customer.id}`)}
        <label class="form-field form-wide"><span>Service address</span><textarea class="input" name="address"
          rows="2">${customer.address.join('\n')}</textarea></label>
        <label class="form-field form-wide"><span>Site note</span><textarea class="input" name="note"
          rows="2">${customer.note}</textarea></label>
      </div>
      <footer class="form-foot">
        <a class="button" href="${back}">Cancel</a><button class="button button-main">Save changes</button>
      </footer>
    </form>`,
    mount(main) {
      const form = main.querySelector('form');
      form.addEventListener('input', () => {
        form.querySelector('[data-dirty]').hidden = false;
      });
      form.querySelector('[data-add-phone]').addEventListener('click', () => {
        const list = form.querySelector('[data-phones]');
        const row = list.lastElementChild.cloneNode(true);
        const number = list.children.length + 1;
        row.querySelector('select').setAttribute('aria-label', `Phone ${number} type`);
        row.querySelector('input').setAttribute('aria-label', `Phone ${number}`);
        row.querySelector('input').value = '';
        list.append(row);
        row.querySelector('input').focus();
      });
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        save(customer, form);
        navigate(back);
      });
    },
  };
}
