import { Chrono, createConfiguration } from 'chrono-node/fr';
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
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
  },
  String.raw`\d{1,2}`,
);
const counts = numbers(
  {
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    dix: 10,
    quinze: 15,
    vingt: 20,
    trente: 30,
    quarante: 40,
    'quarante-cinq': 45,
    soixante: 60,
  },
  String.raw`\d{1,3}(?:[.,]5)?`,
);
const minutes = numbers(
  {
    cinq: 5,
    dix: 10,
    quinze: 15,
    vingt: 20,
    'vingt-cinq': 25,
    trente: 30,
    quarante: 40,
    'quarante-cinq': 45,
    cinquante: 50,
  },
  '[0-5]?\\d',
);
const HOUR = `(?<h>${hours.pattern})`;
const H = '(?: ?h(?:eures?|rs?)?\\.?)';
const COUNT = `(?<n>${counts.pattern})`;
const MONTHS = 'janv|fevr|févr|mars|avr|mai|juin|juil|aou|aoû|sept|oct|nov|dec|déc';

/** Four (though hardly seven) may be four o'clock or four hours: "à" and "dans" tell them apart, and with neither it is asked. */
function timeOrSpan(hour: number, minute: number, half: Half): Meaning | Meaning[] | null {
  const time = clock(hour, minute, half);
  return hour > 6 || half !== null ? time : fork(time, duration(hour * 60 + minute));
}

/** "D'ici 16h" is a deadline, "d'ici 48h" a span, "d'ici 2h" can be both. */
function from(groups: Groups): Meaning | Meaning[] | null {
  const [hour, minute] = [hours.read(groups.h), Number(groups.m ?? 0)];
  const deadline = clock(hour, minute, leadingZero(groups.h));
  const span = duration(hour * 60 + minute);
  const by: Meaning[] | null = deadline && [{ t: 'bound', bound: 'by' }, deadline];
  const within: Meaning[] | null = span && [{ t: 'within' }, span];
  return hour > 12 && hour < 24 ? by : fork(within, by);
}

/** "Le 15" is a day: hours come with "à". */
const dayNumbers: Entry[] = [
  [`(?<=\\b(?:le|du|au) )(?<d>\\d{1,2}|1er)(?! ?(?:${MONTHS}|h\\b|h\\d|heure)|[\\d:/.])`, dayNumber],
  says('il y a|en (?:huit|quinze)', { t: 'unknown' }),
];

const clocks: Entry[] = [
  ...clockNotations,
  [`${HOUR}(?![.,:/]\\d)`, (g) => clock(hours.read(g.h), 0, leadingZero(g.h))],
  [`${HOUR}${H} ?(?<m>[0-5]\\d)?`, (g) => timeOrSpan(hours.read(g.h), Number(g.m ?? 0), leadingZero(g.h))],
  [`${HOUR}${H}`, (g) => timeOrSpan(hours.read(g.h), 0, leadingZero(g.h))],
  [`(?<h>\\d{1,2})\\.(?<m>[0-5]\\d)(?![.\\d])`, (g) => clock(Number(g.h), Number(g.m), leadingZero(g.h))],
  [
    `${HOUR}${H} (?<m>${minutes.pattern})`,
    (g) => timeOrSpan(hours.read(g.h), minutes.read(g.m), leadingZero(g.h)),
  ],
  [`${HOUR}${H} et demie?`, (g) => timeOrSpan(hours.read(g.h), 30, null)],
  [`${HOUR}${H} et quart`, (g) => timeOrSpan(hours.read(g.h), 15, null)],
  [`${HOUR}${H} moins (?:le |un )?quart`, (g) => clockBefore(hours.read(g.h), 15)],
  [`${HOUR}${H} moins (?<m>${minutes.pattern})`, (g) => clockBefore(hours.read(g.h), minutes.read(g.m))],
  [`d'ici (?:a )?${HOUR}${H}(?<m>[0-5]\\d)?`, from],
  says('midi', { t: 'clock', clock: { hour: 12, minute: 0, half: '24' } }),
  says('midi (?:et demie?|trente)', { t: 'clock', clock: { hour: 12, minute: 30, half: '24' } }),
  says('minuit', { t: 'clock', clock: { hour: 24, minute: 0, half: '24' } }),
];

const durations: Entry[] = [
  says("d'ici (?:a )?une heure", { t: 'within' }, { t: 'duration', minutes: 60, days: 0 }),
  [
    `dans les (?<n>${counts.pattern}) prochaines (?<unit>minutes|heures)`,
    (g) => {
      const span = duration(counts.read(g.n) * (g.unit === 'heures' ? 60 : 1));
      return span && [{ t: 'within' }, span];
    },
  ],
  [
    `(?<=(?:dans|sous|dans les|en moins de|d'ici) )${COUNT} ?h(?:eures?)?(?<m>[0-5]\\d)?`,
    (g) => duration(counts.read(g.n) * 60 + Number(g.m ?? 0)),
  ],
  [`${COUNT} ?(?:minutes?|mins?\\.?|mn)`, (g) => duration(counts.read(g.n))],
  [`(?<=(?:dans|d'ici) )${COUNT} ?heures? et demie`, (g) => duration(counts.read(g.n) * 60 + 30)],
  ['une heure et demie', () => fork(clock(1, 30), duration(90))],
  says('(?:une )?demi[- ]heure|demie heure', { t: 'duration', minutes: 30, days: 0 }),
  says("(?:un )?quart d'heure", { t: 'duration', minutes: 15, days: 0 }),
  says("trois quarts d'heure", { t: 'duration', minutes: 45, days: 0 }),
  [`${COUNT} ?(?:jours?|j)`, (g) => duration(0, counts.read(g.n))],
  [`${COUNT} ?semaines?`, (g) => duration(0, counts.read(g.n) * 7)],
  says("dans l'heure(?: qui vient)?", { t: 'within' }, { t: 'duration', minutes: 60, days: 0 }),
  says(
    "dans (?:les|la)(?: prochaines?)?|dans moins d(?:e |'(?=une))|en moins d(?:e |'(?=une))|sous|d'ici(?= (?:\\d+|une?|deux|trois|cinq|dix|quinze|vingt|trente) (?:min|jour|semaine|demi|quart))",
    { t: 'within' },
  ),
];

const days: Entry[] = [
  says("aujourd'hui|aujourdhui|auj\\.?|ajd|ce jour", { t: 'day', offset: 0 }),
  says('demain', { t: 'day', offset: 1 }),
  says('apres[- ]demain', { t: 'day', offset: 2 }),
  ...weekdays([
    'lun(?:di|\\.)?',
    'mar(?:di|\\.)?',
    'mer(?:credi|\\.)?',
    'jeu(?:di|\\.)?',
    'ven(?:dredi|\\.)?',
    'sam(?:edi|\\.)?',
    'dim(?:anche|\\.)?',
  ]),
  says('ce midi', { t: 'day', offset: 0 }, { t: 'clock', clock: { hour: 12, minute: 0, half: '24' } }),
  says('ce|cet|cette', { t: 'which', which: 'this' }),
  says('prochaine?', { t: 'which', which: 'next' }),
  says('qui vient', { t: 'which', which: 'coming' }),
  says('(?:(?:de )?la )?semaine (?:prochaine|qui vient)|la prochaine semaine', {
    t: 'which',
    which: 'next-week',
  }),
  says('(?:le )?(?:mois prochain|prochain mois)', { t: 'which', which: 'next-month' }),
  says('cette semaine', { t: 'which', which: 'this-week' }),
  says('(?:le )?prochain jour (?:ouvre|ouvrable)', { t: 'which', which: 'next-working-day' }),
];

const parts: Entry[] = [
  says('(?:(?:le|du|au|dans la|en) )?(?:matin|matinee)', { t: 'part', part: 'morning' }),
  says("(?:(?:de |dans |en )?l'|d')?(?:apres[- ]midi|aprem|aprem'|apm)", { t: 'part', part: 'afternoon' }),
  says('(?:(?:le|du|au|dans la|en) )?(?:soir|soiree)', { t: 'part', part: 'evening' }),
  says(
    '(?:en |a |a la |la )?fin (?:de |de la |du )?(?:journee|jour|travail|service)|eod|(?:a la )?fermeture',
    { t: 'moment', moment: 'end-of-day' },
  ),
  says('(?:a )?(?:la )?fin de (?:la|cette) semaine', { t: 'moment', moment: 'end-of-week' }),
  says(
    '(?:a )?(?:la )?fin de la semaine prochaine',
    { t: 'moment', moment: 'end-of-week' },
    { t: 'which', which: 'next-week' },
  ),
  says("(?:a )?(?:la )?premiere heure|a l'ouverture|en debut de journee", {
    t: 'moment',
    moment: 'first-thing',
  }),
  says("(?:le |la |a l'heure du )?(?:dejeuner|pause dejeuner|pause de midi)|manger", {
    t: 'moment',
    moment: 'lunch',
  }),
  says('plus tard|dans la journee|en cours de journee|a un moment', { t: 'moment', moment: 'sometime' }),
  says('maintenant|tout de suite|immediatement|des que possible|asap|au plus vite|sans attendre', {
    t: 'moment',
    moment: 'now',
  }),
];

const bounds: Entry[] = [
  bound('before', "avant(?: la| le| l')?|av\\."),
  bound('by', "(?:d'ici|jusqu')(?: ?a| ?au)?|jusqu'(?:a|au)|pas (?:plus tard que|apres)|pour|<"),
  boundEitherSide('by', 'au plus tard'),
  boundAfterTime('by', 'ou (?:avant|plus tot)|dernier delai'),
  bound('after', "apres|a partir d[e']|a compter de|depuis|pas avant|>"),
  bound('after', "des(?= (?:\\d|midi))|d[e'](?= ?(?:\\d|midi|une h|deux h|trois h|quatre h))"),
  boundAfterTime('after', 'ou (?:apres|plus tard)|et plus'),
  boundEitherSide('after', 'au plus tot'),
  bound('between', 'entre'),
  says('et|&', { t: 'and' }),
  says('-', { t: 'dash' }),
  says('ou', { t: 'or' }),
  says('dans', { t: 'in' }),
  says('a|@', { t: 'at-to' }),
  says(
    "vers(?: les)?|environ|aux alentours de|aux environs de|autour de|le|la|du|de|svp|s'il vous plait|merci|rappeler|rappel|pile|precises?",
    { t: 'filler' },
  ),
];

/** French as agents type it, with and without accents. */
export const french: Lexicon = {
  entries: [...dayNumbers, ...durations, ...clocks, ...days, ...parts, ...bounds],
  spaced: true,
  chrono: datesBy(Chrono, (dayFirst) => createConfiguration(true, dayFirst).parsers),
};
