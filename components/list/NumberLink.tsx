import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import { dialAddress } from '../../lib/domain/dial.ts';
import { useList } from '../app-context.ts';
import { useCalling } from '../calling/use-calling.ts';

interface NumberLinkProps {
  callback: Callback;
  /** True where the number stands beside it in the name's place: it is not shown twice. */
  beside?: boolean;
}

/** The number, a click on which dials with whatever the agent has set and starts an attempt. */
export function NumberLink({ callback, beside = false }: NumberLinkProps) {
  const { settings } = useList();
  const calling = useCalling(callback);
  const { phone } = callback;
  if (!phone) return <span class="missing">{i18n.t('list.noNumber')}</span>;
  const address = dialAddress(phone, settings.settings.value);
  const shown = <bdi dir="ltr">{phone.asShown}</bdi>;
  if (!address) return beside ? null : shown;
  const external = address.startsWith('https:');
  return (
    <a
      class="number"
      href={address}
      aria-label={i18n.t('list.call', [phone.asShown])}
      onClick={() => calling.start(phone.e164 ?? phone.asShown)}
      {...(external ? { target: '_blank', rel: 'noreferrer noopener' } : {})}
    >
      {beside ? i18n.t('list.callIt') : shown}
    </a>
  );
}
