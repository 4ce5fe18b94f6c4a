import { Chrono, createConfiguration } from 'chrono-node/pt';
import {
  bound,
  boundAfterTime,
  boundEitherSide,
  clock,
  clockBefore,
  clockNotations,
  datesBy,
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
import type { Meaning } from './tokens.ts';

const hours = numbers(
  {
    uma: 1,
    duas: 2,
    três: 3,
    quatro: 4,
    cinco: 5,
    seis: 6,
    sete: 7,
    oito: 8,
    nove: 9,
    dez: 10,
    onze: 11,
    doze: 12,
  },
  String.raw`\d{1,2}`,
);
const counts = numbers(
  {
    um: 1,
    uma: 1,
    dois: 2,
    duas: 2,
    três: 3,
    quatro: 4,
    cinco: 5,
    seis: 6,
    sete: 7,
    oito: 8,
    dez: 10,
    quinze: 15,
    vinte: 20,
    trinta: 30,
    quarenta: 40,
    'quarenta e cinco': 45,
    sessenta: 60,
    noventa: 90,
    'um par de': 2,
    'umas duas': 2,
  },
  String.raw`\d{1,3}(?:[.,]5)?`,
);
const minutes = numbers(
  {
    cinco: 5,
    dez: 10,
    quinze: 15,
    vinte: 20,
    'vinte e cinco': 25,
    meia: 30,
    trinta: 30,
    quarenta: 40,
    'quarenta e cinco': 45,
  },
  '[0-5]?\\d',
);
// The article makes it a time; it is looked for and left standing, because it may also mean "to".
const THE = '(?<the>(?<=(?:^|\\P{L})(?:as?|das?|pelas) ))';
const H = '(?<unit> ?h(?:s|rs|oras?)?\\.?)';
const HOUR = `${THE}?(?<h>${hours.pattern})${H}?(?: em ponto)?`;
const COUNT = `(?<n>${counts.pattern})`;
const MONTHS = 'jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez';

/** "Às 2h" is a time; "2h" may be a time or a span, and what stands before it has to tell. */
function timeOrSpan(groups: Groups): Meaning | Meaning[] | null {
  const [hour, minute] = [hours.read(groups.h), minutes.read(groups.m ?? '0')];
  const time = clock(hour, minute, leadingZero(groups.h));
  const open = groups.unit !== undefined && groups.the === undefined && hour <= 6;
  return open ? fork(duration(hour * 60 + minute), time) : time;
}

const clocks: Entry[] = [
  ...clockNotations,
  [`${HOUR}(?![.,:/]\\d)`, timeOrSpan],
  [`${THE}?(?<h>\\d{1,2})(?<unit> ?h(?:oras?)?) ?(?<m>[0-5]\\d)(?!\\d)`, timeOrSpan],
  [
    `${THE}?(?<h>\\d{1,2})[:.](?<m>[0-5]\\d)(?![.\\d])(?: ?h(?:s|rs|oras)?)?`,
    (g) => clock(Number(g.h), Number(g.m), leadingZero(g.h)),
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
  // Not after "entre": "entre duas e cinco" is a stretch.
  [`(?<!entre (?:as )?)${HOUR} e (?<m>${minutes.pattern})(?! ?(?:min|h))`, timeOrSpan],
  [`${HOUR} e (?<m>${minutes.pattern}) ?min(?:utos)?`, timeOrSpan],
  [
    `(?<m>${minutes.pattern}|quinze|um quarto) ?(?:min(?:utos)? )?(?:para|pra|pras) (?:as? )?(?<h>${hours.pattern})`,
    (g) => clockBefore(hours.read(g.h), g.m === 'um quarto' ? 15 : minutes.read(g.m)),
  ],
  [`${HOUR} da madrugada`, (g) => clock(hours.read(g.h), 0, 'am')],
  says('(?:ao |o )?(?:meio[- ]dia)', { t: 'clock', clock: { hour: 12, minute: 0, half: '24' } }),
  says('(?:ao )?meio[- ]dia e (?:meia|trinta)', { t: 'clock', clock: { hour: 12, minute: 30, half: '24' } }),
  says('(?:a )?meia[- ]noite', { t: 'clock', clock: { hour: 24, minute: 0, half: '24' } }),
];

const durations: Entry[] = [
  [
    `(?<=(?:em|daqui|daqui a|em ate|menos de|dentro de|proximas) )${COUNT} ?h(?:s|rs|oras?)?`,
    (g) => duration(counts.read(g.n) * 60),
  ],
  [`${COUNT} ?(?:minutos?|mins?\\.?)`, (g) => duration(counts.read(g.n))],
  [
    `(?<=(?:em|daqui|daqui a|em ate|menos de|dentro de) )${COUNT} ?h(?:oras?)?(?: e)? ?(?<m>meia|[0-5]?\\d|quinze|trinta)(?: ?min(?:utos)?)?`,
    (g) => duration(counts.read(g.n) * 60 + minutes.read(g.m)),
  ],
  says('(?:uma |1 )?meia hora|meia horinha', { t: 'duration', minutes: 30, days: 0 }),
  says('(?:um )?quarto de hora', { t: 'duration', minutes: 15, days: 0 }),
  [`${COUNT} ?dias?`, (g) => duration(0, counts.read(g.n))],
  [`${COUNT} ?semanas?`, (g) => duration(0, counts.read(g.n) * 7)],
  says('na proxima hora', { t: 'within' }, { t: 'duration', minutes: 60, days: 0 }),
  says(
    'em ate|em menos de|(?:nas|nos|dentro das|dentro dos) proxim[ao]s|(?:no maximo )?em no maximo|no prazo de',
    { t: 'within' },
  ),
  // "Dentro de 2 horas" is in two hours to some and within them to others.
  ['dentro de', () => fork({ t: 'within' }, { t: 'in' })],
];

const days: Entry[] = [
  says('hoje(?: mesmo| ainda)?|ainda hoje', { t: 'day', offset: 0 }),
  says('amanhã|amanha|amnh', { t: 'day', offset: 1 }),
  says('depois de amanhã', { t: 'day', offset: 2 }),
  ...weekdays(
    [
      '(?:segundas?|seg)',
      '(?:tercas?|ter)',
      '(?:quartas?|qua)',
      '(?:quintas?|qui)',
      '(?:sextas?|sex)',
      'sab(?:ado)?',
      'dom(?:ingo)?',
    ].map((day, index) => (index < 5 ? `${day}\\.?(?:[- ]?feiras?)?` : `${day}\\.?`)),
  ),
  says('est[ae]|ness?[ae]|nest[ae]|dest[ae]', { t: 'which', which: 'this' }),
  says('(?:n[ao] )?proxim[ao]|que vem|seguinte', { t: 'which', which: 'next' }),
  says('(?:(?:da|na|a) )?(?:semana que vem|proxima semana|semana seguinte)', {
    t: 'which',
    which: 'next-week',
  }),
  says('(?:(?:no|o) )?(?:mes que vem|proximo mes)', { t: 'which', which: 'next-month' }),
  says('(?:ness?a|nesta|esta|dest?a) semana', { t: 'which', which: 'this-week' }),
  says('(?:(?:no|o) )?proximo dia util', { t: 'which', which: 'next-working-day' }),
  [
    `(?:(?:no|o) )?dia (?<d>\\d{1,2})(?! (?:de )?(?:${MONTHS})|[:/.]\\d)`,
    (g) => ({ t: 'date', dates: [{ day: Number(g.d) }] }),
  ],
];

const parts: Entry[] = [
  says('(?:(?:de|pela|da|na|a|durante a) )?manhã', { t: 'part', part: 'morning' }),
  says('(?:(?:de|pela|da|na|a|durante a) )?tarde', { t: 'part', part: 'afternoon' }),
  says('(?:(?:de|pela|da|na|a|durante a) )?noite', { t: 'part', part: 'evening' }),
  says('(?<=amanha )cedo', { t: 'part', part: 'morning' }),
  says('hoje cedo', { t: 'day', offset: 0 }, { t: 'part', part: 'morning' }),
  says(
    '(?:(?:no|ao|o) )?(?:fim|final|termino|encerramento) (?:do|de) (?:dia|expediente|hoje|trabalho)|fechamento|eod',
    { t: 'moment', moment: 'end-of-day' },
  ),
  says('(?:(?:no|ao|o) )?final (?:da|dest?a) semana|(?:(?:no|ao|o) )?fim (?:da|dest?a) semana', {
    t: 'moment',
    moment: 'end-of-week',
  }),
  says(
    '(?:(?:no|ao|o) )?(?:fim|final) da (?:semana que vem|proxima semana)',
    { t: 'moment', moment: 'end-of-week' },
    { t: 'which', which: 'next-week' },
  ),
  says(
    '(?:(?:na|a) )?primeira hora(?: do dia| da manha)?|logo cedo|bem cedo|no inicio do (?:dia|expediente)',
    { t: 'moment', moment: 'first-thing' },
  ),
  says('(?:(?:o|a|na hora do|no) )?almoco', { t: 'moment', moment: 'lunch' }),
  says('mais tarde|em algum momento|durante o dia|ao longo do dia|no decorrer do dia|depois', {
    t: 'moment',
    moment: 'sometime',
  }),
  says(
    'agora(?: mesmo)?|ja|imediatamente|de imediato|assim que possivel|o quanto antes|quanto antes|o mais rapido possivel|asap',
    { t: 'moment', moment: 'now' },
  ),
];

const bounds: Entry[] = [
  bound('before', 'antes d(?:as?|os?|e)'),
  bound(
    'by',
    'ate(?: (?:as?|o))?(?= )|nao (?:depois|mais tarde que?|mais tarde do que) d?(?:as?|e|o)?|para(?: as?)?|pras?|<',
  ),
  boundEitherSide('by', 'no maximo(?: (?:ate )?as?)?|o mais tardar|no mais tardar|impreterivelmente'),
  boundAfterTime('by', 'ou antes'),
  bound(
    'after',
    'depois d(?:as?|os?|e)|apos(?: (?:as?|os?))?|a partir d(?:as?|os?|e)|desde(?: (?:as?|o))?|nao antes d(?:as?|e)|>',
  ),
  bound('after', 'd(?:as?|e)(?= (?:\\d|uma |duas |tres |quatro |nove |dez |onze |doze |meio))'),
  boundAfterTime('after', 'ou depois|em diante|ou mais tarde'),
  bound('between', 'entre(?: as?)?'),
  says('e|&', { t: 'and' }),
  says('-', { t: 'dash' }),
  says('ou', { t: 'or' }),
  says('em|daqui(?: a)?', { t: 'in' }),
  says('as?|ao|@', { t: 'at-to' }),
  says(
    'por volta d(?:as?|e|o)|cerca de|aproximadamente|aprox\\.?|la pelas|pelas|na|no|o|dia|por favor|pfv?|ligar|retornar|retorno|ligacao|ligar de volta',
    { t: 'filler' },
  ),
];

/** Brazilian Portuguese as agents type it, with and without accents. */
export const portuguese: Lexicon = {
  entries: [...durations, ...clocks, ...days, ...parts, ...bounds],
  spaced: true,
  chrono: datesBy(Chrono, (dayFirst) => createConfiguration(true, dayFirst).parsers),
};
