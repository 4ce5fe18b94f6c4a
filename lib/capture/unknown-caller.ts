/** What pages say where they do not know who calls. */

import { nobodyKnown } from './lexicon-pages.ts';
import { unknownCallers } from './lexicon-states.ts';
import { phraseSet, readable } from './phrases.ts';

const unknownSet = phraseSet([...unknownCallers, ...nobodyKnown]);

/** "Número no agendado", "Nicht im Adressbuch", "Not in customer master". */
const notKept =
  /^(?:\p{L}+ )?(?:no|not|non|nicht|niet|nie|nao|inte|pas) (?:yet |esta |est |ist |is |sta |w |)(?:(?:agendad|registrad|guardad|cadastrad|salv|salvat|registrat|identificad)[oa]|saved|registered|stored|on file|enregistree?|repertoriee?|gespeichert|hinterlegt|bekannt|opgeslagen|geregistreerd|bekend|zapisany|zarejestrowany|sparad|registrerad|(?:in|im|en|em|dans|na|w) (?:\p{L}+ )?(?:contacts?|contactos?|contatos?|contatti|contacten|kontakten|kontaktach|address ?book|adressbuch|adresboek|agenda|rubrica|anagrafica|repertoire|customer master|customers|crm|database|kundenstamm|phone ?book|telefoonboek|bazie)|(?:on|in|im|en el|no|dans le|nel|in het|w) (?:the |our )?(?:system|sistema|systeme|systeem|systemie))$/u;

const unknownPhrase =
  /^(?:no|nessun[oa]?|aucune?|keine?|ningun[oa]?|nenhuma?|geen|ingen|brak|nie) .{2,30} (?:found|matched|trovat[oa]|trouvee?|gefunden|encontrad[oa]|gevonden|hittades|znaleziono)$|^(?:no|aucune?|kein|keine|sin|geen|nessuna?|brak|ingen|nenhum|nenhuma) (?:\w+ )?(?:customer|contact|caller|match|matches|record|client|fiche|contact|correspondance|kunde|kontakt|treffer|geschaftspartner|coincidencias?|cliente|contacto|resultados|klant|gegevens|corrispondenza|cliente|dopasowania|klienta|kund|traff|correspondencia|contato)\b|\b(?:not (?:found|matched|recognised|recognized|identified)|not (?:associated|linked) (?:with|to) (?:any|a) \w+(?: \w+)?|nao associado a nenhuma? \w+|no (?:asociado|vinculado) a ning\w+ \w+|associe a aucune? \w+|keine[mr] \w+ zugeordnet|non associato a nessun\w* \w+|niet gekoppeld aan een \w+|non trouvee?|nicht gefunden|no encontrado|niet gevonden|non trovato|nao encontrado|nie znaleziono|hittades inte)$|^(?:un|not )(?:registered|identified|recogni[sz]ed|matched|listed|known) (?:caller|number|contact|customer|party|guest|patient)$/;

/** "Unnamed customer", "Client sans nom", "Kunde nicht identifiziert": somebody, and no name. */
const somebody =
  /^(?:unknown|unidentified|unnamed|nameless|anonymous) \p{L}+$|^(?:caller|customer|contact) name (?:unavailable|unknown|not (?:available|known|given))$|^(?:cliente?|conta(?:ct|t|tt)o?|contact|kontakt|kund[ei]?n?|klant|klienta?|appelant|correspondant|anrufer(?:in)?|beller|llamante|chamador|chiamante|rozmowca|dzwoniacy) (?:(?:sin|sans|ohne|senza|sem|zonder|bez|utan) (?:nombre|nom|namen?|nome|naam|nazwy|imienia|namn)|anonymo?|anonyme|anonim[oa]?|anoniem|anonimowy|unbekannt|inconnue?|desconocid[oa]|desconhecid[oa]|sconosciut[oa]|onbekend|nieznan[ya]|okand|(?:no|non|nao|nicht|niet) (?:identifi(?:cad[oa]|cat[oa]|ee?|ziert)|geidentificeerd))$/u;

/** "Caller not recognised in the register", "Appelant non reconnu": what a product says of whom it looked up. */
const lookedUp = new RegExp(
  `^(?:the )?(?:caller|caller id|number|phone number|contact|customer|client|llamante|numero|contacto|cliente|appelant|correspondant|contact|anrufer(?:in)?|nummer|rufnummer|kunde|kundin|chamador|contato|chiamante|contatto|beller|klant|dzwoniacy|numer|klient|uppringare|inringare|innringer|opkalder|kund) (?:not(?: yet)?|no|non(?: encore)?|nao|nicht|noch nicht|niet|nie|inte|ikke) (?:${[
    'recogni[sz]ed|identified|matched|found|registered|listed|linked|saved|reconocid[oa]|identificad[oa]|encontrad[oa]|registrad[oa]',
    'reconnue?|identifiee?|trouvee?|repertoriee?|enregistree?|erkannt|gefunden|bekannt|zugeordnet|identifiziert|registriert|reconhecid[oa]|cadastrad[oa]',
    'riconosciut[oa]|identificat[oa]|trovat[oa]|registrat[oa]|presente|herkend|gevonden|bekend|geregistreerd|rozpoznan[yoa]|znalezion[yoa]|znan[yoa]|zarejestrowan[yoa]|igenkand|hittad|registrerad|gjenkjent|genkendt|(?=in )',
  ].join('|')})(?: ?(?:in|im|en|em|dans|nel|nella|w|i|on) .{2,30})?$`,
  'u',
);

/** "Not in Alchemy", "Nicht in Salesforce": whatever the product is called. */
const notInIt =
  /^(?:not (?:yet )?in|nicht (?:in|im)|pas dans|absent de|no (?:esta )?en|non (?:e )?in|nao (?:esta )?(?:em|no|na)|niet in|nie ma w|nie w|brak w|inte i|ikke i) \S+(?: \S+)?$/;

/** The same in Japanese and Arabic. */
const lookedUpWords =
  /^(?:発信者|電話番号|番号|お客様|顧客)[がはを]?(?:登録されていません|見つかりません|特定できません|識別できません)$|^(?:المتصل|متصل|الرقم|رقم) غير (?:مسجل|معروف|معرف|موجود)/u;

/** "Nobody in Clients matches", "No subscriber has this number on file", "Not a known member", "Aucun patient avec ce numéro". */
const nobodyHas =
  /^(?:this |the )?(?:number|caller|call) (?:(?:belongs to|matches) (?:no|nobody|none)|is (?:unknown|not (?:known|identified|registered|saved|recogni[sz]ed|listed|matched|on file)))\b|^(?:no|nobody|no one|none|nothing|not an?|nadie|ningun[oa]?|personne|aucune?|niemand|nichts|keine?|nessuno?|ninguem|nenhuma?|geen|nikt|zaden|zadna|ingen)\b.{0,40}\b(?:match(?:es|ed|ing)?|known|registered|existing|(?:this|that) (?:(?:phone|telephone|mobile) )?(?:number|caller)|(?:on|in|under|with) (?:file|this|that)|coincide[n]?|registrad[oa]|(?:este|esse|esta|ese) (?:numero|telefono|telefone)|correspond(?:ent)?|ce numero|(?:dieser|diese) (?:nummer|rufnummer)|passt|bekannt|gefunden|corrisponde|(?:questo|quel) numero|corresponde|(?:dit|deze) (?:nummer|telefoonnummer)|bekend|gevonden|(?:tym|ten) (?:numerem|numer)|pasuje|(?:detta|det har) (?:nummer|numret))\b/u;

/** "No chart", "sans fiche", "kein Konto": that there is no record, where a name would stand. */
const without =
  /^(?:no|not|sin|sans|aucune?|pas de|kein|keine|ohne|sem|nessun[oa]?|senza|geen|zonder|brak|bez|ingen|utan)(?: \p{Ll}[\p{Ll}-]*){1,2}$/iu;

/** Whether a text in the column of names says that there is none; names are written with capitals. */
export function saysNoName(text: string): boolean {
  return without.test(text.trim()) && !/\s\p{Lu}/u.test(text);
}

/** Japanese and Arabic ways of the same. */
const notKeptWords = /^(?:未登録|登録なし|登録情報なし|番号未登録|غير مسجل)$/u;

/** Whether a text says that something is not kept ("Not on file", "未登録"): beside "Phone", that is the number only. */
export function saysNotKept(text: string): boolean {
  const folded = readable(text);
  return text.length < 60 && (notKept.test(folded) || notKeptWords.test(folded));
}

/**
 * Whether a text says of something that it was looked up and is not there ("Not in warranty", "Contact not linked in
 * Xero"): of the caller only where the record names nobody.
 */
export function saysElsewhere(text: string): boolean {
  return text.length < 60 && isLookedUp(readable(text));
}

function isLookedUp(folded: string): boolean {
  return lookedUp.test(folded) || notInIt.test(folded) || lookedUpWords.test(folded);
}

/** Whether a text says that the caller is not known ("Unknown caller", "Kein Treffer"), not only that a field is empty. */
export function isUnknownCaller(text: string): boolean {
  // "No. de cliente" is a label, "No customer matched" is not.
  if (/^n[o°º]\./i.test(text)) return false;
  const folded = readable(text);
  return (
    text.length < 60 &&
    /\p{L}{3}|^\p{Script=Han}{2}$/u.test(folded) &&
    (unknownSet.has(folded) ||
      somebody.test(folded) ||
      isLookedUp(folded) ||
      unknownPhrase.test(folded) ||
      notKept.test(folded) ||
      nobodyHas.test(folded))
  );
}

/** Whether a line begins with that ("Unknown caller on line 2", "+1 415 … · no contact found"). */
export function saysUnknownCaller(text: string): boolean {
  if (text.length > 120) return false;
  return text
    .split(/\s*[·|•;,(]\s*|\s[–—-]\s|\.\s|\s(?:on|from|at|auf|an|von|de|du|sur|su|op|na|w|en|em)\s/u)
    .some(isUnknownCaller);
}
