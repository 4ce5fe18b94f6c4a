import { describe, expect, it } from 'vitest';
import {
  cleanName,
  emailMatches,
  initialsMatch,
  isCompanyName,
  nameKey,
  nameShape,
  titlePieces,
} from './name-shape.ts';

it.each([
  ['小野寺 美咲 様', '小野寺 美咲'],
  ['高橋美咲様', '高橋美咲'],
  ['お客様', 'お客様'],
  ['患者様', '患者様'],
])('a name is written without how its bearer is written to: %s', (text, name) => {
  expect(cleanName(text)).toBe(name);
});

it.each(['Linea URP', 'Ligne directe', 'Leitung 3'])('%s is a line of ours, and nobody', (text) => {
  expect(nameShape(text)).toBeLessThan(0.45);
  expect(nameShape('Linea Holm')).toBeGreaterThanOrEqual(0.8);
});

describe('names', () => {
  it.each([
    'Dana Lee',
    'Guénolé de Kermadec',
    'Đỗ Thị Hương',
    '高橋 美咲',
    'عمر الخطيب',
    'O’Leary',
    'Coopérative d’habitation Le Ruisselet',
    'Mevr. dr. J.W. (Hanneke) van den Oudenhoven-ter Steeg',
    'Padaria Flor do Cerrado ME',
    'HARBOR COLD CH',
    'Jürgen von der Heyden-Özdemir',
    '山田 たける',
    'やました',
    '李建中',
    'Alle Wassermann',
    'Recent Trading Ltd',
    'Page Hunter',
    'Salzungen',
    'Our Lady of Lourdes',
    'About Face Ltd',
    'Mitra Sobrevilla',
    'Client Earth Fund',
  ])('%s looks like a name', (name) => expect(nameShape(name)).toBeGreaterThanOrEqual(0.45));

  it.each([
    'Storm damage to greenhouse',
    'Unknown caller',
    'Assigned to',
    'Dispatch board',
    'Flagstaff, AZ',
    'Wagga Wagga NSW 2650',
    'Jesolo (VE)',
    '#58901',
    'https://x.example',
    'Call me back.',
    'NG-1042',
    'CAS-01988-P4X2',
    'Similar Contacts',
    'Ähnliche Personen',
    'Contatti Correlati',
    'Derniers Appels',
    'Liknande Kontakter',
    'Case Milestones',
    'Edit Metadata',
    'Force Unlock',
    'List',
    'From the Central Coordinating Register',
    'Ihre Angaben',
    'Vos Contrats',
    'Kontaktverlauf',
    'Contractgegevens',
    'Avtalsuppgifter',
    'Offene Posten',
    '同意状況',
    'Account Hierarchy',
    'Highlights Panel',
  ])('%s does not', (text) => expect(nameShape(text)).toBeLessThan(0.45));

  it('takes titles, order and accents out of the comparison', () => {
    expect(nameKey('Kowalczyk, Dominika')).toBe(nameKey('Dominika Kowalczyk'));
    expect(nameKey('Dr. Theodora Vlachou-Iyer')).toBe(nameKey('Theodora Vlachou-Iyer'));
    expect(nameKey('Dott.ssa Ludovica Sansevero')).toBe(nameKey('ludovica sansevero'));
  });

  it('cleans addresses, logins and remarks away', () => {
    expect(cleanName('Kowalczyk, Dominika <d.k@mail.example>')).toBe('Kowalczyk, Dominika');
    expect(cleanName('dlee (Dana Lee)')).toBe('Dana Lee');
    expect(cleanName('cn=Dana Lee,ou=clients,dc=vets,dc=example')).toBe('Dana Lee');
    expect(cleanName('Thibaut (père d’Hermine, 6e A)')).toBe('Thibaut');
    expect(cleanName('Da\u200bna\u202e Lee')).toBe('Dana Lee');
  });

  it('knows initials, addresses made of names, and companies', () => {
    expect(initialsMatch('AV', 'Alejandra Villaseñor-Pratt')).toBe(true);
    expect(emailMatches('d.kowalczyk@lsb.example', 'Kowalczyk, Dominika')).toBe(true);
    expect(isCompanyName('Käserei Urnäsch-Tal AG')).toBe(true);
    for (const house of [
      'Gesamtschule Elbinsel',
      'Lakeview Elementary',
      'Kisiwani Dispensary',
      'Kita Sonnenhof',
    ])
      expect(isCompanyName(house), house).toBe(true);
    for (const person of ['Dana Lee', 'Erika Schuler', 'Maria Kitamura', 'Rosa Museau'])
      expect(isCompanyName(person), person).toBe(false);
  });

  it('finds the name in a heading', () => {
    expect(titlePieces('Request from Dana Lee - Acme')).toContainEqual({ text: 'Dana Lee', from: true });
    expect(titlePieces('Edit: Dana Lee').map((piece) => piece.text)).toContain('Dana Lee');
  });

  it('takes what parts of a record are called for no name, and people who are called like them for people', () => {
    for (const part of ['Itinerary', 'Meter Reading', 'Deal Jacket', 'Reiseplan', 'Relevés', 'カルテ'])
      expect(nameShape(part), part).toBe(0);
    for (const person of ['Alicia Keys', 'Grace Fees', 'Tom Holdings'])
      expect(nameShape(person), person).toBe(0.9);
  });
});
