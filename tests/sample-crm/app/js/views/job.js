import { accountOf, customerById, telHref } from '../data/customers.js';
import { feedOf } from '../data/feed.js';
import { jobById } from '../data/records.js';
import { html, icon } from '../html.js';
import { avatar, badge, card, facts, feedCard, noteCard, phone, recordHead } from './parts.js';

const stages = ['Booked', 'Dispatched', 'On site', 'Completed', 'Invoiced'];

const progress = (reached) =>
  html`<ol class="stages" aria-label="Job progress">${stages.map(
    (name, index) =>
      html`<li class="${index < reached ? 'done' : ''}" ${index === reached ? html`aria-current="step"` : ''}>${name}</li>`,
  )}</ol>`;

const checklist = (steps) =>
  card(
    'Checklist',
    html`<ul class="checks">${steps.map(
      ([name, done]) =>
        html`<li><label><input type="checkbox" ${done ? html`checked` : ''} /><span>${name}</span></label></li>`,
    )}</ul>`,
    html`<span class="muted">${steps.filter(([, done]) => done).length} of ${steps.length}</span>`,
  );

/** Who to call about the job: for a company, its person on site. */
function contactCard(job, customer) {
  const isCompany = job.contact.name !== customer.name;
  const pairs = [
    [isCompany ? 'On-site contact' : 'Customer', html`<b>${job.contact.name}</b>`],
    ['Phone', phone(job.contact.text, job.contact.tel)],
    isCompany && ['Company', html`<a href="/customers/${customer.id}">${customer.name}</a>`],
    isCompany && ['Main line', phone(customer.phones[0].text, false)],
    ['Account', html`<a href="/customers/${customer.id}">${accountOf(customer)}</a>`],
    ['Address', customer.address.join(', ')],
    ['Best time to call', customer.best],
  ];
  return card(isCompany ? 'Site contact' : 'Customer', facts('grid', pairs));
}

/** `/jobs/:id` */
export function jobView([id]) {
  const job = jobById(id);
  if (!job) return undefined;
  const customer = customerById(job.customer);
  return {
    title: `J-${job.id} ${job.title}`,
    section: 'jobs',
    body: html`<article class="record">
      ${recordHead({
        lead: html`<span class="avatar avatar-big avatar-job">${icon('wrench')}</span>`,
        title: job.title,
        meta: [
          `Job J-${job.id}`,
          html`<a href="/customers/${customer.id}">${customer.name}</a>`,
          `PO ${job.po}`,
        ],
        badges: html`${badge(job.priority, 'warn')}${badge(job.state, job.tone)}`,
        actions: html`<a class="button button-main" href="${telHref(job.contact.text)}">${icon('phone')}Call customer</a>`,
      })}
      ${progress(job.stage)}
      <div class="columns">
        <div>
          ${contactCard(job, customer)}
          ${card('Reported problem', html`<p class="prose">${job.description}</p>`)}
          ${checklist(job.steps)}
          ${noteCard({ title: 'Dispatch notes', shape: 'rich', label: 'Dispatch note', value: job.note })}
        </div>
        <div>
          ${card(
            'Visit',
            html`<p class="visit"><b>${job.window}</b></p>
              <div class="person">${avatar(job.tech.name)}<div><b>${job.tech.name}</b><small>Technician, van 12</small>
              <small class="num">${job.tech.text}</small></div></div>`,
          )}
          ${card(
            'Parts',
            html`<p class="part"><b>${job.part.name}</b></p>${facts('dl', [
              ['Order', html`<span class="num">${job.part.order}</span>`],
              ['Supplier', 'Bayline Supply'],
              ['Counter', html`<span class="num">${job.part.supplier}</span>`],
            ])}`,
          )}
          ${feedCard(feedOf(customer))}
        </div>
      </div>
    </article>`,
  };
}
