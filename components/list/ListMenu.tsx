import { useContext } from 'preact/hooks';
import { i18n } from '#i18n';
import { PanelContext } from '../app-context.ts';
import { Menu } from '../ui/Menu.tsx';

/** What can be done with the day's list, and the ways to the figures and the help; in the panel alone. */
export function ListMenu() {
  const panel = useContext(PanelContext);
  if (!panel) return null;
  const { share, openInsights, openHelp } = panel;
  return (
    <Menu
      label={i18n.t('common.menu')}
      groups={[
        [
          { label: i18n.t('share.copyDay'), onChoose: () => share.copyDay('text') },
          { label: i18n.t('share.copyMarkdown'), onChoose: () => share.copyDay('markdown') },
          { label: i18n.t('share.copyTable'), onChoose: () => share.copyDay('html') },
          { label: i18n.t('share.calendarDay'), onChoose: () => share.calendarOfDay() },
          { label: i18n.t('share.print'), onChoose: () => share.printDay() },
        ],
        [
          { label: i18n.t('insights.title'), onChoose: openInsights },
          { label: i18n.t('help.title'), onChoose: openHelp },
        ],
      ]}
    />
  );
}
