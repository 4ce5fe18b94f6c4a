import { i18n } from '#i18n';

/** The sections of the page in their order: each one's id and its heading. */
function places(): [id: string, name: string][] {
  return [
    ['you', i18n.t('options.you')],
    ['day', i18n.t('options.day')],
    ['reminders', i18n.t('options.reminders')],
    ['focus', i18n.t('options.focus')],
    ['calling', i18n.t('options.calling')],
    ['dialling', i18n.t('options.dialling')],
    ['sites', i18n.t('options.sites')],
    ['team', i18n.t('team.title')],
    ['backup', i18n.t('backup.title')],
    ['figures', i18n.t('insights.title')],
    ['memory', i18n.t('options.memory')],
    ['privacy', i18n.t('privacy.title')],
    ['lock', i18n.t('lock.title')],
    ['shortcuts', i18n.t('options.shortcuts')],
  ];
}

/**
 * Where on the long page is what, one click away: beside it where there is room, and left out where there is not.
 */
export function OptionsPlaces() {
  return (
    <nav class="places" aria-label={i18n.t('options.title')}>
      {places().map(([id, name]) => (
        <a key={id} href={`#${id}`}>
          {name}
        </a>
      ))}
    </nav>
  );
}
