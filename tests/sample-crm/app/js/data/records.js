// Jobs and tickets. Conversations quote other people's numbers, as real ones do.

export const jobs = [
  {
    id: 20871,
    title: 'Boiler locks out, no heat (fault E28)',
    customer: 1042,
    contact: { name: 'Dana Lee', text: '(415) 555-0132', tel: true },
    state: 'On site',
    tone: 'info',
    priority: 'High',
    window: 'Today, 10:30 AM to 12:00 PM',
    tech: { name: 'Luis Arroyo', text: '(415) 555-0164' },
    description:
      'No heat since last night. Boiler fires, runs about a minute and locks out with E28. Reset works once. Hot water is fine.',
    steps: [
      ['Check gas pressure and condensate', true],
      ['Read fault history', true],
      ['Replace flame sensor', false],
      ['Run 20 minutes and record flue reading', false],
    ],
    part: { name: 'Flame sensor, Helmont 24i', order: '4155501327', supplier: '(510) 555-0171' },
    po: '4155502871',
    stage: 2,
    note: 'Customer wants a call before the part is ordered.',
  },
  {
    id: 20884,
    title: 'Rooftop unit RTU-2 not cooling',
    customer: 1044,
    contact: { name: 'Walter Nkemelu', text: '(510) 555-0122 ext. 14', tel: false },
    state: 'Running late',
    tone: 'warn',
    priority: 'Urgent',
    window: 'Today, 12:30 PM to 2:30 PM',
    tech: { name: 'Jonas Pettersen', text: '(415) 555-0165' },
    description:
      'Operatory side is at 81 °F. Blower hums and does not start. Roof hatch is locked, facilities has the key.',
    steps: [
      ['Collect roof key from facilities', false],
      ['Check blower capacitor and motor', false],
      ['Clean condenser coil', false],
    ],
    part: { name: 'Blower motor, RTU-2', order: '5105550498', supplier: '(510) 555-0171' },
    po: '5105552884',
    stage: 1,
    note: 'Facilities asked for a call when the truck is 20 minutes out.',
  },
];

export const tickets = [
  {
    id: 58213,
    subject: 'Boiler still locking out, when is the visit?',
    customer: 1042,
    state: 'Open',
    channel: 'Phone and email',
    messages: [
      {
        who: 'Dana Lee',
        side: 'customer',
        when: '8:12 AM',
        text: 'Heat went out again overnight. My neighbor Sam can let you in if I am at work, he is on (415) 555-0157.',
      },
      {
        who: 'Keisha Bramble',
        side: 'agent',
        when: '8:31 AM',
        text: 'Luis is booked for 10:30. If he runs late he will ring from 415-555-0164. Your order 4155501327 ships today.',
      },
      {
        who: 'Keisha Bramble',
        side: 'note',
        when: '8:40 AM',
        text: 'Bayline counter (510.555.0171) has one sensor left. Asked them to hold it under PO 4155502871.',
      },
      {
        who: 'Dana Lee',
        side: 'customer',
        when: '9:05 AM',
        text: 'Thanks. Please call me back before you order anything, I want to know the price.',
      },
    ],
  },
  {
    id: 58227,
    subject: 'Missed call, no voicemail',
    number: '+1 415-555-0195',
    state: 'New',
    channel: 'Phone',
    messages: [
      {
        who: 'Phone system',
        side: 'note',
        when: '11:26 AM',
        text: 'Inbound call to (415) 555-0100, waited 2 min 14 s, abandoned in queue. Call id 4155510082207.',
      },
      {
        who: 'Keisha Bramble',
        side: 'note',
        when: '11:40 AM',
        text: 'Not in the customer list. Similar number: Tobias Grant, (415) 555-0187, but that is not him.',
      },
    ],
  },
  {
    id: 58230,
    subject: 'Heat pump trips the breaker',
    customer: 1045,
    state: 'Waiting on us',
    channel: 'Email',
    messages: [
      {
        who: 'Theo Lindqvist',
        side: 'customer',
        when: 'Yesterday, 6:48 PM',
        text: 'It trips every time it defrosts. The building super, Ray Abara, has the panel key, his number is 510 555 0158.',
      },
      {
        who: 'Avery Morgan',
        side: 'agent',
        when: 'Today, 8:05 AM',
        text: 'Thanks Theo. What number can we call you on? You can also reach me on (415) 555-0109. Your case is 4155507730.',
      },
    ],
  },
];

/** The call log, newest first; `ago` is in minutes. */
export const calls = [
  { ago: 7, state: 'missed', customer: 1042, wait: '0:48', line: 'Service' },
  { ago: 16, state: 'abandoned', number: '(415) 555-0195', wait: '2:14', line: 'Service' },
  { ago: 24, state: 'answered', customer: 1044, wait: '0:11', line: 'Priority', agent: 'Keisha Bramble' },
  { ago: 33, state: 'abandoned', customer: 1048, wait: '3:02', line: 'Priority' },
  { ago: 41, state: 'missed', customer: 1042, wait: '0:52', line: 'Service' },
  { ago: 58, state: 'missed', withheld: true, wait: '0:20', line: 'Service' },
  { ago: 73, state: 'voicemail', customer: 1049, wait: '0:31', line: 'Service' },
  { ago: 96, state: 'missed', customer: 1046, wait: '1:07', line: 'Landlords' },
  { ago: 120, state: 'answered', customer: 1051, wait: '0:09', line: 'Sales', agent: 'Avery Morgan' },
  { ago: 141, state: 'missed', number: '(707) 555-0142', wait: '0:37', line: 'Sales' },
  { ago: 167, state: 'abandoned', customer: 1047, wait: '2:40', line: 'Landlords' },
  { ago: 188, state: 'missed', customer: 1043, wait: '0:44', line: 'Service' },
];

export const jobById = (id) => jobs.find((job) => job.id === Number(id));
export const ticketById = (id) => tickets.find((ticket) => ticket.id === Number(id));
