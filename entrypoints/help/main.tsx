import { render } from 'preact';
import { HelpPage } from '../../components/help/HelpPage.tsx';
import '../../components/help/help.css';
import { wordsLanguage } from '../../lib/i18n/language.ts';
import { shortcuts } from '../../lib/platform/commands.ts';

async function start(root: HTMLElement): Promise<void> {
  const keys = await shortcuts();
  render(<HelpPage captureKey={keys.capture} />, root);
}

document.documentElement.lang = wordsLanguage();
const root = document.getElementById('app');
if (root) start(root);
