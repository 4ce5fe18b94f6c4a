/**
 * Titles of our own people that no list is long enough for: the word that says what somebody is stands last in English
 * ("Regional manager") and in compounds ("Reiseberaterin"), and first where words are joined by "of" ("Jefe de turno").
 */
import { fold } from './text.ts';

/** English, and the same words elsewhere; none that is a surname as well. */
const last =
  / (?:manager|agent|officer|adviser|advisor|coordinator|supervisor|representative|rep|consultant|inspector|technician|engineer|counsell?or|analyst|director|handler|operator|dispatcher|recruiter|instructor|practitioner|physician|therapist|surgeon|investigator|examiner|adjuster|processor|administrator|executive|specialist|worker|nurse|attorney|resolver|planner)$/;

/** What stands before them where both begin with a capital: "Rosa Agent" may be somebody's name. */
const before =
  /^(?:regional|district|area|zone|shift|floor|duty|store|branch|site|project|program(?:me)?|case|claims?|service|sales|field|support|success|onboarding|renewals?|travel|ticketing|reservations?|booking|leasing|listing|selling|loan|mortgage|wealth|portfolio|relationship|compliance|collections?|enforcement|licensing|planning|permit|code|building|probation|housing|intake|eligibility|care|family|social|school|academic|admissions?|enroll?ment|student|escalation|problem|change|incident|desk|helpdesk|assigned|last|previous|current|preferred|primary|secondary|lead|senior|junior|chief|head|general|assistant|deputy|acting|technical|implementation|solutions?|customer|client|team|group|office|front|nursing|medical|clinical|treating|attending|ordering|referring|consulting|supervising|responsible|delivery|route|dispatch|parts|warranty|finance|financial|investment|insurance|underwriting|marketing|hr|talent|event|community|volunteer|gift|operations|quality|safety|security|facility|facilities|property|asset|maintenance|network|patient|legal|credit|production|logistics|purchasing|procurement|training|health|home|pre|inside|outside|key|national|global|country) /;

/** What compounds end in: German, Dutch, Swedish, Danish, Norwegian. */
const tails =
  /^\p{L}{4,}(?:berater(?:in)?|betreuer(?:in)?|leiter(?:in)?|leitung|mitarbeiter(?:in)?|bearbeiter(?:in)?|beauftragter?|verwalter(?:in)?|spezialist(?:in)?|lehrer(?:in)?|techniker(?:in)?|monteur|disponent(?:in)?|manager(?:in)?|pfleger(?:in)?|assistent(?:in)?|medewerk(?:er|ster)|beheerder|adviseur|coordinator|leider|consulent|begeleider|behandelaar|specialist|verantwoordelijke|handlaggare|ansvarige?|radgivare|radgiver|chef|ledare|medarbetare|behandler|konsulent|medarbejder|medarbeider|koordinator)$/u;

/** What titles of several words begin with: Spanish, French, Portuguese, Italian, Polish, Arabic. */
const first =
  /^(?:agente?|asesora?|encargad[oa]|jef[ea]|coordinadora?|especialista|ejecutiv[oa]|inspectora?|directora?|gestora?|analista|consultora?|supervisora?|trabajadora?|enfermer[oa]|consejer[oa]|conseill(?:er|ere)|responsable|chef|chargee?|gestionnaire|inspecteur|direct(?:eur|rice)|coordinat(?:eur|rice)|technicienn?e?|analyste|specialiste|educat(?:eur|rice)|infirmiere?|assessora?|encarregad[oa]|gerente|coordenadora?|tecnic[oa]|diretora?|addett[oa]|responsabile|capo|coordinat(?:ore|rice)|specialista|consulente|ispett(?:ore|rice)|diret?t(?:ore|rice)|dirigente|gestore|operat(?:ore|rice)|funzionari[oa]|incaricat[oa]|kierownik|specjalista|doradca|koordynator|dyrektor|opiekun|inspektor|pracownik|موظف|مدير|مسوول|منسق|مستشار|اخصايي|مشرف) /;

/** What titles end in where words are written together: Japanese. */
const together = /^[\p{sc=Han}\p{sc=Katakana}\u30fc]{2,10}(?:担当|担当者|責任者|係|係員)$/u;

/** Words of a title at most. */
const titleWords = 4;

/** Whether a text reads as the title of one of our own people, by the word that carries it. */
export function isRoleTitle(text: string): boolean {
  const folded = fold(text);
  const words = folded.split(' ').length;
  if (words === 1) return tails.test(folded) || together.test(folded);
  if (words > titleWords) return false;
  // "Director García" is somebody: in these languages titles go on in small letters.
  const capitals = /\s\p{Lu}/u.test(text);
  return (last.test(folded) && (!capitals || before.test(folded))) || (first.test(folded) && !capitals);
}
