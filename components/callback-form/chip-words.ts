import { i18n } from '#i18n';
import type { PromisedTimeChipId } from '../../lib/domain/promised-time/promised-time-chips.ts';

/** What a time chip says, and what the field then holds. */
export function chipWord(id: PromisedTimeChipId): string {
  switch (id) {
    case 'in-30-min':
      return i18n.t('chips.in30Min');
    case 'in-1-hour':
      return i18n.t('chips.in1Hour');
    case 'before-noon':
      return i18n.t('chips.beforeNoon');
    case 'this-afternoon':
      return i18n.t('chips.thisAfternoon');
    case 'end-of-day':
      return i18n.t('chips.endOfDay');
    case 'tomorrow-morning':
      return i18n.t('chips.tomorrowMorning');
    case 'tomorrow-afternoon':
      return i18n.t('chips.tomorrowAfternoon');
    case 'tomorrow-end-of-day':
      return i18n.t('chips.tomorrowEndOfDay');
    case 'next-workday-morning':
      return i18n.t('chips.nextWorkdayMorning');
    case 'next-workday-afternoon':
      return i18n.t('chips.nextWorkdayAfternoon');
    case 'next-workday-end-of-day':
      return i18n.t('chips.nextWorkdayEndOfDay');
  }
}
