import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import { dialAddress } from '../../lib/domain/dial.ts';
import { useList } from '../app-context.ts';
import { useCalling } from '../calling/use-calling.ts';

/** The number, a click on which dials with whatever the agent has set and starts an attempt. */
export function NumberLink({ callback }: { callback: Callback }) {
  const { settings } = useList();
  const calling = useCalling(callback);
  const { phone } = callback;
  if (!phone) return <span class="missing">{i18n.t('list.noNumber')}</span>;
  const address = dialAddress(phone, settings.settings.value);
  const shown = <bdi dir="ltr">{phone.asShown}</bdi>;
  if (!address) return shown;
  const external = address.startsWith('https:');
  return (
    <a
      class="number"
      href={address}
      aria-label={i18n.t('list.call', [phone.asShown])}
      onClick={() => calling.start(phone.e164 ?? phone.asShown)}
      {...(external ? { target: '_blank', rel: 'noreferrer noopener' } : {})}
    >
      {shown}
    </a>
  );
}
