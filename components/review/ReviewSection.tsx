import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ReviewPart } from '../../lib/domain/review.ts';
import { wholeNumber } from '../../lib/i18n/numbers.ts';
import { sectionWord } from '../../lib/i18n/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { ReviewEntry } from './ReviewEntry.tsx';

/** Rows of a section drawn at first, and with each "show more": a pop-up is to be there at once. */
const page = 30;

/** One section: its heading with the count of all entries that have this defect, and the rows shown here. */
export function ReviewSectionView({ part }: { part: ReviewPart }) {
  const { section, count, rows } = part;
  const [shown, setShown] = useState(page);
  return (
    <section class={`review-section section-${section.replaceAll(' ', '-')}${count === 0 ? ' clear' : ''}`}>
      <div class="section-head">
        <h2>
          {i18n.t('review.heading', [sectionWord(section), wholeNumber(count)])}
          {count === 0 ? <Icon name="check" /> : null}
        </h2>
        {count > rows.length ? (
          <span class="hint">{i18n.t('review.above', [wholeNumber(count - rows.length)])}</span>
        ) : null}
      </div>
      {rows.length > 0 ? (
        <ul>
          {rows.slice(0, shown).map(({ callback, alsoIn }) => (
            <ReviewEntry key={callback.id} callback={callback} section={section} alsoIn={alsoIn} />
          ))}
        </ul>
      ) : null}
      {rows.length > shown ? (
        <button type="button" class="button quiet wide" onClick={() => setShown(shown + page)}>
          {i18n.t('common.more')}
        </button>
      ) : null}
    </section>
  );
}
