import { describe, expect, it } from 'vitest';
import { isPlaceholder, readLabel } from './labels.ts';
import { lexicon } from './lexicon.ts';
import { actionWords, screenWords, stateWords } from './lexicon-actions.ts';
import { domainWords } from './lexicon-domains.ts';
import { fieldWords } from './lexicon-fields.ts';
import * as pages from './lexicon-pages.ts';
import { partWords } from './lexicon-parts.ts';
import { peopleWords } from './lexicon-people.ts';
import { relationWords } from './lexicon-relations.ts';
import { ownScreens } from './lexicon-screens.ts';
import { staffWords } from './lexicon-staff.ts';
import * as states from './lexicon-states.ts';
import { isNoCallerHeading } from './no-caller-words.ts';
import { readable } from './phrases.ts';
import { isUnknownCaller } from './unknown-caller.ts';

describe('readLabel', () => {
  it.each([
    ['Mobile Phone', 'mobile'],
    ['Callback number', 'callback'],
    ['Called number', 'called'],
    ['Calling from', 'calling'],
    ['Dispatch fax', 'fax'],
    ['Account owner', 'agent'],
    ['Customer ID', 'accountNumber'],
    ['Case Number', 'recordNumber'],
    ['Invoice #', 'id'],
    ['Numéro de compte', 'accountNumber'],
    ['N.º de cliente', 'accountNumber'],
    ['Kundennummer', 'accountNumber'],
    ['Mobiltelefonnummer', 'mobile'],
    ['Anrufer', 'caller'],
    ['Llamante', 'caller'],
    ['Telefone para retorno', 'callback'],
    ['Recapito', 'callback'],
    ['Terugbelnummer', 'callback'],
    ['Zgłaszający', 'requester'],
    ['Nom de l’appelant', 'caller'],
    ['N° d’abonné', 'accountNumber'],
    ['Ticket#', 'recordNumber'],
    ['携帯電話', 'mobile'],
    ['折り返し電話番号', 'callback'],
    ['رقم الجوال', 'mobile'],
    ['رقم جوّال', 'mobile'],
    ['Telefon (Eltern)', 'otherPhone'],
    ['Destinatario (quien llama)', 'caller'],
    ['المستأجر', 'customer'],
    ['Nr zgłoszenia', 'recordNumber'],
    ['Kunden-Nr.', 'accountNumber'],
    ['Verwijzend dierenarts', 'other'],
    ['Dialled number', 'called'],
    ['Extensão', 'extension'],
    ['Мобильный телефон', 'mobile'],
    ['手机号码', 'mobile'],
    ['Phone (mobile)', 'mobile'],
    ['Teléfono (casa)', 'home'],
    ["Mother's name", 'other'],
    ['Name of the caller', 'caller'],
    ['Authorized by', 'author'],
    ['Zuletzt geändert durch', 'author'],
    ['Fechado por', 'author'],
    ['Requested by', 'requester'],
    ['Outbound caller ID', 'called'],
    ['Vertrags-Nr.', 'recordNumber'],
    ['Mitglieds-Nr.', 'accountNumber'],
    ['Großmutter', 'other'],
    ['Sœur', 'other'],
    ['Karteninhaber', 'customer'],
    ['Permit holder', 'customer'],
    ['Booker', 'customer'],
    ['受講生', 'customer'],
    ['주치의', 'agent'],
    ['Telefon des Mieters', 'phone'],
    ['Nazwa najemcy', 'customer'],
    ['Regional manager', 'agent'],
    ['Reiseberaterin', 'agent'],
    ['Jefe de turno', 'agent'],
    ['Guardian 2', 'other'],
    ['Product name', 'title'],
    ['Ticket name', 'subject'],
    ['Order contact', 'contact'],
    ['Company contact', 'contact'],
    ['Physician phone', 'agentPhone'],
    ['고객번호', 'accountNumber'],
    ['受付No.', 'recordNumber'],
    ['患者様名', 'customer'],
    ['Call type', 'field'],
    ['Deal contact', 'contact'],
    ['Contact address', 'address'],
    ['Pager', 'pager'],
  ])('%s is a label for %s', (text, kind) => {
    expect(readLabel(text)?.kind).toBe(kind);
  });

  it.each([
    'Ignorer',
    'Zuweisen',
    'Copy link',
    'Responder a todos',
    '割り当て',
    'Überfällig',
    'Huéspedes',
    'البيانات الشخصية',
  ])('%s is what screens say, neither name nor label', (text) => {
    expect(readLabel(text)).toMatchObject({ kind: 'field', share: 1 });
  });

  it.each([
    'Dana Lee',
    'ola@example.example',
    'Water everywhere',
    '',
    'Cory Booker',
    'Director García',
    '유형석',
  ])('%s is none', (text) => {
    expect(readLabel(text)).toBeNull();
  });

  it('tells nobody from somebody', () => {
    for (const text of ['Unknown caller', '–', 'Anonym', '非通知', 'Caller +1 (773) 555-0121'])
      expect(isPlaceholder(text)).toBe(true);
    expect(isPlaceholder('Dana Lee')).toBe(false);
    expect(isUnknownCaller('No customer matched')).toBe(true);
    for (const text of ['Nessun ospite trovato', 'Not on system', '登録なし', 'No customer with this number'])
      expect(isUnknownCaller(text)).toBe(true);
    expect(isUnknownCaller('No. de cliente')).toBe(false);
  });

  it('knows pages without a caller', () => {
    for (const text of ['Settings', 'RT Administration', 'Voice settings', 'Einstellungen'])
      expect(isNoCallerHeading(text)).toBe(true);
    expect(isNoCallerHeading('Dana Lee')).toBe(false);
  });
});

describe('the vocabulary', () => {
  it('is written the way labels are read', () => {
    const trades = [domainWords, fieldWords, peopleWords, relationWords, staffWords];
    const more = { actionWords, screenWords, stateWords, partWords, ownScreens, ...pages };
    const lines = [lexicon, ...trades, states, more].flatMap((list) => Object.values(list).flat());
    const phrases = lines.flatMap((line) => line.split('|'));
    expect(phrases.length).toBeGreaterThan(10_000);
    // Behind its article this one begins with letters that look like another.
    const exceptions = ['بريد الكتروني'];
    const wrong = (phrase: string): boolean =>
      readable(phrase) !== phrase || !/^[\p{L}\p{N}#&№][^|]*$/u.test(phrase);
    expect(phrases.filter((phrase) => wrong(phrase) || / '|' |'$/.test(phrase))).toEqual(exceptions);
  });
});
