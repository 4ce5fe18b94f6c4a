import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';

/** The locales of Ringback as Chromium is told of them, and the file each has its words in. */
export const languages = { en: 'en', es: 'es', de: 'de', fr: 'fr', 'pt-BR': 'pt_BR', ja: 'ja' } as const;
export type Language = keyof typeof languages;

/** What a text key says in a language, so that a screen can be found by the names it has there. */
export async function wordsOf(language: Language): Promise<(key: string, ...filled: string[]) => string> {
  const file = join(import.meta.dirname, '../../lib/i18n/locales', `${languages[language]}.yml`);
  const messages = generateChromeMessages(await parseMessagesFile(file));
  return (key, ...filled) => {
    const message = messages[key.replaceAll('.', '_')]?.message;
    if (message === undefined) throw new Error(`${file} has no ${key}`);
    // As names are compared: French sets a space that does not break before its colons.
    const spaced = message.replace(/\s+/g, ' ');
    return spaced.replace(/\$(\d)/g, (_, place: string) => filled[Number(place) - 1] ?? '');
  };
}
