import { locale } from '../i18n/language.ts';
import { calendarEvent, dayTitle, shareTable, whoWords } from '../i18n/share-words.ts';
import { calendarFile } from '../share/calendar-file.ts';
import { asHtml, asMarkdown, asText } from '../share/table-texts.ts';

/** Everything that is needed for callbacks to go out, in one chunk that loads when something does. */
export const shareTools = {
  language: locale,
  dayTitle,
  whoWords,
  shareTable,
  calendarEvent,
  calendarFile,
  asText,
  asMarkdown,
  asHtml,
};
export type ShareTools = typeof shareTools;
