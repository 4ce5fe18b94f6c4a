import { i18n } from '#i18n';
import type { ReviewPart } from '../../lib/domain/review.ts';
import { sectionWord } from '../../lib/i18n/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { ReviewEntry } from './ReviewEntry.tsx';

/** One section: its heading with the count of all entries that have this defect, and the rows shown here. */
export function ReviewSectionView({ part }: { part: ReviewPart }) {
  const { section, count, rows } = part;
  return (
    <section class={`review-section section-${section.replaceAll(' ', '-')}${count === 0 ? ' clear' : ''}`}>
      <h2>
        {i18n.t('review.heading', [sectionWord(section), String(count)])}
        {count === 0 ? <Icon name="check" /> : null}
      </h2>
      {rows.length > 0 ? (
        <ul>
          {rows.map(({ callback, alsoIn }) => (
            <ReviewEntry key={callback.id} callback={callback} section={section} alsoIn={alsoIn} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
