import type { Callback } from '../../../lib/domain/callback.ts';
import { phone, promise, wednesday } from '../unit/entries.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** A working day as it looks on a screen: late ones, other scripts, holes in what is known. */
export const day: Partial<Callback>[] = [
  {
    callerName: 'Rosalind Okafor',
    phone: phone('+14155550176', { asShown: '(415) 555-0176', extension: '2207' }),
    reason: 'Invoice 4821 was paid twice, wants the refund confirmed',
    promise: promise(null, wednesday - 70 * minute),
    escalation: { reason: 'Second time this month', at: wednesday, by: 'Sam Agent' },
    calledAgain: 2,
  },
  {
    callerName: '',
    phone: phone('+14155550195', { asShown: '(415) 555-0195' }),
    kind: 'missed call',
    reason: 'Missed call',
    reasonConfirmed: false,
    happenedAt: wednesday - 20 * minute,
    owner: null,
  },
  {
    callerName: 'María Fernanda Ó Súilleabháin-Echeverría',
    phone: phone('+16285550147', { asShown: '(628) 555-0147' }),
    reason: 'Asked for a new arrival window, the gate code has changed and the dogs are out until three',
    promise: promise(wednesday - 10 * minute, wednesday + 50 * minute),
    owner: { id: 'priya raman', name: 'Priya Raman' },
  },
  {
    callerName: 'Nguyễn Thị Hồng Nhung',
    phone: phone('+16505550119', { asShown: '(650) 555-0119' }),
    reason: 'Quote for the heat pump',
    promise: promise(null, wednesday + 2 * hour),
    status: 'waiting on internal answer',
    owner: { id: 'jonas weber', name: 'Jonas Weber' },
    voicemailHeard: true,
  },
  {
    callerName: 'Harbor Point Dental Group',
    phone: phone('+15105550120', { asShown: '(510) 555-0120' }),
    reason: 'Call customer',
    promise: promise(wednesday + 20 * hour, wednesday + 20 * hour),
    status: 'left message',
  },
  { callerName: 'ليلى منصور', phone: null, reason: 'Warranty papers by post, no number left', owner: null },
  {
    callerName: 'Tobias Grant',
    phone: phone('+14155550187', { asShown: '(415) 555-0187' }),
    reason: 'Thermostat reset explained',
    status: 'completed',
    closedAt: wednesday - 30 * minute,
  },
  {
    callerName: '',
    phone: null,
    reason: '',
    status: 'completed',
    closedAt: wednesday - 100 * 24 * hour,
    anonymisedAt: wednesday - 10 * 24 * hour,
  },
];

const longName = 'Maximiliana Wolkenstein-Featherstonehaugh of Upper Brackenbury and Lower Slaughter';

/** Nobody has all of this at once; somebody has each of it. */
export const longOnes: Partial<Callback>[] = [
  {
    callerName: longName,
    phone: phone('+442079460958', { asShown: '+44 20 7946 0958', extension: '12345' }),
    reference: 'NG-1042-ABCDEFGH-1234567890-ZYXWVUTSRQ',
    reason: 'Wants the arrival window moved because the gate code has changed. '.repeat(12),
    promise: promise(null, wednesday - 2 * hour),
    owner: { id: 'x', name: 'Bartholomäus Freiherr von und zu Guttenberg-Lichtenstein' },
    escalation: {
      reason: 'Has written to the board of directors about it and wants an answer',
      at: 1,
      by: null,
    },
    calledAgain: 14,
  },
  {
    callerName: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    reason: 'https://crm.example.com/a/very/long/address/without/any/space/in/it?and=a&long=query',
    promise: promise(null, wednesday + hour),
    status: 'waiting on internal answer',
  },
  {
    callerName: '国際電気通信基礎技術研究所',
    reason: '配線図の件で折り返しをお願いします',
    status: 'left message',
  },
];

const names = ['Ana Villaseñor', 'Bob Stone', 'Chloé Dubois', 'Dmitri Ivanov', 'Eun-ji Park', 'Farah Haddad'];

/** More than anybody should have open. */
export const many: Partial<Callback>[] = Array.from({ length: 1_000 }, (_, at) => ({
  callerName: `${names[at % names.length]} ${at + 1}`,
  reason: at % 3 === 0 ? 'Asks when the engineer comes, the gate code has changed since' : 'Refund',
  promise: promise(null, wednesday + (at - 200) * 11 * minute),
  ...(at % 7 === 0 ? { owner: null } : {}),
}));
