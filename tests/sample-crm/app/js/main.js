import './contact-card.js';
import { html, render } from './html.js';
import { callsView } from './views/calls.js';
import { customerView } from './views/customer.js';
import { customerEditView } from './views/customer-edit.js';
import { customersView } from './views/customers.js';
import { dashboardView } from './views/dashboard.js';
import { crossOriginFrameView, sameOriginFrameView } from './views/frames.js';
import { jobView } from './views/job.js';
import { settingsView } from './views/settings.js';
import { ticketView } from './views/ticket.js';
import { wire } from './wire.js';

const routes = [
  [/^\/(?:dashboard)?$/, dashboardView],
  [/^\/calls$/, callsView],
  [/^\/customers$/, customersView],
  [/^\/customers\/(\d+)$/, customerView],
  [/^\/customers\/(\d+)\/edit$/, customerEditView],
  [/^\/jobs\/(\d+)$/, jobView],
  [/^\/tickets\/(\d+)$/, ticketView],
  [/^\/settings$/, settingsView],
  [/^\/frames\/same-origin$/, sameOriginFrameView],
  [/^\/frames\/cross-origin$/, crossOriginFrameView],
];

const notFound = {
  title: 'Not found',
  section: '',
  body: html`<div class="card empty"><h1>Nothing here</h1><p class="muted">This record does not exist or was removed.</p>
    <a class="button" href="/customers">All customers</a></div>`,
};

const main = document.getElementById('main');

function viewOf({ pathname, searchParams }) {
  for (const [pattern, view] of routes) {
    const match = pattern.exec(pathname);
    if (match) return view(match.slice(1), searchParams, navigate) ?? notFound;
  }
  return notFound;
}

/** Renders the current address in place; the document is never reloaded. */
function show() {
  const view = viewOf(new URL(location.href));
  document.title = `${view.title} · Northgate`;
  for (const link of document.querySelectorAll('.rail a[data-section]')) {
    if (link.dataset.section === view.section) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  render(main, view.body);
  view.mount?.(main);
}

/** Goes to a route as a click on a link would. */
function navigate(path) {
  history.pushState(null, '', path);
  show();
  scrollTo(0, 0);
  main.focus({ preventScroll: true });
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="/"]');
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || event.defaultPrevented) return;
  event.preventDefault();
  link.closest('details')?.removeAttribute('open');
  navigate(link.getAttribute('href'));
});

document.querySelector('.search').addEventListener('submit', (event) => {
  event.preventDefault();
  const query = new FormData(event.target).get('q').trim();
  navigate(query ? `/customers?q=${encodeURIComponent(query)}` : '/customers');
});

addEventListener('popstate', show);
wire(main);
show();
