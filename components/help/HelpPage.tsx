import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';

interface HelpPageProps {
  /** The key that captures, as the browser has it; '' where none is set. */
  captureKey: string;
}

/** One page that a new agent reads in two minutes, and a team lead in three. */
export function HelpPage({ captureKey }: HelpPageProps) {
  useEffect(() => {
    document.title = `Ringback: ${i18n.t('help.title')}`;
  }, []);
  const steps = [
    i18n.t('help.capture', [captureKey || i18n.t('options.shortcutNone')]),
    i18n.t('help.promise'),
    i18n.t('help.remind'),
    i18n.t('help.call'),
    i18n.t('help.review'),
  ];
  return (
    <main class="page options help">
      <h1>{i18n.t('help.title')}</h1>
      <section>
        <h2>{i18n.t('help.day')}</h2>
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{i18n.t('help.lead')}</h2>
        <p>
          {i18n.t('help.leadFigures')} <a href="/insights.html">{i18n.t('insights.title')}</a>
        </p>
        <p>{i18n.t('help.leadKeep')}</p>
        <p>
          {i18n.t('help.leadTeam')} <a href="/options.html">{i18n.t('help.options')}</a>
        </p>
      </section>
      <section>
        <h2>{i18n.t('help.wrong')}</h2>
        <p>{i18n.t('help.noCaller')}</p>
        <p>{i18n.t('help.noReminder')}</p>
        <p>{i18n.t('help.noList')}</p>
      </section>
    </main>
  );
}
