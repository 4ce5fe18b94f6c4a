import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PopupServices } from '../../lib/stores/services.ts';
import { ListContext } from '../app-context.ts';
import { StatusLine } from '../StatusLine.tsx';
import { Later } from '../team/Later.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { lazily } from '../ui/lazily.tsx';
import { CloseDay, EarlierDays, longDay } from './CloseDay.tsx';

// The buttons are there at once; the rows wait for the database in any case, and their code is on its way meanwhile.
const section = import('./ReviewSection.tsx');
const ReviewSectionView = lazily(async () => (await section).ReviewSectionView);

interface ReviewProps {
  services: PopupServices;
  /** What the agent should know of how the list is kept. */
  notices?: ComponentChildren;
}

const teamReview = async () => (await import('../team/TeamReview.tsx')).TeamReview;

/** The pop-up: what is left, each row to be set right on the spot, and the end of the day. */
export function Review({ services, notices }: ReviewProps) {
  const { callbacks, review, status, undo } = services;
  const allow = services.allowSite.value;
  useEffect(() => {
    document.title = i18n.t('review.title');
  }, []);
  return (
    <ListContext.Provider value={services}>
      <main class="review">
        <header class="review-bar">
          <div class="review-head">
            <h1>{i18n.t('review.title')}</h1>
            <label class="in-call">
              <input
                type="checkbox"
                checked={services.inCall.value}
                onChange={(event) => services.markCall(event.currentTarget.checked)}
              />
              {i18n.t('review.inCall')}
            </label>
            <IconButton icon="settings" label={i18n.t('review.options')} onClick={services.openOptions} />
          </div>
          <div class="form-actions">
            <button type="button" class="button primary" onClick={services.capturePage}>
              <Icon name="capture" />
              {i18n.t('capture.button')}
            </button>
            <button type="button" class="button" onClick={services.openPanel}>
              <Icon name="panel" />
              {i18n.t('review.openPanel')}
            </button>
          </div>
          {allow ? (
            <button type="button" class="link small" onClick={allow.allow}>
              {i18n.t('list.fieldOf', [i18n.t('capture.alwaysRead'), allow.site.replace(/^https?:\/\//, '')])}
            </button>
          ) : null}
        </header>
        <StatusLine status={status} undo={undo} />
        {notices}
        {review.missed.value ? (
          <p class="notice warning">{i18n.t('review.missed', [longDay(review.missed.value)])}</p>
        ) : null}
        {callbacks.state.value === 'failed' ? (
          <div class="notice warning" role="alert">
            <strong>{i18n.t('list.failed')}</strong>
            <p>{i18n.t('list.failedHint')}</p>
          </div>
        ) : callbacks.state.value === 'loading' ? (
          <div class="skeleton" aria-hidden="true">
            <div />
            <div />
          </div>
        ) : (
          <>
            <EarlierDays days={review.earlier.value} />
            {callbacks.open.value.length === 0 ? (
              <div class="empty">
                <p>{i18n.t('review.empty')}</p>
                <p class="muted">{i18n.t('review.emptyHint')}</p>
              </div>
            ) : null}
            {review.parts.value.map((part) => (
              <ReviewSectionView key={part.section} part={part} />
            ))}
            {services.people.value.length > 0 ? <Later load={teamReview} /> : null}
            <CloseDay review={review} status={status} />
          </>
        )}
      </main>
    </ListContext.Provider>
  );
}
