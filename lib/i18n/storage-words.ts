import { i18n } from '#i18n';

/** Why nothing can be stored, as plainly as it is known. */
export function failureWords(failure: 'unavailable' | 'full' | 'migration'): string {
  switch (failure) {
    case 'unavailable':
      return i18n.t('backup.care.unavailable');
    case 'full':
      return i18n.t('backup.care.full');
    case 'migration':
      return i18n.t('backup.care.migration');
  }
}
