/**
 * Words that stand as values or buttons and say what is going on: nobody is known, somebody is signed in, a call runs.
 * Written like lexicon.ts: folded, separated by "|", one string a language.
 */

/** What stands where a name or number would, and is neither. */
export const placeholders: readonly string[] = [
  'name not given|no name given|name withheld|not given|unlisted|new number|blocked number|number blocked|new caller|first time caller|unknown|unknown caller|unknown contact|unknown customer|unknown number|anonymous|anonymous caller|private|private number|private caller|withheld|blocked|restricted|no caller id|unavailable|unresolved|unidentified|unidentified caller|not matched|no match|unmatched|none|n a|na|null|undefined|no name|not set|no value|empty|tbd|guest|visitor|wireless caller|cell phone caller|new contact|new customer|new lead|new caller|untitled|caller|customer|toll free call|out of area|number withheld|not available|no contact|no customer|unassigned|no one|nobody|system|external caller|incoming call|select|choose|walk in|walk in customer|john doe|jane doe|unnamed|unspecified|number only|mobile caller|not provided|no customer matched|test|enter name|add name|self|myself|same as contact|same as caller|same as customer|same as above|same person|required|optional|required field',
  'nombre no facilitado|no facilitado|no indicado|desconocido|desconocida|numero desconocido|llamante desconocido|anonimo|privado|numero privado|sin nombre|oculto|numero oculto|no identificado|sin identificar|ninguno|sin asignar|contacto desconocido|cliente desconocido|llamada desconocida|sin datos|el mismo|la misma|propio|propia|uno mismo|igual que el cliente|obligatorio|opcional|campo obligatorio',
  'nom non communique|non communique|nom non precise|inconnu|inconnue|numero inconnu|appelant inconnu|anonyme|prive|numero prive|masque|numero masque|sans nom|non identifie|aucun|non renseigne|correspondant inconnu|non attribue|contact inconnu|client inconnu|non resolu|lui meme|elle meme|soi meme|le meme|la meme|idem|obligatoire|facultatif|champ obligatoire',
  'name nicht angegeben|name nicht genannt|unbekannt|unbekannte nummer|unbekannter anrufer|anonym|privat|unterdruckt|nummer unterdruckt|rufnummer unterdruckt|ohne namen|nicht zugeordnet|keine angabe|nicht identifiziert|keiner|keine|nicht angegeben|unbekannter kontakt|unbekannter kunde|nicht erkannt|namenlos|selbst|sich selbst|derselbe|dieselbe|identisch|wie oben|wie anrufer|pflichtfeld|erforderlich',
  'nome nao informado|sem identificacao do nome|desconhecido|numero desconhecido|chamador desconhecido|anonimo|privado|numero privado|sem nome|oculto|nao identificado|nenhum|nao informado|contato desconhecido|cliente desconhecido|sem identificacao|ligacao desconhecida|proprio|propria|o proprio|a propria|o mesmo|a mesma|obrigatorio|campo obrigatorio',
  'nome non fornito|non fornito|nome non indicato|sconosciuto|numero sconosciuto|chiamante sconosciuto|anonimo|privato|numero privato|senza nome|nascosto|non identificato|nessuno|non disponibile|contatto sconosciuto|cliente sconosciuto|se stesso|se stessa|lo stesso|la stessa|idem|obbligatorio|facoltativo',
  'naam niet opgegeven|niet opgegeven|onbekend|onbekend nummer|onbekende beller|anoniem|prive|afgeschermd|geen naam|niet geidentificeerd|geen|onbekende klant|nummer onbekend|zelf|dezelfde|idem|zie boven|verplicht|optioneel',
  'nie podano nazwiska|nie podano|nieznany|nieznany numer|nieznany dzwoniacy|anonimowy|prywatny|zastrzezony|numer zastrzezony|bez nazwy|niezidentyfikowany|brak|brak danych|nieznany klient|nieznany rozmowca|nieznany kontakt|wlasny|wlasna|ten sam|ta sama|wymagane|opcjonalne|pole wymagane',
  'okand|okant nummer|anonym|dolt nummer|hemligt|ingen|skyddat nummer|sjalv|samma|samma som ovan|obligatoriskt|valfritt|pakrevd|valgfritt',
  '不明|非通知|匿名|未登録|番号非通知|未設定|該当なし|なし|不明な発信者|新規顧客|名前なし|発信者不明|公衆電話|未確認|本人|ご本人|同上|同じ|必須|任意|入力必須|必須項目',
  'مجهول|غير معروف|رقم غير معروف|متصل مجهول|رقم خاص|خاص|محجوب|بدون اسم|لا يوجد|غير محدد|متصل غير معروف|عميل غير معروف|رقم محجوب|نفسه|نفسها|هو نفسه|نفس متصل|مطلوب|اختياري',
];

/** Words of the agent's own session: what stands beside them is the agent's. */
export const sessionWords: readonly string[] = [
  'logged in as|signed in as|log out|logout|sign out|my account|my profile|account menu|user menu|switch user|profile menu',
  'cerrar sesion|salir|conectado como|mi cuenta|mi perfil',
  'deconnexion|se deconnecter|connecte en tant que|mon compte|mon profil',
  'abmelden|ausloggen|angemeldet als|mein konto|mein profil',
  'sair|terminar sessao|conectado como|minha conta|meu perfil',
  'esci|disconnetti|connesso come|il mio account|il mio profilo',
  'uitloggen|afmelden|ingelogd als|aangemeld als|mijn account|mijn profiel',
  'wyloguj|wyloguj sie|zalogowany jako|moje konto|moj profil',
  'logga ut|inloggad som|mitt konto|min profil',
  'ログアウト|ログイン中|マイページ|サインアウト|マイアカウント',
  'تسجيل خروج|خروج|مسجل دخول|حسابي|ملفي',
];

/** What a record says when nobody knows who calls. */
export const unknownCallers: readonly string[] = [
  'no cnam|unrecognised|unrecognized|not linked|unlinked|unregistered|potential spam|spam likely|scam likely|telemarketer|id withheld|several matches|multiple matches|payphone|robocall|neuer anrufer|neue anruferin|nouvel appelant|nuevo llamante|novo chamador|nuovo chiamante|nieuwe beller|nowy dzwoniacy|ny uppringare|αγνωστος|not on system|not in system|not on file|no record|no record found|not a customer|unknown|unknown caller|unknown contact|unknown customer|unknown number|anonymous|anonymous caller|private number|withheld|unresolved|unidentified|unidentified caller|no caller id|not matched|unmatched|new caller|unrecognized number|unrecognised number',
  'desconocido|desconocida|numero desconocido|llamante desconocido|contacto desconocido|cliente desconocido|no identificado|sin identificar|anonimo',
  'inconnu|inconnue|numero inconnu|appelant inconnu|correspondant inconnu|contact inconnu|client inconnu|non identifie|anonyme|non resolu',
  'unbekannt|unbekannte nummer|unbekannter anrufer|unbekannter kontakt|unbekannter kunde|nicht zugeordnet|nicht identifiziert|anonym|rufnummer unbekannt',
  'desconhecido|numero desconhecido|chamador desconhecido|contato desconhecido|cliente desconhecido|nao identificado|anonimo|ligacao desconhecida',
  'sconosciuto|numero sconosciuto|chiamante sconosciuto|contatto sconosciuto|cliente sconosciuto|non identificato|anonimo',
  'onbekend|onbekend nummer|onbekende beller|onbekende klant|onbekend contact|nummer onbekend|niet herkend|niet geidentificeerd|anoniem|afgeschermd nummer',
  'nieznany|nieznany numer|nieznany dzwoniacy|nieznany klient|nieznany rozmowca|nieznany kontakt|niezidentyfikowany|anonimowy',
  'okand|okant nummer|okand uppringare|okand inringare|okand kund|anonym|ukjent innringer|ukjent kunde|ukjent nummer|ukendt opkalder|ukendt kunde|ukendt nummer|ingen treff i kunderegister|tuntematon soittaja|tuntematon numero',
  '不明|発信者不明|登録なし|登録情報なし|登録がありません|顧客情報なし|データなし|不明な発信者|未登録|番号未登録|未登録の番号|非通知|該当なし|新規のお客様',
  'مجهول|غير معروف|رقم غير معروف|متصل مجهول|متصل غير معروف|غير موجود|غير مسجل في نظام|لا يوجد عميل|عميل غير معروف|غير مسجل',
];

/** Buttons and states of a call that rings or runs. */
export const callControls: readonly string[] = [
  'incoming call|incoming phone call|incoming voice call|inbound call ringing|answer|answer call|accept call|decline|decline call|reject call|hang up|hangup|end call|ringing|incoming|hold call|mute call|pick up|send to voicemail',
  'llamada entrante|contestar|contestar llamada|rechazar llamada|colgar|sonando|finalizar llamada|responder llamada',
  'appel entrant|decrocher|repondre|raccrocher|refuser l appel|sonne|ca sonne|terminer l appel',
  'eingehender anruf|annehmen|anruf annehmen|ablehnen|anruf ablehnen|auflegen|klingelt|gesprach beenden|abheben',
  'chamada recebida|chamada a entrar|ligacao recebida|atender|desligar|recusar chamada|tocando|a tocar|encerrar chamada|rejeitar chamada',
  'chiamata in arrivo|rispondi|riaggancia|rifiuta|squilla|chiudi chiamata|termina chiamata',
  'inkomend gesprek|inkomende oproep|opnemen|ophangen|weigeren|gaat over|gesprek beeindigen|beantwoorden',
  'polaczenie przychodzace|odbierz|rozlacz|odrzuc|dzwoni|zakoncz polaczenie',
  'inkommande samtal|svara|lagg pa|avvisa|ringer|besvar|laeg pa|afvis|vastaa|hylkaa|zvoni|prijmout hovor|zavesit|cevapla|reddet|caliyor',
  '着信中|応答する|電話に出る|拒否|切断|呼出中|通話終了',
  'مكالمة واردة|رد|الرد|رفض|انهاء مكالمة|يرن|قبول مكالمة',
];
