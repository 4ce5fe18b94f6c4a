import { board, callsByHour, partsOrders } from '../data/company.js';
import { html } from '../html.js';
import { avatar, card } from './parts.js';

const firstHour = 8;
const lastHour = 18;

const stat = (label, value, change, tone) =>
  html`<div class="card stat"><span>${label}</span><b>${value}</b><small class="${tone}">${change}</small></div>`;

// In half hours; `mount` turns it into a position, because the page's policy allows no inline styles.
const block = ([start, length, job, area, tone]) =>
  html`<li class="block block-${tone}" data-column="${(start - firstHour) * 2 + 1} / span ${length * 2}"><b>${job}</b><small>${area}</small></li>`;

const hours = Array.from({ length: (lastHour - firstHour) / 2 }, (_, index) => firstHour + index * 2);
const hourName = (hour) => `${hour > 12 ? hour - 12 : hour} ${hour < 12 ? 'AM' : 'PM'}`;

const boardCard = () =>
  card(
    'Today’s board',
    html`<div class="board">
      <div class="board-hours">${hours.map((hour) => html`<span>${hourName(hour)}</span>`)}</div>
      ${board.map(
        ({ name, blocks }) =>
          html`<div class="board-row"><div class="board-who">${avatar(name)}<b>${name}</b></div>
            <ul>${blocks.map(block)}</ul></div>`,
      )}
    </div>`,
    html`<span class="muted">On call tonight: Nadia Ferreira, <span class="num">(415) 555-0166</span></span>`,
  );

const chart = () =>
  card(
    'Calls per hour',
    html`<ul class="bars">${callsByHour.map(
      (count, index) =>
        html`<li><i data-height="${count * 6}px"></i><span>${hourName(index + 8).split(' ')[0]}</span></li>`,
    )}</ul>`,
  );

const ordersCard = () =>
  card(
    'Parts on the way',
    html`<table class="table">
      <thead><tr><th>Order</th><th>Part</th><th>Tracking</th><th>Due</th></tr></thead>
      <tbody>${partsOrders.map(
        ({ order, part, tracking, due }) =>
          html`<tr><td class="num">${order}</td><td>${part}</td><td class="num">${tracking}</td><td>${due}</td></tr>`,
      )}</tbody>
    </table>`,
  );

/** `/dashboard`: no caller anywhere, plenty of digits. */
export const dashboardView = () => ({
  title: 'Dashboard',
  section: 'dashboard',
  body: html`<header class="list-head"><div><h1>Today</h1><p class="muted">San Francisco Bay, 3 crews out</p></div></header>
    <div class="stats">
      ${stat('Jobs today', '34', '4 more than last week', 'up')}
      ${stat('Calls answered', '91%', '2 points up', 'up')}
      ${stat('Average wait', '1:12', '9 s slower', 'down')}
      ${stat('Fixed first time', '87%', 'same as last week', 'muted')}
    </div>
    ${boardCard()}
    <div class="columns">${ordersCard()}${chart()}</div>`,
  mount(main) {
    for (const item of main.querySelectorAll('[data-column]')) item.style.gridColumn = item.dataset.column;
    for (const bar of main.querySelectorAll('[data-height]')) bar.style.height = bar.dataset.height;
  },
});
