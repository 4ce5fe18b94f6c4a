import { i18n } from '#i18n';

interface ShortcutsProps {
  shortcuts: Record<string, string>;
  firefox: boolean;
}

/** The keys as the browser has them now; extensions cannot change them, so it is said where the agent can. */
export function Shortcuts({ shortcuts, firefox }: ShortcutsProps) {
  const keyOf = (command: string) => shortcuts[command] || i18n.t('options.shortcutNone');
  return (
    <section id="shortcuts">
      <h2>{i18n.t('options.shortcuts')}</h2>
      <dl class="shortcuts">
        <dt>{i18n.t('manifest.command.capture')}</dt>
        <dd>
          <kbd>{keyOf('capture')}</kbd>
        </dd>
        <dt>{i18n.t('manifest.command.callDropped')}</dt>
        <dd>
          <kbd>{keyOf('call-dropped')}</kbd>
        </dd>
      </dl>
      <p class="hint">
        {firefox ? i18n.t('options.shortcutsHintFirefox') : i18n.t('options.shortcutsHintChrome')}
      </p>
    </section>
  );
}
