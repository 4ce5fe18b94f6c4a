/** Words that mean something only where they are the whole label. */
export const wholeWords: readonly string[] = [
  // Too common inside other labels ("Numéro de compte", "Date from") to mean anything there.
  'from de von da van od fran desde to para a an nach vers naar do till via by who x an i line linea ligne linha linia من الى pro port int m c p t text first last given numbers school clinic hospital security gate party guard',
  // Words of the trades that are names as well ("Cory Booker"), or mean much else inside others.
  'aday alici attore bdr bidder birim booker bruker caisse clen cust dezernat dono ekip eps far gever giver grup holder hote jono kind kone kontakti konuk laner lecteur lector leder leitor leser mann mmg mor mutua oficial osasto parte partei partie partij party passasjer patron pax poc referat reu ryhma sakin sdr sikrede skupina taraf tiimi tym veli zak',
].flatMap((line) => line.split(' '));
