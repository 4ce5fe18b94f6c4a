/**
 * Headers for whoever uses the product, folded: its customers in some products, those who work with it in others.
 * The columns and titles beside them tell which.
 */
export const userWord =
  /^(?:users?|usuarios?|utilisateurs?|usagers?|benutzer|nutzer|utenti|utente|utilizador(?:es)?|gebruikers?|uzytkowni(?:k|cy)|anvandare)$/;
