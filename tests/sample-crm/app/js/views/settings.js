import { company, team } from '../data/company.js';
import { html } from '../html.js';
import { avatar, badge, card } from './parts.js';

const field = (label, name, type, value) =>
  html`<label class="form-field"><span>${label}</span><input class="input" name="${name}" type="${type}" value="${value}" /></label>`;

/** `/settings`: the company's own numbers, some in telephone inputs; there is no caller. */
export const settingsView = () => ({
  title: 'Settings',
  section: 'settings',
  body: html`<header class="list-head"><div><h1>Settings</h1><p class="muted">Company, phone lines and team</p></div></header>
    ${card(
      'Company',
      html`<form class="form-grid">
        ${field('Company name', 'company', 'text', company.name)}
        ${field('Tax ID', 'tax', 'text', '94-1555010')}
        ${field('Main line', 'mainLine', 'tel', company.main)}
        ${field('After-hours line', 'afterHours', 'tel', company.afterHours)}
        ${field('Fax', 'fax', 'tel', company.fax)}
        ${field('License', 'license', 'text', 'CSLB 4155501')}
      </form>`,
      html`<span class="muted">Shown on quotes and invoices</span>`,
    )}
    ${card(
      'Team',
      html`<table class="table">
        <thead><tr><th>Name</th><th>Role</th><th>Direct line</th><th>Status</th></tr></thead>
        <tbody>${team.map(
          ({ name, role, direct }) =>
            html`<tr><td class="who">${avatar(name)}<b>${name}</b></td><td>${role}</td>
              <td class="num">${direct}</td><td>${badge('Active', 'ok')}</td></tr>`,
        )}</tbody>
      </table>`,
    )}`,
});
