/** "Issued by": labels of who did something to a record, by how languages build them. */

/** What was done, and the word for by whom: "Zuletzt bearbeitet von", "Validé par", "Emitido por". */
const done =
  /(?:^| )(?:\p{L}+(?:ed|en|wn|made|done|sent|paid|sold) by|(?:\p{L}{0,4}ge|be|er|ver|ent|uber|unter)\p{L}+(?:t|en) (?:von|durch)|\p{L}{3,}(?:e|i|u|is) par|\p{L}{3,}(?:[aiu]d[oa]|t[oa]|s[oa]) por|\p{L}{2,}(?:[aiu]t[oa]|s[oa]|tt[oa]) da|\p{L}{3,}(?:d|t|en) door|\p{L}{3,} przez|\p{L}{3,}(?:d|t|en) a[vf])$/u;

/** Whether a folded label says by whom something was done. */
export const saysDoneBy = (folded: string): boolean => done.test(folded);
