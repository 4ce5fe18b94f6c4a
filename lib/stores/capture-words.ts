import { i18n } from '#i18n';
import type { Captured } from '../domain/draft.ts';
import type { NoReading } from './caller-finder.ts';

/** Who was captured, as the status line says it: "Dana Lee · (415) 555-0132"; empty for nobody. */
export function whoIn({ callerName, phone }: Pick<Captured['fields'], 'callerName' | 'phone'>): string {
  return [callerName, phone].filter(Boolean).join(' · ');
}

/** Why a page was not read, and what the agent can do about it. */
export function whyNot(why: NoReading): string {
  switch (why) {
    case 'no-access':
      return i18n.t('capture.noAccess');
    case 'forbidden-page':
      return i18n.t('capture.forbidden');
    case 'no-tab':
      return i18n.t('capture.noTab');
    case 'failed':
      return i18n.t('capture.failed');
  }
}
