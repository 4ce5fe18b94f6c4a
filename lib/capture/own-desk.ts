/** Where an organisation answers its own telephone: on its own record that is the number to call. */
import { fold } from './text.ts';

/** Words for them, folded, one string a language. */
const words: ReadonlySet<string> = new Set(
  [
    'office school secretary secretariat clinic practice surgery hospital ward desk pharmacy reception enquiries',
    'sekretariat schule schulburo praxis klinik krankenhaus apotheke kita kindergarten buro empfang verwaltung',
    'secretariat ecole college lycee cabinet clinique hopital pharmacie accueil bureau standard',
    'secretaria colegio escuela clinica hospital farmacia oficina recepcion centralita escola escritorio recepcao',
    'segreteria scuola clinica ospedale farmacia ufficio centralino',
    'secretariaat praktijk ziekenhuis apotheek administratie balie kantoor receptie',
    'sekretariat szkola przychodnia szpital apteka biuro recepcja rejestracja',
    '学校 病院 クリニック 薬局 事務局 事務室 受付 مدرسة عيادة مستشفي صيدلية سكرتارية استقبال مكتب',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Whether a label names a desk of the organisation itself ("School office", "Telefon (Sekretariat)"). On a
 * person's record the same words name somebody else, and so they stand among the others in the vocabulary.
 */
export function isOwnDesk(label: string): boolean {
  const folded = fold(label);
  return folded.split(/[^\p{L}]+/u).some((word) => words.has(word));
}
