/** Addresses that lead to no caller: settings, dashboards, knowledge, the account of the one who is signed in. */
import { unescaped } from '../domain/text.ts';
import { fold } from './text.ts';

/** Words of addresses that lead to the product's own side, wherever they stand in the path. */
const ownPlaces = new Set(
  'admin settings setting setup preferences preference prefs config configuration configure dashboard dashboards reports knowledge knowledgebase kb faq faqs article articles facility facilities extensions extension gateway gateways dialplan dialplans signature myaccount employees employee staff agents agentpreferences companysettings general account_settings canned macros automations integrations analyzer analytics insights stats statistics metrics monitoring wallboard tableau cruscotto uebersicht pulpit bacheca informes rapports berichte rapporten relatorios raporty statistiken statistiques estadisticas statistiche statistieken wissensdatenbank wissen kennisbank conocimiento connaissances conoscenza hilfe aide ayuda ajuda mitarbeiter medewerkers empleados equipo equipe personale dipendenti pracownicy zespol'.split(
    ' ',
  ),
);
/** Words of addresses and titles that lead to a customer or a matter of theirs. */
export const recordWords =
  'contacts?|customers?|clients?|persons?|people|leads?|patients?|members?|accounts?|organi[sz]ations?|compan(?:y|ies)|tickets?|cases?|incidents?|jobs?|requests?|calls?|conversations?|deals?|opportunit(?:y|ies)|appointments?|partners?';
/** The same as a whole word of an address, also below the ones above. */
const recordPlaces = new RegExp(`^(?:${recordWords})$`);

/** Whether an address leads to a page of the product, or of the one who is signed in. */
export function isOwnPlace(url: string): boolean {
  let path: string;
  try {
    const { pathname, hash, search } = new URL(url);
    const values = [...new URLSearchParams(search).values()].filter((value) => value.length < 30);
    path = `${pathname} ${hash} ${values.join(' ')}`;
  } catch {
    return false;
  }
  const words = path
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  if (
    isOwnAccount(url) ||
    isSetup(url) ||
    /\/my[/_-](?:account|profile|settings|preferences|page)\b/i.test(path)
  )
    return true;
  const record = words.findLastIndex((word) => recordPlaces.test(word));
  // "/accounts/2/settings/inboxes/3": what is set up below an account is no customer of it.
  if (words.slice(record + 1).some((word) => setupPlaces.has(word))) return true;
  if (record >= 0) return false;
  const at = words.findLastIndex((word) => ownPlaces.has(word));
  // "/orders/91d2aa07/general": a part of a record.
  return at >= 0 && !leadsOn(path, words[at] ?? '') && !/\/[^/\s]*\d[^/\s]*\/general\/?(?:\s|$)/.test(path);
}

/** "/admin/account", "/me": where an address ends in such a word, it leads to the one who is signed in. */
function isOwnAccount(url: string): boolean {
  const { pathname, hash, search } = new URL(url);
  // "/contacts/dana-lee/profile": a part of somebody's record.
  if (
    pathname
      .toLowerCase()
      .split('/')
      .slice(0, -1)
      .some((part) => recordPlaces.test(part))
  )
    return false;
  return (
    /\/(?:account|profile|me|myaccount|profil|perfil|profilo|profiel|konto)\/?$/i.test(pathname) &&
    !/\d/.test(pathname + hash + search)
  );
}

/** Words that some products keep before all their addresses ("/dashboard/8f2c/inbox/41", "/staff/talents/51"). */
const shells = /^(?:dashboards?|general|tableau|cruscotto|pulpit|bacheca|admin|staff|agents?|employees?)$/;

/** Whether an address leads on from such a word, to something else and its id. */
function leadsOn(path: string, word: string): boolean {
  if (!shells.test(word)) return false;
  const behind = path.slice(path.toLowerCase().lastIndexOf(word) + word.length);
  // "/wp-admin/post.php?post=4711": whatever it is, it has a number.
  if (word === 'admin') return /\d/.test(behind);
  if (/^(?:staff|agents?|employees?)$/.test(word)) return /\/[a-z_-]{4,}\/[^/]*\d/i.test(behind);
  return /\/[a-z_-]{2,}\/[^/]*\d/i.test(behind);
}

/** Words of addresses that lead to the product's own side also below a word for a customer. */
const setupPlaces = new Set(
  'settings setting setup preferences configuration inboxes integrations automations webhooks canned'.split(
    ' ',
  ),
);

/** Segments of addresses that lead to what is set up, in the languages products are in. */
const setupSegments = new Set(
  'settings setting setup preferences configuration config configuracion configuracoes configuracao ajustes preferencias parametres reglages parametros configurazione configurazioni impostazioni preferenze einstellungen konfiguration voreinstellungen stammdaten verwaltung beheer instellingen configuratie ustawienia konfiguracja installningar innstillinger indstillinger asetukset nastaveni ayarlar'.split(
    ' ',
  ),
);

/** Parameters that name a record; a company's or an account's id is in the addresses of its settings, too. */
const recordId = /^(?:record|contact|customer|case|ticket)?_?id$/i;

/** "/settings/company", "/beheer/nummers": below such a word an address without an id in it leads to no record. */
function isSetup(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, hash, searchParams } = new URL(url);
  const segments = unescaped(pathname).split('/').map(fold).filter(Boolean);
  const at = segments.findIndex((segment) => setupSegments.has(segment));
  // "/config/customers/dana-lee": further down it may be anybody's record.
  if (at < 0 || segments.length - at > 2) return false;
  // "/verwaltung/#/mieter/4711", "/setup/view?id=12": the id may stand behind the path.
  const ids = [...searchParams].flatMap(([name, value]) => (recordId.test(name) ? value : []));
  return [...segments.slice(at + 1), hash, ...ids].every((part) => !/\d/.test(part));
}
