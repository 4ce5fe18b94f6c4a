import type { FormInput } from '../journey/form.ts';

/** A callback of the day that the pictures show, and how long ago it was written down. */
export interface DayEntry extends FormInput {
  minutesAgo: number;
}

/** A working day as it looks on a screen: late ones, long names, other scripts, holes in what is known. */
export const day: DayEntry[] = [
  {
    minutesAgo: 130,
    name: 'Rosalind Okafor',
    phone: '+1 415 555 0176 ext. 2207',
    reason: 'Invoice 4821 was paid twice, wants the refund confirmed',
    time: 'in 1 hour',
    reference: 'NG-1048',
    owner: 'Priya Raman',
  },
  {
    minutesAgo: 25,
    phone: '(415) 555-0195',
    kind: 'missed call',
  },
  {
    minutesAgo: 40,
    name: 'María Fernanda Ó Súilleabháin-Echeverría',
    phone: '+1 628 555 0147',
    reason: 'Asked for a new arrival window, the gate code has changed and the dogs are out until three',
    time: 'in 75 minutes',
    reference: 'NG-1043',
    owner: 'Priya Raman',
  },
  {
    minutesAgo: 15,
    name: 'Nguyễn Thị Hồng Nhung',
    phone: '+1 650 555 0119',
    reason: 'Quote for the heat pump',
    time: 'in 2 hours',
    status: 'waiting on internal answer',
    owner: 'Jonas Weber',
  },
  {
    minutesAgo: 10,
    name: 'Harbor Point Dental Group',
    phone: '+1 510 555 0120',
    reason: 'call customer',
    time: 'tomorrow 10',
    status: 'left message',
  },
  {
    minutesAgo: 5,
    name: 'ليلى منصور',
    reason: 'Warranty papers by post, no number left',
  },
  {
    minutesAgo: 90,
    name: 'Tobias Grant',
    phone: '+1 415 555 0187',
    reason: 'Thermostat reset explained',
    status: 'completed',
    owner: 'Priya Raman',
  },
];
