/**
 * More words for numbers, references, ids and the other fields of a record, in the trades and in more languages.
 * Written like lexicon.ts: folded, separated by "|", one string a language, those in other scripts last.
 */
import type { WordKind } from './word-kinds.ts';

/** Kind → words for fields, beside those of the lexicon. */
export const fieldWords: Partial<Record<WordKind, readonly string[]>> = {
  phone: [
    '日中の電話番号|هاتف اساسي|هاتف بديل|autre tel|altro tel|otro tel|outro tel|weitere tel|ander tel|numeros de contacto|numeros de telefono|telefonos de contacto|numeros de telefone|numeros de contato|numeri di telefono|numeros de telephone|telefonnummern|telefoonnummers|numery telefonow|any phone|phone any|other phones|all phones|primare telefonnummer|alternative telefonnummer|andere telefonnummer|vaste telefoon|ander telefoonnummer|telefon podstawowy|telefon dodatkowy|telefono diurno',
    'fastnet|fastnettelefon|lankapuhelin|puhelin paivisin|pevna linka|dalsi telefon|iletisim telefonu|irtibat telefonu|diger telefon',
    '代替電話番号|別の電話番号|رقم هاتف بديل|هاتف ارضي|контактныи телефон|стационарныи телефон|дополнительныи телефон|основнои телефон|городскои телефон|номер тел|座机|联系方式|联系号码|备用电话|其他电话|연락처|유선전화|일반전화|연락 가능 번호|비상 연락 전화',
  ],
  mobile: [
    'cell personale|cell aziendale|cell lavoro|cel personal|portable pro|portable perso|mobil priv|matkapuh|mobilni cislo|cislo mobilniho telefonu|cep numarasi|cep no|mobil no',
    'моб|моб телефон|номер мобильного|мобильныи номер|сот|移动电话|移动号码|手机电话|모바일|휴대|핸드폰 번호',
  ],
  home: [
    'pers phone|personal telephone|tel pers|hjem|hjemmetelefon|koti|kotinumero|domaci telefon|ev telefonu|ev tel',
    'ご自宅電話|домашнии|домашнии телефон|дом телефон|家庭电话|住宅电话|家里电话|宅电|집전화|자택|자택 전화',
  ],
  work: [
    'tel gesch|tel dienstl|mobil gesch|prof phone|professional phone|tel prof|emprego|arbejdsnummer|arbeid|arbeidstelefon|tyonumero|tyo puh|pracovni telefon|kancelar|is tel|ofis telefonu|ofis',
    'рабочии|рабочии телефон|раб телефон|служебныи|служебныи телефон|工作电话|办公电话|办公室电话|单位电话|직장|직장 전화|사무실 전화|회사 전화',
  ],
  direct: [
    'prime cislo|dogrudan hat|dahili direkt',
    'прямои номер|прямои телефон|прямои|直线|直线电话|直拨电话|직통|직통전화|직통번호',
  ],
  callback: [
    'contact #|contact nr|prosze oddzwonic na|telefon zwrotny|ateruppringningsnummer|traeffes pa|treffes pa|ring tilbake pa|tilbakeringingsnummer|soita takaisin numeroon|cislo pro zpetne volani|geri aranacak numara',
    'コールバック番号|折返番号|折返し番号|номер для обратного звонка|перезвонить на|перезвонить по|обратныи звонок|回拨号码|回电号码|回电|콜백|콜백 번호|회신 번호|회신번호|재통화 번호',
  ],
  calling: [
    'caller id blocked|identificador de llamada|identificador de chamadas|id chiamante|nummer des anrufers|telefonnummer des anrufers|ruft an von|nummer van de beller|beller id|dzwoni z numeru|nummerpresentation',
    'indgaende nummer|opkaldende nummer|fra nummer|innkommende nummer|innringers nummer|saapuva numero|prichozi cislo|gelen numara',
    '相手先電話番号|入電番号|着信元番号|معرف متصل|номер звонящего|номер абонента|входящии номер|с номера|аон|主叫号码|主叫|来电号码|来电显示|발신번호|발신자 번호|걸려온 번호',
  ],
  called: [
    'n compose|angerufene rufnummer|notruf|n appele|called line|callee|linea llamada|ligne de support|linha de suporte|linea di supporto|numero selezionato|gewahlte rufnummer|angerufener|gebelde|supportlijn|numer wywolywany|wybierany numer|numer wybrany',
    'uppringt nummer|slaget nummer|opkaldt nummer|kaldt nummer|vores nummer|oppringt nummer|anropt nummer|til nummer|valittu numero|kohdenumero|soitettu numero|cilove cislo|nase cislo|hedef numara|bizim numaramiz',
    '発信先|発信先番号|ダイヤル番号|вызываемыи номер|наш номер|номер назначения|номер линии|拨打号码|目的号码|被叫方|착신번호|수신번호|대표 수신번호',
  ],
  fax: ['telefaks|telefaksi|faksinumero|cislo faxu|faks numarasi', '传真号|传真号码|номер факса|팩스번호'],
  main: [
    'sammelnummer|telefon do firmy|hovednummer|sentralbord|bedriftstelefon|firmatelefon|paanumero|firemni telefon|ana telefon|sirket telefonu',
    'основнои номер|телефон компании|общии телефон|主电话|公司电话|대표번호|대표전화|회사 대표번호',
  ],
  switchboard: [
    'switchboard operator|sentralbord|ustredna|recepce|resepsjon',
    'коммутатор|ресепшн|总机|前台|교환실',
  ],
  number: ['pat nr|mitgl nr|pat id|cislo|c|numarasi|numero', 'номер|no|号|号码|编号|번호'],
  extension: ['klapka|dahili|alanumero|lokal', 'доб|добавочныи|внутреннии номер|分机|分机号|내선|내선번호'],
  record: [
    'vg nr|vorg nr|akt z|auftr nr|orden de servicio|ordine di servizio|ref catastral|wohnungsnr|boekingsnr|wo|sr|complaint|grievance|litigation|proposal number|quote request|application number|application id|application no|enrolment number|enrollment id|intake id|encounter id|visit id|visit number|session id|chat id|interaction id|conversation id|lead id|deal id|booking ref|job ref|our ref|our reference|your ref|docket number|docket no|permit application|inspection number|trip id|ride id|event id|call reference|log number|tracking case',
    'numero de orden|n de expediente|num expediente|nro de caso|nro de ticket|no de folio|referencia interna|localizador de reserva',
    'reference de la demande|reference interne|n de fiche|nos references|vos references|n ref',
    'versicherungsscheinnummer|reservierungsnummer|unser zeichen|ihr zeichen|mandatsnummer|kassenzeichen|aktennummer|meldungsnummer|einsatznummer|antragsnummer|fallnr|auftragsnr|vorgangsnr|ticketnr|schadensnummer',
    'numero de atendimento|n do chamado|n do processo|codigo da reserva|numero da solicitacao',
    'numero pratica|n richiesta|n intervento|n segnalazione|codice pratica',
    'ons kenmerk|uw kenmerk|casusnummer|aanvraagnummer|registratienummer melding',
    'znak sprawy|numer wniosku|nr wniosku|nr ref',
    'diarienummer|sagsnr|sagsnummer|sag|saksnummer|saksnr|sak|tapaus|tapausnumero|asianumero|viite|varausnumero|vahinkonumero|diaarinumero|pripad|pozadavek|jednaci|cislo jednaci|spisova znacka|cislo rezervace|talep|basvuru|vaka|dosya|referans|rezervasyon',
    'チケットid|作業番号|案件番号|案件id|обращение|обращения|заявка|заявки|дело|дела|договор|договора|заказ наряд|бронь|брони|полис|полиса|工单|工单号|工单编号|案件|参考号|合同|合同号|保单号|理赔号|预订号|受理编号|접수|문의|사건|참조|계약|증권|사고|예약|접수번호|문의번호',
  ],
  customer: [
    'pat nr|mitgl nr|pat id|zakaznicke|zakaznika|musteri|asiakas|kunde|medlem|jasen|uye',
    'клиента|абонента|пациента|고객|회원|환자|客户|会员|病历',
  ],
  account: ['лицевои счет|лицевого счета|고객 계정|账户|账号'],
  id: [
    'nr rej|nr lokalu|nr legitymacji|sygn akt|保険者番号|記号番号|号室番号|fin vin|fin|vs nr|vers nr|res nr|kennz|fahrgestellnr|matrikelnr|kamernr|track & trace|n secu|ipp|nda|hc|nhc|c c|cod fiscale|c f|camera n|n orden|no orden|wohneinheit nr|uf|apartamento|bloco|lote|referencia catastral|ref interne|ref interna|duns|d u n s number|sic code|correlation id|configuration item|skype id|lease id|encounter #|chart #|chart no|health card number|medical record no|loss number|bus number|locker|locker no|recall #|wrap up code|rate code|t code|reserve|apt code|state id|property id|location id|group #|class code|agency code|producer code|identifier|identifiers|identifiant|identificador|identificatore|accountancy code|customer code external|barcode|bar code|device identifier|kennung extern|professional id|voucher code|room number|room no|room #|locker number|seat number|last 4 digits|last four|clia|dea number|taxonomy|gl account|cost center|ledger account|routing no|micr|ifsc|ifsc code|pan number|gstin|aadhaar|aadhar|emirates id|iqama|nin|national insurance number|ni number|uprn|title number|parcel number|apn|mls number|mls #|lot number|bed number|bed no|ward number|token number|lockbox|lockbox code|alarm code|dispatch code|badge number|badge no|staff number|payroll number|crn|roll number|admission number|admission no|library card|barcode number|call sign|tail number|flight number|flight no|pnr code|seat row|pitch number|site number',
    'numero de identificacion|n de habitacion|n o de habitacion|documento de identidad|numero de documento|nro de documento|permiso de conducir|tipo de documento|clave de acceso|numero de afiliado|n de afiliado|matricula catastral|cuil|ruc|cedula juridica|nss',
    'tva intracommunautaire|n de chambre|numero de chambre|code ape|code naf|code barres|n de lot|n de permis|n allocataire|n de cadastre|n rpps|finess|ine',
    'umsatzsteuer id|personalausweisnummer|amtliches kennzeichen|bankleitzahl|inventarnummer|lanr|bsnr|zimmernr|matrikelnummer|rentenversicherungsnummer|krankenversichertennummer|ahv nummer|ahv nr|flurstucksnummer|eori|glaubiger id|mandatsreferenz',
    'carta de conducao|n o do quarto|numero do quarto|chave pix|titulo de eleitor|inscricao municipal|pis|numero do documento|cartao do cidadao',
    'coordinate bancarie|n camera|numero camera|codice univoco|codice a barre|numero documento|codice ipa|tessera|foglio e particella|codice destinatario|numero patente',
    'kamernummer|agb code|bic code|bigregister|burgerservicenummer|vestigingsnummer|ean code|locatiecode|studentnummer',
    'numer dowodu|nr dowodu osobistego|numer paszportu|numer rachunku bankowego|numer pokoju|nr pokoju|kod kreskowy|numer oferty|numer ewidencyjny|numer dzialki|numer albumu',
    'rumsnummer|stelnummer|vaerelsesnummer|journalnr|fodselsdato nr|rekisterinumero|sarjanumero|tilinumero|seurantanumero|huoneen numero|spz|vyrobni cislo|seriove cislo|cislo uctu|cislo zasilky|variabilni symbol|obcansky prukaz|cislo op|sasi no|takip no|kargo takip no|hesap no|pasaport no|ruhsat no|barkod',
    'インボイス登録番号|運転免許証番号|ナンバープレート|バーコード|地番|学籍番号|رقم هوية وطنية|رقم غرفة|رقم جوار|инн|кпп|огрн|снилс|паспорт|серииныи номер|госномер|трек номер|расчетныи счет|бик|номер карты|артикул|номер накладнои|номер счета|номер заказа|订单号|订单编号|发票号|税号|统一社会信用代码|身份证|身份证号|身份证号码|护照号|车牌号|车架号|序列号|快递单号|运单号|银行账号|卡号|房间号|주문번호|송장번호|운송장번호|사업자등록번호|주민등록번호|여권번호|차량번호|차대번호|일련번호|시리얼번호|계좌번호|카드번호|법인등록번호',
  ],
  title: [
    'zakres|miejsce szkody|pietro|typ pokoju|alergie|nfz|zawod|lokal|問い合わせ区分|用件区分|緊急度|重要度|保険種類|保険種目|保険区分|事故場所|事故状況|車種名|号室|人数|プラン|症状|既往歴|ランク|会員ランク|対応内容|تصنيف|مكان حادث|وحدة|صف|نوع سيارة|نوع طلب|behandlungsart|versicherungsart|kasse|gesprachsnotiz|schadenhergang|wohnung|etage|verpflegung|personenzahl|bearbeitungsstand|herkunft|kundentyp|kundengruppe|situation|nature de la demande|garanties|circonstances|logement|pension|niveau|regime|lieu du sinistre|medio|lugar|inmueble|piso|regimen|seguro|giro|escolaridad|grupo escolar|plano|turno escolar|piano|trattamento|esenzione|patologie|tipo camera|luogo sinistro|complex|verdieping|klas|indicatie|beroep|herkomst|complesso|ocupacao|sinistro causa|schadensursache|schadenort|beruf|branche|fachbereich|motivo de consulta|birthplace|place of birth|level|languages|subcategory|classification|service offering|entitlement|line items|items|year built|vitals|height|weight|smoking status|advance directive|problem list|chief complaint|gpa|custody|lives with|homeroom|enrollment status|graduation year|special requests|purpose of stay|guarantee|market segment|parking space|sentiment|cause of loss|statute of limitations|buying role|product interest|portal name|skills|degree|hobbies|interests|bed bath|adults|room attendant preference|equipment list|pet type|coat|markings|temperament|producto|produto|prodotto|produit|produkt|produktu|artikel bezeichnung|quote name|resource name|education level|economic status|disease|pathology|patologia|livello istruzione|stato economico|eigenschaften|dienstleistung|prestation|servicio contratado|gezinsrol|omzet categorie|genre|taille de l entreprise|legal form|legal status|juridical status|forme juridique|rechtsform|forma juridica|forma giuridica|rechtsvorm|forma prawna|sex|marital status|nationality|citizenship|ethnicity|religion|blood type|blood group|diagnosis|medication|medications|course|course name|school year|academic year|year level|grade level|room type|rate plan|rate|make model|make and model|vehicle|vehicle make|vehicle model|vehicle type|vehicle name|year make model|mileage|odometer|colour|breed|relationship|relation|relationship to patient|relationship to insured|relationship to customer|relationship type|profession|education|root cause|environment|probability|coverage type|line of business|property name|property type|building|building name|unit type|practice area|program|programme|spoken language|mother tongue|interpreter needed|insurance plan|plan name|plan type|membership type|event|event name|venue|room|room name|airline|project|project name|product name|item name|pet|pet name|animal|animal name|class name|section name|list name|brand|subject area|specialty|speciality|procedure|treatment|service type|facility name|site name|store name|branch name|campaign name|template name|file name|portfolio|fund|skill|contract type|loan type|account type|crop|equipment|appliance|manufacturer name',
    'edad|sexo|estado civil|nacionalidad|religion|tipo de habitacion|alergias|diagnostico|curso|grupo sanguineo|cobertura|modelo|kilometraje|parentesco|relacion|raza|mascota|nombre de la mascota|vehiculo|marca y modelo|proyecto|evento|edificio|habitacion|ocupacion|escolaridad|plan contratado|especialidad|tratamiento medico|ramo',
    'situation familiale|nationalite|type de chambre|diagnostic|classe|groupe sanguin|marque|modele|kilometrage|lien de parente|lien|race|vehicule|projet|evenement|batiment|chambre|nom du projet|nom de l animal|animal|lot|formation|specialite|formule|produit souscrit',
    'familienstand|nationalitat|staatsangehorigkeit|konfession|zimmertyp|zimmerkategorie|allergien|diagnose|klasse|kurs|blutgruppe|deckung|modell|baujahr|kilometerstand|farbe|verwandtschaftsverhaltnis|verwandtschaft|beziehung|tarif|projekt|projektname|fahrzeug|fahrzeugtyp|gebaude|objekt|zimmer|veranstaltung|tiername|tier|fachgebiet|fachrichtung|sparte|mietobjekt|wohneinheit|produktname|studiengang|lehrgang|gerat bezeichnung',
    'idade|nacionalidade|tipo de quarto|diagnostico|turma|cobertura|modelo|quilometragem|parentesco|raca|veiculo|projeto|evento|edificio|quarto|curso|especialidade|plano contratado|nome do pet|nome do projeto|imovel|profissao exercida',
    'stato civile|nazionalita|tipologia camera|allergie|diagnosi|classe|gruppo sanguigno|copertura|modello|chilometraggio|colore|parentela|grado di parentela|razza|veicolo|progetto|evento|edificio|corso|specialita|immobile|ramo polizza',
    'burgerlijke staat|nationaliteit|leeftijd|kamertype|allergieen|bloedgroep|dekking|bouwjaar|kleur|relatie tot client|relatie tot patient|voertuig|project|projectnaam|gebouw|kamer|evenement|cursus|opleiding|specialisme|huisdier|objectnaam',
    'stan cywilny|narodowosc|obywatelstwo|wiek|rodzaj pokoju|rozpoznanie|klasa|grupa krwi|zakres ubezpieczenia|marka|marka i model|rok produkcji|przebieg|kolor|pokrewienstwo|pojazd|projekt|wydarzenie|budynek|pokoj|kurs|specjalizacja|zwierze|imie zwierzecia|nieruchomosc',
    'alder|civilstand|nationalitet|medborgarskap|fordon|projekt|byggnad|rum|kurs|koretoj|bygning|vaerelse|kjoretoy|bygg|rom|kjonn|yrke|ika|sukupuoli|kansalaisuus|ajoneuvo|rakennus|huone|kurssi|ammatti|vek|pohlavi|narodnost|vozidlo|budova|pokoj|yas|cinsiyet|uyruk|medeni hal|arac|proje|bina|oda|meslek|marka|yakinlik|yakinlik derecesi',
    '婚姻状況|国籍|部屋タイプ|部屋名|アレルギー|診断名|学年|クラス|血液型|補償内容|車種|車名|年式|走行距離|関係|商品名|製品名|物件名|建物名|プラン名|コース名|店舗名|ペット名|動物名|案件名|プロジェクト名|イベント名|診療科|科目|機種|メーカー名|宗教|حالة اجتماعية|جنسية|نوع غرفة|حساسية|تشخيص|فصيلة الدم|تغطية|ماركة|موديل|سنة صنع|لون|صلة قرابة|مركبة|سيارة|مشروع|اسم مشروع|عقار|غرفة|تخصص|الصف دراسي|مهنة|возраст|пол|гражданство|семеиное положение|автомобиль|марка|модель|проект|здание|комната|курс|диагноз|年龄|性别|车型|项目|楼栋|房间|课程|诊断|与患者关系|关系|职业|民族|나이|성별|국적|차종|프로젝트|건물|객실|과정|진단|관계|직업|직책',
  ],
  time: [
    'data ur|czas rozmowy|rok|rok szkolny|liczba nocy|nastepna wizyta|事故日|チェックイン日|次回予約|希望日時|受付日|対応日時|مدة مكالمة|تاريخ حادث|موعد|موعد قادم|تاريخ وصول|تاريخ مغادرة|geb datum|geb am|geboren am|geboren|ne e le|nato a il|fec nac|f nacimiento|erfasst am|einzug|auszug|erstzulassung|ablauf|duree d appel|entree|sortie|nuitees|streefdatum|schooljaar|volgende afspraak|proxima cita|proxima consulta|prossimo appuntamento|prochain rendez vous|nachster termin|ano letivo|anno scolastico|annee scolaire|schuljahr|ano|anno|prazo|diarias|ultimo accesso|letzter login|derniere connexion|wartefrist|termino|plazo|birthdate|move in|move out|arrival window|time worked|eta|estimated arrival|estimated arrival time|date reported|ring duration|close time|call start time|call end time|term dates|date opened|open date|response time|report time|birth time|last called|last consulted|last visit|next visit|membership date|wedding date|anniversary|anniversary date|letzte aktualisierung|letzter besuch|nachster besuch|creado en|vence en|programado para|data registrazione|data visita|ultima visita|prossima visita|czas utworzenia|czas zamkniecia|data realizacji|trouwdatum|lidmaatschapsdatum|verjaardagsdatum|date de facture|frequence|talk time|hold time|ring time|handle time|queue time|speaking time|call duration|best time to call|best time|preferred time|arrival|departure|arrival date|departure date|effective date|lease start|lease end|lease term|move in date|move out date|last updated|delivery date|follow up date|next action date|close date|admission date|discharge date|expected date|visit date|incident date|date of loss|loss date|date of birth age|policy period|nights',
    'fecha de creacion|ultima modificacion|ultimo contacto|noches|horario preferido|vigencia|fecha de siniestro|ingreso|egreso|llegada|salida',
    'derniere modification|dernier appel le|depart|nuits|modifie le|echeance le|date d effet|arrivee|debut du bail',
    'geandert am|falligkeitsdatum|anreise|abreise|nachte|kundigungsfrist|mietbeginn|mietende|laufzeit|gesprachsdauer|liefertermin|wiedervorlage am|schadentag|aufnahmedatum|entlassdatum|vertragsbeginn|vertragsende',
    'data de criacao|ultima modificacao|ultimo contato|saida|noites|cadastrado em|vigencia|chegada|data do sinistro',
    'data creazione|ultima modifica|ultimo contatto|partenza|notti|decorrenza|data sinistro',
    'laatste contact op|aankomst|vertrek|nachten|ingangsdatum|einddatum|schadedatum',
    'data utworzenia|ostatnia modyfikacja|przyjazd|wyjazd|noce|data szkody|data przyjecia',
    'senast andrad|varighed|dato|oprettet|sidst aendret|ankomst|afrejse|varighet|opprettet|sist endret|avreise|kesto|paivamaara|aika|luotu|muokattu|saapuminen|lahto|delka|cas|vytvoreno|zmeneno|prijezd|odjezd|tarih|sure|olusturulma|son guncelleme|giris tarihi|cikis tarihi|bildirim tarihi|dogum tarihi|fodselsdato|syntymaaika|datum narozeni',
    '到着日|出発日|泊数|入居日|退去日|終了日時|最終更新|تاريخ استحقاق|اخر تعديل|اخر اتصال|عدد ليالي|وصول|مغادرة|длительность|дата|время|создано|изменено|дата рождения|заезд|выезд|срок|日期|时间|通话时长|时长|创建时间|更新时间|出生日期|入住|退房|날짜|시간|통화시간|생년월일|생성일|수정일|입실|퇴실',
  ],
  amount: [
    'czynsz|ايجار|beitrag|zahlweise|miete|nebenkosten|laufleistung|charges|prime|prima|deposito|adeudo|pagamento|km|mieta|loyer|huur|aluguel|renta mensual|quadratmeter|wohnflache qm|subtotal|sub total|market rent|number of employees|no of employees|employees count|credit hold|copay amount|sum|grand total|remise|descuento|desconto|sconto|korting|rabatt|kwota rabatu|conditions de paiement|zahlungsziel|payment terms|currency|deposit|mileage|rent|monthly rent|balance due|amount due|past due|invoice total|net worth|annual income|square feet|bedrooms|odometer reading|retail price|sum insured|excess|copay|co pay|deductible amount',
    'moneda|forma de pago|metodo de pago|prima neta|renta|alquiler mensual|franquicia|suma asegurada',
    'devise|mode de paiement|loyer|franchise|caution versee|prime annuelle',
    'wahrung|zahlungsart|zahlungsweise|zahlungsbedingungen|kaltmiete|warmmiete|wohnflache|selbstbeteiligung|pramie|versandart|versicherungssumme|kaution',
    'moeda|forma de pagamento|premio|aluguel|franquia|importancia segurada',
    'valuta|metodo di pagamento|premio|franchigia|consumo|canone',
    'betaalwijze|premie|huurprijs|eigen risico|verzekerd bedrag',
    'waluta|forma platnosci|skladka|czynsz|suma ubezpieczenia',
    'belob|belop|valuta|summa|castka|zustatek|mena|tutar|bakiye|para birimi|odeme sekli',
    '支払方法|お支払方法|通貨|保険料|家賃|敷金|طريقة دفع|عملة|قسط|сумма|баланс|валюта|оплата|金额|余额|租金|保费|금액|잔액|보험료|결제 방법',
  ],
  field: [
    'stamdata|grunddata|basisdata|stamoplysninger|journal|telefonnotat|kommende aftaler|aftaler|historik|kontaktoplysninger|notater|noter|grunnopplysninger|avtaler|personuppgifter|bokningar|anteckningar',
    '通话|通话记录|来电|联系方式|基本信息|客户信息|客户资料|详情|详细信息|备注|跟进记录|订单|近期订单|运单|近期运单|服务|工单|账户|账单|套餐|操作|状态|标签|附件|历史|时间线|活动|会员信息|首页|消息|设置',
    '통화|통화 기록|기본 정보|고객 정보|연락처 정보|상세 정보|메모|이력|주문|활동|основная информация|контактные данные|история|звонки|заметки|заказы|детали|общая информация|обращения',
    'bilgileri|bilgi|karti|detaylari|detay|gecmisi|listesi|notlari|islemler|kayitlar|siparisler|faturalar|randevular|cagrilar|genel bilgiler|ozet|tiedot|yhteystiedot|udaje|kontaktni udaje|oplysninger|kontaktoplysninger|opplysninger|kontaktinformasjon|kontaktuppgifter|uppgifter',
    'address book|address books|personal address book|personal addresses|global address book|collected recipients|collected addresses|trusted senders|adressbuch|personliches adressbuch|adressbucher|libreta de direcciones|libreta de contactos|carnet d adresses|carnet d adresses personnel|livro de enderecos|agenda de contatos|rubrica|rubriche|adresboek|persoonlijk adresboek|ksiazka adresowa|adressbok|アドレス帳|دفتر عناوين',
    'pipeline|access|access level|ticket form|portal status|lease status|fulfillment status|fulfilment status|recall|permission to enter|do not service|do not allow phone calls|hipaa on file|secondary email|original source|call type|call result|call purpose|call agenda|call status|call direction|call outcome|legal basis|who id|additional comments count|loss description|about this contact|about this company|about this deal|about this ticket|achtervoegsel|kenmerken|termindaten|kundeninformationen|kundendetails|terminart|arbeitsplan|conditions de paiement|type de paiement|stammdaten des kunden|eigenschaft|attribute|attributes|membership of|mitglied von|member of|part of|channel|method|contact method|preferred contact method|next step|next steps|opt out|newsletter|portal access|do not email|marketing consent|do not contact|communication preferences|follow up required|approval status|service level|labels|flags|custom attributes|additional information|additional details|further details|record details|basic information|personal information|personal details|general information|account information|contact preferences|related records|related contacts|linked records|other details|call details|ticket details|case details|request details|order details|booking details|policy details|claim details|job details|recent activity|activity feed|quick actions|key facts|at a glance|health score|lifecycle stage|lead status|lead score|account status|subscription status|payment status',
    'canal|resultado|metodo de contacto|metodo de contacto preferido|datos personales|datos generales|datos del caso|datos adicionales|informacion personal|informacion general|informacion adicional|actividad reciente|sentido|detalle de la llamada|detalles del caso|seguimiento',
    'resultat|sens|canal|informations personnelles|informations generales|informations complementaires|donnees personnelles|activite recente|details de l appel|detail du dossier|suivi',
    'kanal|richtung|ergebnis|allgemeine daten|allgemeine informationen|weitere angaben|weitere informationen|zusatzinformationen|letzte aktivitaten|anrufdetails|vorgangsdetails|falldetails|vertragsdetails|grunddaten|basisdaten|kopfdaten|merkmale',
    'canal|direcao|resultado|dados pessoais|dados gerais|informacoes pessoais|informacoes adicionais|atividade recente|detalhes da chamada|detalhes do caso|dados complementares',
    'canale|direzione|esito|etichette|dati personali|dati generali|informazioni generali|informazioni aggiuntive|attivita recente|dettagli chiamata|dettagli pratica',
    'kanaal|richting|resultaat|algemene gegevens|aanvullende informatie|overige gegevens|recente activiteit|gespreksdetails|dossiergegevens',
    'kanal|kierunek|wynik|dane ogolne|dane osobowe|informacje ogolne|informacje dodatkowe|ostatnia aktywnosc|szczegoly polaczenia|szczegoly sprawy|dane dodatkowe',
    'riktning|resultat|kilde|retning|sprog|type|tila|prioriteetti|tyyppi|luokka|lahde|kanava|suunta|tulos|kieli|stav|priorita|kategorie|zdroj|smer|vysledek|jazyk|durum|oncelik|kategori|kaynak|yon|sonuc|zeme|ulke',
    'フェーズ|チャネル|方向|結果|対応状況|対応履歴|基本情報|詳細情報|追加情報|個人情報|قناة|اتجاه|نتيجة|وسوم|قطاع|معلومات شخصية|معلومات عامة|статус|приоритет|тип|категория|источник|канал|направление|результат|язык|状态|优先级|类型|类别|来源|渠道|结果|语言|基本信息|상태|우선순위|유형|분류|출처|채널|방향|결과|언어|기본 정보|상세 정보',
  ],
  address: [
    'standardadresse|registered office|siege social|domicilio social|sede legale|sede social|firmensitz|statutaire zetel|siedziba|wojewodztwo|delivery addresses|default address|adres korespondencji|postadresse|lieferadresse|rechnungsadresse|billing street|shipping street|direccion de facturacion|direccion de envio|adresse de facturation|adresse de livraison|indirizzo di fatturazione|factuuradres|bezorgadres|adres dostawy|endereco de cobranca|endereco de entrega|plads|sted|kaupunki|postinumero|mesto|ulice|psc|sehir|il|ilce|mahalle|semt|bydel|kommune|ulke|land',
    'адрес|город|улица|страна|почтовыи индекс|地址|城市|国家|省份|邮编|邮政编码|주소|도시|국가|우편번호|시도',
  ],
  email: [
    'sahkoposti|e postadresse|epostadresse|eposta|e posta adresi',
    'эл почта|邮箱|电子邮箱|이메일|이메일 주소',
  ],
  subject: [
    'motif de l appel|motivo chiamata|motivo del contacto|motivo de la llamada|motivo do contato|grund des anrufs|anrufgrund|reden van bellen|powod kontaktu|powod rozmowy|cel rozmowy|arsag|arsak|emne|anledning|aihe|syy|predmet|duvod|neden',
    'тема|причина|主题|原因|事由|제목|사유',
  ],
  note: [
    'interne notiz|interne notitie|note interne|nota interna|notatka wewnetrzna|gesprachsprotokoll|gespreksnotitie|beskrivelse|bemaerkninger|merknader|noter|notater|kuvaus|muistiinpanot|popis|poznamky|aciklama|notlar|additional comments|internal comments|entry notes|access instructions|personal notes|loss description|описание|примечания|примечание|комментарии|描述|备注|说明|설명|메모|비고',
  ],
};
