import { useContext } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import { calendarSlot } from '../../lib/domain/day-list.ts';
import { PanelContext } from '../app-context.ts';
import { Menu } from '../ui/Menu.tsx';

/** One entry on its way into another tool; in the panel alone. */
export function EntryMenu({ callback }: { callback: Callback }) {
  const panel = useContext(PanelContext);
  if (!panel) return null;
  const { share, settings } = panel;
  const timed = calendarSlot(callback, settings.rules.value) !== null;
  return (
    <Menu
      words
      label={i18n.t('share.menu')}
      groups={[
        [
          { label: i18n.t('share.copyText'), onChoose: () => share.copyOne(callback, 'text') },
          { label: i18n.t('share.copyMarkdown'), onChoose: () => share.copyOne(callback, 'markdown') },
          { label: i18n.t('share.copyTable'), onChoose: () => share.copyOne(callback, 'html') },
          {
            label: i18n.t('share.calendar'),
            onChoose: () => share.calendarOf(callback),
            disabled: !timed,
          },
        ],
      ]}
    />
  );
}
