import { i18n } from '#i18n';
import type { EvidenceNote } from '../capture/types.ts';
import { locale } from './language.ts';

/** Why a find was chosen, as one line: "labelled “Mobile”, same card as the caller". */
export function evidenceWords(notes: readonly EvidenceNote[]): string {
  const words = notes.slice(0, 4).map(noteWords);
  return new Intl.ListFormat(locale(), { style: 'short', type: 'unit' }).format([...new Set(words)]);
}

function noteWords({ code, label }: EvidenceNote): string {
  switch (code) {
    case 'selected':
      return i18n.t('evidence.selected');
    case 'focused':
      return i18n.t('evidence.focused');
    case 'picked':
      return i18n.t('evidence.picked');
    case 'tel-link':
      return i18n.t('evidence.telLink');
    case 'structured':
      return i18n.t('evidence.structured');
    case 'field-type':
      return i18n.t('evidence.fieldType');
    case 'labelled':
      return label ? i18n.t('evidence.labelled', [label]) : i18n.t('evidence.labelledPlain');
    case 'same-card':
      return i18n.t('evidence.sameCard');
    case 'heading':
      return i18n.t('evidence.heading');
    case 'page-title':
      return i18n.t('evidence.pageTitle');
    case 'breadcrumb':
      return i18n.t('evidence.breadcrumb');
    case 'agrees':
      return i18n.t('evidence.agrees');
    case 'name-parts':
      return i18n.t('evidence.nameParts');
    case 'grouped':
      return i18n.t('evidence.grouped');
    case 'international':
      return i18n.t('evidence.international');
    case 'in-address':
      return i18n.t('evidence.inAddress');
    case 'mobile-or-direct':
      return i18n.t('evidence.mobileOrDirect');
    case 'other-label':
      return i18n.t('evidence.otherLabel', [label ?? '']);
    case 'other-person':
      return i18n.t('evidence.otherPerson');
    case 'own-side':
      return i18n.t('evidence.ownSide');
    case 'switchboard':
      return i18n.t('evidence.switchboard');
    case 'in-prose':
      return i18n.t('evidence.inProse');
    case 'in-list':
      return i18n.t('evidence.inList');
    case 'outside-main':
      return i18n.t('evidence.outsideMain');
    case 'hidden':
      return i18n.t('evidence.hidden');
    case 'repeated-on-site':
      return i18n.t('evidence.repeatedOnSite');
    case 'no-label':
      return i18n.t('evidence.noLabel');
    case 'invalid':
      return i18n.t('evidence.invalid');
    case 'other-country':
      return i18n.t('evidence.otherCountry');
  }
}
