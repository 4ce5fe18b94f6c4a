import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import type { GeneratedI18nStructure } from '../../.wxt/i18n/structure';

/**
 * Stands in for WXT's `#i18n` in unit tests: the library's own `createI18n` with its plurals over the real
 * English messages. Only the browser under it is a double, and a missing message is an error here.
 */
const messages = generateChromeMessages(
  await parseMessagesFile(join(import.meta.dirname, '../../lib/i18n/locales/en.yml')),
);

/** As the browsers do it: `$1` … `$9` in one pass, nothing where there is no such substitution. */
function getMessage(name: string, substitutions: readonly string[] = []): string {
  const message = messages[name]?.message;
  if (message === undefined) throw new Error(`There is no message "${name}" in en.yml.`);
  return message.replace(/\$(\$|\d)/g, (_, sign: string) =>
    sign === '$' ? '$' : (substitutions[Number(sign) - 1] ?? ''),
  );
}

const holder = globalThis as { chrome?: unknown };
const before = holder.chrome;
// The library takes its browser from the globals once, when it is loaded.
holder.chrome = { i18n: { getMessage } };
const { createI18n } = await import('@wxt-dev/i18n');
if (before === undefined) delete holder.chrome;
else holder.chrome = before;

export const i18n = createI18n<GeneratedI18nStructure>();
