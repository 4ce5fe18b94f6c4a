import { dateAgo, dayMonthAgo } from '../time.js';

// What colleagues did lately. Shown beside every customer; none of these people is the caller.

/** Activity beside a record: who, what, when. */
export function feedOf(customer) {
  return [
    ...(customer.job
      ? [{ who: 'Luis Arroyo', what: `started travel to job J-${customer.job}`, when: '38 min ago' }]
      : []),
    ...(customer.ticket
      ? [{ who: 'Keisha Bramble', what: `replied on ticket ${customer.ticket}`, when: '2 h ago' }]
      : []),
    { who: 'Mina Takeda', what: `sent invoice 415550${customer.id}`, when: dayMonthAgo(12) },
    { who: 'Avery Morgan', what: 'updated the service address', when: dayMonthAgo(30) },
  ];
}

/** Invoices of a customer: ten digits, so they pass for phone numbers. */
export const invoicesOf = (customer) => [
  { id: `415550${customer.id}`, date: dateAgo(12), what: 'Annual service', sum: '$189.00', state: 'Due' },
  {
    id: `628551${customer.id}`,
    date: dateAgo(71),
    what: 'Call-out, winter check',
    sum: '$95.00',
    state: 'Paid',
  },
  { id: `510553${customer.id}`, date: dateAgo(377), what: 'Annual service', sum: '$184.00', state: 'Paid' },
];
