import { i18n } from '#i18n';
import './sample.css';

interface SamplePageProps {
  /** The key that captures; '' where there is none. */
  shortcut: string;
  onOpenPanel: () => void;
}

/** A customer nobody has: the number is one of those set apart for films (555-0100 to 555-0199). */
const customer = { name: 'Dana Lee', phone: '+1 415 555 0132', ticket: 'T-58213' };

/** A page as a CRM shows one, to try capturing on before any site is let in. */
export function SamplePage({ shortcut, onOpenPanel }: SamplePageProps) {
  return (
    <div class="sample">
      <aside class="sample-hint" aria-label={i18n.t('sample.title')}>
        <p>{shortcut === '' ? i18n.t('sample.hint') : i18n.t('sample.hintKey', [shortcut])}</p>
        <button type="button" class="button" onClick={onOpenPanel}>
          {i18n.t('review.openPanel')}
        </button>
      </aside>
      <main class="sample-record">
        <h1>{customer.name}</h1>
        <dl>
          <dt>{i18n.t('sample.customer')}</dt>
          <dd>{customer.name}</dd>
          <dt>{i18n.t('form.phone')}</dt>
          <dd>
            <a href={`tel:${customer.phone.replaceAll(' ', '')}`}>{customer.phone}</a>
          </dd>
          <dt>{i18n.t('sample.ticket')}</dt>
          <dd>{customer.ticket}</dd>
          <dt>{i18n.t('sample.subject')}</dt>
          <dd>{i18n.t('sample.subjectText')}</dd>
        </dl>
        <h2>{i18n.t('sample.history')}</h2>
        <p>{i18n.t('sample.historyText')}</p>
      </main>
    </div>
  );
}
