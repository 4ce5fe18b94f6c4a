import { render } from 'preact';
import { i18n } from '#i18n';
import { SamplePage } from '../../components/first-minute/SamplePage.tsx';
import { readPage } from '../../lib/capture/page/read-page.ts';
import { wordsLanguage } from '../../lib/i18n/language.ts';
import { shortcuts } from '../../lib/platform/commands.ts';
import { answerReading } from '../../lib/platform/own-page.ts';
import { openPanel } from '../../lib/platform/panel.ts';
import { currentWindowId, openOwnPage } from '../../lib/platform/tabs.ts';

/** The page to try capturing on. No script can be injected here, so it runs the same reader when asked to. */
async function start(root: HTMLElement): Promise<void> {
  answerReading(readPage);
  // Opening the panel wants the click itself: nothing may be asked for after it.
  const [windowId, keys] = await Promise.all([currentWindowId(), shortcuts()]);
  const open = () => {
    const where = windowId === null ? {} : { windowId };
    openPanel(where).catch(() => openOwnPage('/sidepanel.html', windowId ?? undefined));
  };
  render(<SamplePage shortcut={keys.capture} onOpenPanel={open} />, root);
}

document.documentElement.lang = wordsLanguage();
document.title = `Ringback: ${i18n.t('sample.title')}`;
const root = document.getElementById('app');
if (root) start(root);
