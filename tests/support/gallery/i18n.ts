import messages from 'virtual:messages';
import type { GeneratedI18nStructure } from '../../../.wxt/i18n/structure';
import { longTextMessages, rightToLeftMessages } from '../pseudo-locales.ts';

/** Stands in for WXT's `#i18n`: a language by its tag, or English made long or written from right to left (`?words=`). */
const words = new URLSearchParams(location.search).get('words') || 'en';
const load = messages[words] ?? messages.en;
if (!load) throw new Error('there is no English');
const spoken = (await load()).default;
const texts =
  words === 'long' ? longTextMessages(spoken) : words === 'rtl' ? rightToLeftMessages(spoken) : spoken;

/** As the browsers do it: `$1` … `$9` in one pass, nothing where there is no such substitution. */
function getMessage(name: string, substitutions: readonly string[] = []): string {
  return (texts[name]?.message ?? `(${name})`).replace(/\$(\$|\d)/g, (_, sign: string) =>
    sign === '$' ? '$' : (substitutions[Number(sign) - 1] ?? ''),
  );
}

// The library takes its browser from the globals once, when it is loaded.
(globalThis as { chrome?: unknown }).chrome = { i18n: { getMessage } };
const { createI18n } = await import('@wxt-dev/i18n');
export const i18n = createI18n<GeneratedI18nStructure>();
document.documentElement.lang = i18n.t('language');
if (words === 'rtl') document.documentElement.dir = 'rtl';
