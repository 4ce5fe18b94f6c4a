import { describe, expect, it } from 'vitest';
import { isUnknownCaller } from './unknown-caller.ts';

describe('somebody without a name', () => {
  it.each([
    'Unnamed customer',
    'Blank name',
    'Caller name unavailable',
    'Cliente sin nombre',
    'Contact sans nom',
    'Unbenannter Kontakt',
    'Kunde nicht identifiziert',
    'Cliente non identificato',
    'Contato sem nome',
    'Naamloos contact',
    'Rozmówca nieznany',
    '名前なし',
    '不明',
    'بدون اسم',
    'Caller not recognised in the register',
    'Chiamante non riconosciuto in anagrafe',
    'Appelant non reconnu',
    'Anrufer noch nicht zugeordnet',
    'Llamante no reconocido',
    'Chamador não reconhecido',
    'Beller niet herkend',
    'Numer nie rozpoznany',
    '発信者が登録されていません',
    'Not in Alchemy',
    'Nicht in Salesforce',
    'الرقم غير معروف',
  ])('%s', (text) => {
    expect(isUnknownCaller(text)).toBe(true);
  });

  it.each([
    'Customer name',
    'Anonymous Ltd & Sons',
    'Bruno Contatto',
    'Klient',
    '田中',
    'Customer not happy',
  ])('is not “%s”', (text) => {
    expect(isUnknownCaller(text)).toBe(false);
  });
});
