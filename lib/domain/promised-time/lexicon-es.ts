import { Chrono, createConfiguration } from 'chrono-node/es';
import {
  bound,
  boundAfterTime,
  boundEitherSide,
  clock,
  clockBefore,
  clockNotations,
  datesBy,
  dayNumber,
  duration,
  type Entry,
  fork,
  type Groups,
  type Lexicon,
  leadingZero,
  numbers,
  says,
  weekdays,
} from './lexicon.ts';
import type { Half, Meaning } from './tokens.ts';

const hours = numbers(
  {
    una: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
  },
  String.raw`\d{1,2}`,
);
const counts = numbers(
  {
    un: 1,
    una: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    diez: 10,
    quince: 15,
    veinte: 20,
    treinta: 30,
    cuarenta: 40,
    'cuarenta y cinco': 45,
    sesenta: 60,
    noventa: 90,
    'un par de': 2,
  },
  String.raw`\d{1,3}(?:[.,]5)?`,
);
const minutes = numbers(
  { cinco: 5, diez: 10, cuarto: 15, quince: 15, veinte: 20, veinticinco: 25, media: 30, treinta: 30 },
  '5|10|15|20|25|30',
);
const HOUR = `(?<las>las? )?(?<h>${hours.pattern})(?<unit> ?h(?:s|rs|oras?)?\\.?)?(?: en punto)?`;
const HALF = '(?: ?(?<half>[ap]\\.? ?m\\.?))';
const MONTHS = 'ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic';
const COUNT = `(?<n>${counts.pattern})`;

function half(groups: Groups): Half {
  return groups.half === undefined ? leadingZero(groups.h) : groups.half.startsWith('a') ? 'am' : 'pm';
}

/** "Las 2" is a time; "2 horas" may be a time or a span, and what stands before it has to tell. */
function timeOrSpan(groups: Groups): Meaning | Meaning[] | null {
  const hour = hours.read(groups.h);
  const time = clock(hour, 0, half(groups));
  const open = groups.unit !== undefined && groups.las === undefined && half(groups) === null && hour <= 6;
  return open ? fork(duration(hour * 60), time) : time;
}

/** Lunch is over at two, three or four, from Mexico to Madrid. */
function afterLunch(): Meaning | Meaning[] | null {
  const after: Meaning = { t: 'bound', bound: 'after' };
  const at = (hour: number): Meaning => ({ t: 'clock', clock: { hour, minute: 0, half: '24' } });
  return fork([after, at(14)], [after, at(15)], [after, at(16)]);
}

/** "El 15" is a day: hours are "las 3". */
const dayNumbers: Entry[] = [
  [`(?<=\\b(?:el|del|al) )(?<d>\\d{1,2})(?! (?:de )?(?:${MONTHS})|[\\d:/.])`, dayNumber],
  [`dia (?<d>\\d{1,2})(?! (?:de )?(?:${MONTHS})|[\\d:/.])`, dayNumber],
];

const clocks: Entry[] = [
  ...clockNotations,
  [`${HOUR}${HALF}?(?![.,:/]\\d)`, timeOrSpan],
  [
    `(?:las? )?(?<h>\\d{1,2})[:.h](?<m>[0-5]\\d)(?![.\\d])(?: ?h(?:s|rs|oras)?\\.?)?${HALF}?`,
    (g) => clock(Number(g.h), Number(g.m), half(g)),
  ],
  // "Antes de 2 horas": before two o'clock, or within two hours.
  [
    `antes de (?<h>${hours.pattern}) ?h(?:s|rs|oras?)?`,
    (g) => {
      const time = clock(hours.read(g.h));
      const span = duration(hours.read(g.h) * 60);
      return fork(span && [{ t: 'within' }, span], time && [{ t: 'bound', bound: 'before' }, time]);
    },
  ],
  // Not after "entre": "entre las 2 y cinco" is a stretch.
  [
    `(?<!entre )${HOUR} y (?<m>${minutes.pattern})${HALF}?`,
    (g) => clock(hours.read(g.h), minutes.read(g.m), half(g)),
  ],
  [
    `${HOUR} menos (?<m>${minutes.pattern})${HALF}?`,
    (g) => clockBefore(hours.read(g.h), minutes.read(g.m), half(g)),
  ],
  [
    `(?<m>cuarto|diez|veinte|cinco|10|20|5) para (?:las? )?(?<h>${hours.pattern})`,
    (g) => clockBefore(hours.read(g.h), minutes.read(g.m)),
  ],
  [`${HOUR} de la madrugada`, (g) => clock(hours.read(g.h), 0, 'am')],
  says('(?:el |al )?(?:mediodia|medio dia)', { t: 'clock', clock: { hour: 12, minute: 0, half: '24' } }),
  says('(?:la )?(?:medianoche|media noche)', { t: 'clock', clock: { hour: 24, minute: 0, half: '24' } }),
];

const durations: Entry[] = [
  [`(?<=(?:en|menos de|dentro de|proximas) )${COUNT} ?hs?`, (g) => duration(counts.read(g.n) * 60)],
  [`${COUNT} ?(?:minutos?|mins?\\.?)`, (g) => duration(counts.read(g.n))],
  [`(?<=(?:en|menos de|dentro de|proximas) )${COUNT} ?horas?`, (g) => duration(counts.read(g.n) * 60)],
  [`${COUNT} horas? y media`, (g) => duration(counts.read(g.n) * 60 + 30)],
  [`${COUNT} horas? y (?:cuarto|15)`, (g) => duration(counts.read(g.n) * 60 + 15)],
  says('hora y media', { t: 'duration', minutes: 90, days: 0 }),
  says('(?:una )?media hora', { t: 'duration', minutes: 30, days: 0 }),
  says('(?:un )?cuarto de hora', { t: 'duration', minutes: 15, days: 0 }),
  says('(?:tres cuartos de hora|45 minutos)', { t: 'duration', minutes: 45, days: 0 }),
  [`${COUNT} ?dias?`, (g) => duration(0, counts.read(g.n))],
  [`${COUNT} ?semanas?`, (g) => duration(0, counts.read(g.n) * 7)],
  says(
    '(?:en|durante|dentro de) (?:la proxima|la siguiente) hora',
    { t: 'within' },
    { t: 'duration', minutes: 60, days: 0 },
  ),
  says('en menos de|(?:en|durante|dentro de) (?:las|los) (?:proxim|siguiente)[ao]?s', { t: 'within' }),
];

const days: Entry[] = [
  // "Del 3 al 5 de abril": chrono sees the last day only.
  says(`(?:del? )?\\d{1,2} al? (?=\\d{1,2} de (?:${MONTHS}))`, { t: 'unknown' }),
  says('hoy(?: mismo)?', { t: 'day', offset: 0 }),
  says('mañana', { t: 'day', offset: 1 }),
  says('pasado mañana', { t: 'day', offset: 2 }),
  says('esta (?:mañana)', { t: 'day', offset: 0 }, { t: 'part', part: 'morning' }),
  ...weekdays([
    'lun(?:es|\\.)?',
    'mar(?:tes|\\.)?',
    'mie(?:rcoles|\\.)?',
    'jue(?:ves|\\.)?',
    'vie(?:rnes|\\.)?',
    'sab(?:ado|\\.)?',
    'dom(?:ingo|\\.)?',
  ]),
  says('este|esta', { t: 'which', which: 'this' }),
  says('proxim[oa]|que viene|siguiente', { t: 'which', which: 'next' }),
  says('(?:(?:de |en )?la )?(?:semana que viene|proxima semana|semana proxima|semana siguiente)', {
    t: 'which',
    which: 'next-week',
  }),
  says('(?:el )?(?:mes que viene|proximo mes|mes proximo)', { t: 'which', which: 'next-month' }),
  says('(?:(?:de |en )?)?esta semana', { t: 'which', which: 'this-week' }),
  says('(?:el )?(?:proximo|siguiente) dia (?:habil|laborable)', { t: 'which', which: 'next-working-day' }),
];

const parts: Entry[] = [
  says('(?:por|en|de|a) la mañana', { t: 'part', part: 'morning' }),
  says('(?:(?:por|en|de|a) la )?tarde', { t: 'part', part: 'afternoon' }),
  says('(?:(?:por|en|de|a) la )?noche', { t: 'part', part: 'evening' }),
  says(
    '(?:al |el )?(?:fin|final|termino) (?:del dia|de la jornada|de jornada|de hoy)|(?:al |el )?cierre|(?:la )?hora de cierre|eod',
    { t: 'moment', moment: 'end-of-day' },
  ),
  says('(?:al |el )?final de (?:la|esta) semana', { t: 'moment', moment: 'end-of-week' }),
  says(
    '(?:al |el )?final de la (?:semana que viene|proxima semana)',
    { t: 'moment', moment: 'end-of-week' },
    { t: 'which', which: 'next-week' },
  ),
  says('(?:a )?primera hora(?: de la mañana)?', { t: 'moment', moment: 'first-thing' }),
  says('(?:en algun momento|mas tarde|luego|durante el dia)', { t: 'moment', moment: 'sometime' }),
  says(
    'ahora(?: mismo)?|ya(?: mismo)?|de inmediato|inmediatamente|enseguida|cuanto antes|lo antes posible|asap|en este momento',
    { t: 'moment', moment: 'now' },
  ),
];

const bounds: Entry[] = [
  [
    '(?:despues|luego) (?:de comer|del almuerzo|de la comida|de almorzar)|tras (?:la comida|el almuerzo)',
    afterLunch,
  ],
  bound('before', 'antes del?|previo a'),
  bound('by', 'hasta(?: el)?|no (?:mas tarde de|despues de)|para(?: el| la)?|<'),
  boundEitherSide('by', '(?:a|como) (?:mas tardar|maximo|muy tarde)(?: a| el)?'),
  boundAfterTime('by', 'o antes'),
  bound('after', 'despues del?|a partir del?|desde(?: el)?|pasad[ao]s|no antes de|tras|>'),
  bound('after', 'de(?= (?:las? )?(?:\\d|una |dos |tres |cuatro |cinco |nueve |diez |once |doce ))'),
  boundAfterTime('after', 'o (?:despues|mas tarde)|en adelante'),
  boundEitherSide('after', 'como pronto'),
  bound('between', 'entre'),
  says('y|e|&', { t: 'and' }),
  says('-', { t: 'dash' }),
  says('o|u', { t: 'or' }),
  says('en|dentro de', { t: 'in' }),
  says('a|@', { t: 'at-to' }),
  says('al', { t: 'to' }),
  says(
    'sobre|hacia|alrededor de|aproximadamente|aprox\\.?|a eso de|el|dia|por favor|llamar|devolver la llamada|volver a llamar',
    { t: 'filler' },
  ),
];

/** Spanish as agents type it on both sides of the Atlantic, with and without accents. */
export const spanish: Lexicon = {
  entries: [...dayNumbers, ...durations, ...clocks, ...days, ...parts, ...bounds],
  spaced: true,
  chrono: datesBy(Chrono, (dayFirst) => createConfiguration(true, dayFirst).parsers),
};
