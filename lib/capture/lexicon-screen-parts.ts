/** Words that names of parts of screens are built of, folded. */

/**
 * Words that part the one or the many ("Similar contacts", "Appels récents"): what else the text holds is then no
 * name either, where it is a word of screens.
 */
export const parting: ReadonlySet<string> = new Set(
  [
    'similar related suggested possible potential matching matched nearby linked associated recommended duplicate recent latest active inactive frequent favourite favorite top assigned unassigned pinned upcoming previous additional connected likely other all open closed pending new archived recently viewed merged past overdue selected visible shared',
    'parecidos parecidas similares relacionados relacionadas sugeridos sugeridas posibles coincidentes vinculados vinculadas recientes asociados asociadas frecuentes otros otras ultimos ultimas pendientes todos todas anteriores proximos proximas',
    'similaire similaires associes associees suggeres suggerees possibles correspondants correspondantes recents recentes lies liees frequents frequentes autres derniers dernieres apparentes tous toutes precedents precedentes prochains prochaines',
    'ahnliche ahnlicher verwandte vorgeschlagene mogliche passende verknupfte zugeordnete zugehorige letzte weitere aktive haufige andere alle offene neueste zuletzt bisherige kommende',
    'simili correlati correlate suggeriti suggerite possibili corrispondenti collegati collegate recenti associati associate frequenti altri altre ultimi ultime tutti tutte precedenti prossimi prossime',
    'semelhantes relacionados relacionadas sugeridos sugeridas possiveis correspondentes vinculados vinculadas recentes associados associadas frequentes outros outras ultimos ultimas todos todas anteriores proximos proximas',
    'vergelijkbare gerelateerde voorgestelde mogelijke overeenkomende gekoppelde recente bijbehorende andere overige laatste alle vorige komende soortgelijke',
    'podobne podobni powiazane powiazani sugerowane sugerowani mozliwe mozliwi pasujace pasujacy ostatnie ostatni inne inni wszystkie wszyscy poprzednie nadchodzace',
    'liknande relaterade foreslagna mojliga kopplade senaste andra ovriga alla tidigare kommande lignende relaterede foreslaede mulige tilknyttede seneste andre tidligere kommende foreslatte siste',
  ].flatMap((line) => line.split(' ')),
);

/** Words that English screens are worded with and names of people and companies are not. */
export const plain: ReadonlySet<string> = new Set(
  [
    'activities activity advisory affected agenda agreements allocation approvals arrangements arrears assist association associations attachment attachments attendance attribution attributes autopay available awaiting backlog balances basics breakdown bulk cadence capacity cases categories category changelog charges checklist checklists child classification closure codes collaborators collections comment comments communications compliance compose configuration confirmation consents console context conversions correspondence counts coverage criteria cycle declined dependencies dependents destination details diagnosis diagnostics directions disposition documentation earliest eligibility emergency enquiry enrichment enrolled enrollment enrolment entries entry escalation escalations essentials estimates evaluation exceptions expiring external extras facts figures filters findings followers forms fulfillment fulfillments gaps guidance guarantor handoff happiness hierarchy highlights history identification identifiers impacted incidents incoming indicators info information insight insights install internal involved issued items lifecycle likelihood links list listing lists lookup maintenance manual measurements mentions metadata method milestones missing modifications monthly next notices numbers obligations occurrences onboarding ongoing options origin outstanding overdue ownership pane panel parameters participation payable performance permissions pipeline placeholder planned planning playbook playbooks populated predictive prerequisites primary priorities priority probability productivity proof provisioning purchases qualification quality queued quick rating ratings readings reasons receivables recipients recurring register registered registration registrations reminder reminders renewal renewals required requirements resolution resolve response responses restrictions resulting results retention revenue review reviews role roles rotting routing satisfaction schedule scheduled scheduling score scores scoring script section sections segment segments selected sentiment sequence sequences settlement shortcuts signatories snapshot sort source sources specification stage stages statistics status steps storyboard submission submissions submitted summary summaries supplementary surveys synopsis tasks terms threads tier tiers timesheets totals tracker tracking transactions transcript transcripts transfers trends triage type types unread unresolved updates urgency usage utilisation utilization validation verification verifications versions views vulnerabilities waitlist weekly widget widgets workflow workflows workload wrap yearly',
    'account accounts agent agents appointment beneficiary booking business call caller callers case claim client clients contact contacts conversation customer customers deal device donor email employee equipment event family file guardian guardians guest health household insured interaction job knowledge lead loan location locations loyalty member members membership order orders page parent patient payment person policy process product products profile project property quote record relationship request requests sales segment service services session shipment shipping site sla student subscription supplier support system task team tenant ticket time user vehicle vehicles vendor visit visits visitor web work',
    'add change choose copy create delete duplicate edit export force import index lock manage merge metadata move new remove reset select send set show transfer unlock update view',
    'and by for from in of on the to up with',
  ].flatMap((line) => line.split(' ')),
);

/** What there are many of on screens, where the vocabulary knows the word for one only. */
export const many: ReadonlySet<string> = new Set(
  [
    'callers records matches companies leads families residents organisations organizations persons people profiles conversations interactions opportunities deals suggestions hits participants learners owners subscribers individuals entities parties relationships',
    'registros coincidencias personas empresas familias residentes perfiles conversaciones oportunidades llamantes fichas dossiers fiches personnes entreprises familles profils conversations appelants resultats',
    'personen treffer datensatze auftrage firmen familien profile vorgange anrufer ergebnisse persone aziende famiglie profili chiamanti risultati schede pessoas registros familias perfis conversas chamadores resultados',
    'bedrijven gezinnen profielen bellers resultaten osoby firmy rodziny profile dzwoniacy wyniki rekordy kontakter personer arenden patienter foretag familjer profiler sager poster treff',
  ].flatMap((line) => line.split(' ')),
);
