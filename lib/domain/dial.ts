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
  const digits = phone.e164 ?? phone.asShown.replace(/[^\d+#*]/g, '');
  if (!/\d/.test(digits)) return null;
  switch (settings.dialWith) {
    case 'tel':
      return phone.extension ? `tel:${digits};ext=${phone.extension}` : `tel:${digits}`;
    case 'callto':
      return `callto:${digits}`;
    case 'sip':
      return `sip:${digits}`;
    case 'https':
      return settings.dialTemplate === ''
        ? `tel:${digits}`
        : settings.dialTemplate.replaceAll('{number}', encodeURIComponent(digits));
  }
}
