import type { Phone } from './callback.ts';
import type { Settings } from './settings.ts';

/**
 * The address a click on a number opens, null where there is nothing to dial. Extensions ride along as
 * RFC 3966 says for tel; callto and sip have no agreed form, so they get the number alone.
 * https://www.rfc-editor.org/rfc/rfc3966#section-3
 */
export function dialAddress(
  phone: Phone,
  settings: Pick<Settings, 'dialWith' | 'dialTemplate'>,
): string | null {
  const digits = phone.e164 ?? digitsAsShown(phone);
  if (!/\d/.test(digits)) return null;
  const escaped = escapeHash(digits);
  switch (settings.dialWith) {
    case 'tel':
      return phone.extension ? `tel:${escaped};ext=${escapeHash(phone.extension)}` : `tel:${escaped}`;
    case 'callto':
      return `callto:${escaped}`;
    case 'sip':
      return `sip:${escaped}`;
    case 'https':
      return settings.dialTemplate === ''
        ? `tel:${escaped}`
        : settings.dialTemplate.replaceAll('{number}', encodeURIComponent(digits));
  }
}

/** What is dialled of a number kept as typed: without its extension, which is dialled after the answer. */
function digitsAsShown({ asShown, extension }: Phone): string {
  const digits = asShown.replace(/[^\d+#*]/g, '');
  return extension && digits.endsWith(extension) ? digits.slice(0, -extension.length) : digits;
}

/** A '#' would end the address; '+' and '*' stand in one as they are. */
function escapeHash(digits: string): string {
  return digits.replaceAll('#', '%23');
}
