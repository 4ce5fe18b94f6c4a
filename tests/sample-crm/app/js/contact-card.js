import { accountOf, customerById } from './data/customers.js';
import { html, icon, render } from './html.js';

// A constructed sheet, because the page's policy allows no inline styles. Colours come from the page's tokens.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: grid; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); gap: 14px 20px; }
  label { display: block; color: var(--muted); font-size: 12px; margin-bottom: 2px; }
  output, a { color: var(--ink); font-variant-numeric: tabular-nums; }
  .lead output { font-weight: 600; }
  .icon { width: 14px; height: 14px; vertical-align: -2px; margin-right: 5px; color: var(--accent); fill: none;
    stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
`);

/** A contact card as component kits build it: everything inside a shadow root, open or closed. */
class ContactCard extends HTMLElement {
  connectedCallback() {
    const customer = customerById(this.dataset.customer);
    const root = this.shadowRoot ?? this.attachShadow({ mode: this.dataset.mode });
    root.adoptedStyleSheets = [sheet];
    const rows = [
      ['Name', customer.name],
      ...customer.phones.map(({ type, text }) => [type, text]),
      ...(customer.fax ? [['Fax', customer.fax]] : []),
      ['Email', customer.email],
      ['Best time to call', customer.best],
      ['Account', accountOf(customer)],
    ];
    // One id for every field: kits do reuse ids, so a label's `for` is not proof of anything.
    render(
      root,
      html`${rows.map(
        ([label, value], index) =>
          html`<div class="${index === 1 ? 'lead' : ''}"><label for="value">${label}</label>
            <output id="value">${index === 1 && icon('phone')}${value}</output></div>`,
      )}`,
    );
  }
}

customElements.define('ng-contact-card', ContactCard);
