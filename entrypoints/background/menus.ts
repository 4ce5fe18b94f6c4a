import { i18n } from '#i18n';
import { setMenus } from '../../lib/platform/context-menus.ts';

/** The context menu's items, made anew at install and start: a browser may have lost them, or changed language. */
export async function createMenus(): Promise<void> {
  await setMenus([
    { id: 'selection', title: i18n.t('menus.selection'), contexts: ['selection'] },
    { id: 'page', title: i18n.t('menus.page'), contexts: ['page', 'link'] },
  ]);
}
