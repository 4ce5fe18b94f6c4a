// Northgate's own people and numbers: on many pages, and never a caller.

export const company = {
  name: 'Northgate Field Service, Inc.',
  main: '(415) 555-0100',
  afterHours: '(415) 555-0101',
  fax: '(415) 555-0102',
  support: '1-800-555-0199',
};

export const team = [
  { name: 'Avery Morgan', role: 'Customer care', direct: '(415) 555-0109' },
  { name: 'Keisha Bramble', role: 'Dispatcher', direct: '(415) 555-0111' },
  { name: 'Luis Arroyo', role: 'Technician', direct: '(415) 555-0164' },
  { name: 'Jonas Pettersen', role: 'Technician', direct: '(415) 555-0165' },
  { name: 'Nadia Ferreira', role: 'Technician', direct: '(415) 555-0166' },
  { name: 'Mina Takeda', role: 'Billing', direct: '(415) 555-0112' },
];

/** Today's board: blocks as [start hour, length in hours, job, area, tone]. */
export const board = [
  {
    name: 'Luis Arroyo',
    blocks: [
      [8, 2, 'J-20866', 'Sunset', 'done'],
      [10.5, 1.5, 'J-20871', 'Richmond', 'now'],
      [13, 2.5, 'J-20879', 'Marina', 'next'],
    ],
  },
  {
    name: 'Jonas Pettersen',
    blocks: [
      [8.5, 3, 'J-20858', 'Oakland', 'done'],
      [12.5, 2, 'J-20884', 'Oakland', 'late'],
      [15, 2, 'J-20891', 'Alameda', 'next'],
    ],
  },
  {
    name: 'Nadia Ferreira',
    blocks: [
      [9, 1.5, 'J-20869', 'San Mateo', 'done'],
      [11, 3, 'J-20873', 'Redwood City', 'now'],
      [15.5, 1.5, 'J-20890', 'Daly City', 'next'],
    ],
  },
];

/** Supplier orders; the ids look like phone numbers because real ones do. */
export const partsOrders = [
  {
    order: '4155501327',
    part: 'Flame sensor, Helmont 24i',
    tracking: '9400 2079 4601 8830 22',
    due: 'Today',
  },
  { order: '5105550498', part: 'Blower motor, RTU-2', tracking: '9400 6285 5501 7741 90', due: 'Tomorrow' },
  { order: '4155501339', part: 'Door gasket, WC-1', tracking: '9400 3023 1259 0026 13', due: 'Thursday' },
  { order: '6505550276', part: 'Expansion vessel 12 l', tracking: '9400 1614 9608 8143 07', due: 'Friday' },
];

export const callsByHour = [4, 9, 14, 11, 7, 12, 16, 10, 6];
