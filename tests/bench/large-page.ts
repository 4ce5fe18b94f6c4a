/**
 * A record page of a CRM as large as one gets: the product's bars, the customer's card and form, another
 * record's hidden tab, a long activity feed and a long table of orders, with the classes, icons and data
 * attributes such pages carry. Plain strings, nothing of any product.
 */

/** Pages of components: none, one at the foot of the page, one for every entry of the feed. */
export type Components = 'none' | 'one' | 'feed';

/** A page of `nodes` nodes (elements and texts) or a few more, half of them in the feed, half in the table. */
export function largePage(nodes: number, components: Components = 'none'): string {
  const html = largeHtml(nodes);
  if (components === 'one') return html.replace('</footer>', '<x-foot></x-foot></footer>');
  return components === 'feed'
    ? html.replaceAll('<article ', '<x-entry ').replaceAll('</article>', '</x-entry>')
    : html;
}

function largeHtml(nodes: number): string {
  let left = nodes - nodesIn(page('', ''));
  const perPair = nodesIn(activity(0)) + nodesIn(orders(0));
  const feed: string[] = [];
  const table: string[] = [];
  for (let at = 0; left > 0; at++, left -= perPair) {
    feed.push(activity(at));
    table.push(orders(at));
  }
  return page(feed.join(''), table.join(''));
}

/** Elements and texts of markup written as it is here: no comments, no space between tags. */
function nodesIn(html: string): number {
  const elements = html.match(/<[a-z][^>]*>/g)?.length ?? 0;
  const texts = html.match(/>[^<]+/g)?.length ?? 0;
  return elements + texts;
}

const people = ['Priya Nair', 'Tom Okafor', 'Ana Souza', 'Jens Holm', 'Mei Lin'];
const products = ['Water filter', 'Heat pump service', 'Boiler visit', 'Spare valve', 'Inspection'];
const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
const digits = (value: number, length: number): string => String(value).padStart(length, '0');
const icon = (name: string): string =>
  `<svg class="icon icon-${name}" viewBox="0 0 16 16" aria-hidden="true"><path d="M2 8h12"></path></svg>`;
const button = (label: string, name: string): string =>
  `<button type="button" class="btn btn-icon" aria-label="${label}">${icon(name)}</button>`;

/** One entry of the feed, as long as such entries are. */
function activity(at: number): string {
  const who = pick(people, at);
  return `<article class="feed-item card" data-id="${at}" role="listitem"><div class="feed-head"><span class="avatar" title="${who}">${who.slice(0, 1)}</span><a class="user-link" href="/users/${at % 40}">${who}</a><span class="muted">called the customer</span><time datetime="2026-03-12T09:${digits(at % 60, 2)}">12 March 2026, 09:${digits(at % 60, 2)}</time></div><div class="feed-body"><p>Visit <b>done</b>, filter changed; the customer asked for a call after the 14th.</p><ul class="tags"><li class="tag">service</li><li class="tag">north</li></ul></div><div class="feed-actions">${button('Edit', 'edit')}${button('Delete', 'bin')}<a href="#a${at}">Reply</a></div></article>`;
}

/** Two rows of the table. */
function orders(at: number): string {
  const row = (number: number): string =>
    `<tr class="row" data-row="${number}"><td class="check"><input type="checkbox" class="box" aria-label="Select row"></td><td><a href="/orders/${number}">SO-${digits(number, 6)}</a></td><td><span class="cell">${pick(products, number)}</span></td><td class="date">2026-03-${digits(1 + (number % 28), 2)}</td><td class="money"><span>98.${digits(number % 100, 2)}</span> EUR</td><td><span class="badge badge-ok"><i class="dot"></i>Delivered</span></td></tr>`;
  return row(at * 2) + row(at * 2 + 1);
}

const styles =
  'body{font:14px sans-serif}.card{border:1px solid #ccc;padding:8px}.tab-panel.off{display:none}.muted{color:#666}.btn{border:0}h1{font-size:24px}';

function page(feed: string, table: string): string {
  return `<!doctype html><html lang="en"><head><title>Dana Lee - Customer</title><style>${styles}</style></head><body><header class="top-bar"><a class="logo" href="/">Desk</a><nav aria-label="Main">${menu()}</nav><input type="search" placeholder="Search"><button class="user-menu" aria-label="Signed in as Sam Field">Sam Field</button></header><div class="layout"><aside class="side"><ul>${menu()}</ul></aside><main class="content"><div class="record-head"><h1>Dana Lee</h1><span class="badge">Customer</span></div><section class="card"><h2>Contact</h2><dl><dt>Mobile</dt><dd><a href="tel:+14155550132">(415) 555-0132</a></dd><dt>Fax</dt><dd>(415) 555-0199</dd><dt>Customer no.</dt><dd>1042</dd></dl></section><form class="card">${fields()}</form><div class="tab-panel off"><h1>Omar Haddad</h1><dl><dt>Mobile</dt><dd><a href="tel:+14155550177">(415) 555-0177</a></dd></dl></div><section class="feed" role="list"><h2>Activity</h2>${feed}</section><section class="card"><h2>Orders</h2><table class="grid"><thead><tr><th></th><th>Order</th><th>Product</th><th>Date</th><th>Amount</th><th>State</th></tr></thead><tbody>${table}</tbody></table></section></main></div><footer><a href="tel:+18005550100">Call us: 800 555 0100</a></footer></body></html>`;
}

function menu(): string {
  const entries = ['Home', 'Customers', 'Orders', 'Calls', 'Calendar', 'Reports', 'Settings'];
  return entries.map((entry) => `<li class="item"><a href="#${entry}">${entry}</a></li>`).join('');
}

function fields(): string {
  const values: [string, string][] = [
    ['Street', '12 Harbour Road'],
    ['City', 'Oakland'],
    ['Postal code', '94607'],
    ['Notes', 'Prefers mornings'],
  ];
  return values
    .map(
      ([label, value], at) =>
        `<div class="field"><label for="f${at}">${label}</label><input id="f${at}" class="input" value="${value}"></div>`,
    )
    .join('');
}
