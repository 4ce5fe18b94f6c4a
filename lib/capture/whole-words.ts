/** Words that mean something only where they are the whole label. */
export const wholeWords: readonly string[] = [
  // Too common inside other labels ("Numéro de compte", "Date from") to mean anything there.
  'from de von da van od fran desde to para a an nach vers naar do till via by who x an i line linea ligne linha linia من الى pro port int m c p t text first last given family value personal numbers school clinic hospital security gate party guard',
  // Words of the trades that are names as well ("Cory Booker"), or mean much else inside others.
  'aday alici attore bdr bidder birim booker caisse clen cust dezernat dono ekip eps gever giver grup holder hote jono kontakti konuk laner lecteur lector leder leitor mmg mutua oficial osasto parte partei partie partij party passasjer patron pax poc referat reu ryhma sakin sdr sikrede skupina taraf tiimi tym zak',
].flatMap((line) => line.split(' '));

/** Endings of the genitive with those of the nominative, longer ones first: German, Nordic, Polish, Czech, Russian. */
export const genitives: readonly (readonly [string, string])[] = [
  ['ens', ''],
  ['ens', 'e'],
  ['ernes', 'er'],
  ['ego', 'y'],
  ['ego', 'i'],
  ['iej', 'a'],
  ['ej', 'a'],
  ['ka', 'ek'],
  ['ca', 'ec'],
  ['ho', ''],
  ['es', ''],
  ['s', ''],
  ['en', ''],
  ['n', ''],
  ['a', ''],
  ['y', 'a'],
  ['i', 'a'],
  ['u', ''],
  ['u', 'o'],
  ['e', 'a'],
  ['ого', 'ыи'],
  ['его', 'ии'],
  ['еи', 'ь'],
  ['а', ''],
  ['я', 'ь'],
  ['ы', 'а'],
  ['и', 'а'],
  ['и', 'я'],
];
