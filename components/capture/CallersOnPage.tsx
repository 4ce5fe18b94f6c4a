import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CallerRow } from '../../lib/capture/types.ts';
import { clockTime, dayWord } from '../../lib/i18n/times.ts';
import { usePanel } from '../app-context.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** The callers of a list page: tick who is to be called back and save them all at once as missed calls. */
export function CallersOnPage() {
  const { capture, callbacks, clock } = usePanel();
  const rows = capture.callers.value;
  const [ticks, setTicks] = useState<{ rows: readonly CallerRow[]; places: ReadonlySet<number> } | null>(
    null,
  );
  if (rows.length === 0) return null;

  // Ticks belong to the list they were made in: in another one nobody is ticked yet.
  const ticked = ticks?.rows === rows ? ticks.places : new Set<number>();
  const setTicked = (places: ReadonlySet<number>) => setTicks({ rows, places });
  const openNumbers = new Set(callbacks.open.value.flatMap(({ phone }) => (phone?.e164 ? [phone.e164] : [])));
  const toggle = (place: number) => {
    const next = new Set(ticked);
    if (!next.delete(place)) next.add(place);
    setTicked(next);
  };
  const chosen = rows.filter((_, place) => ticked.has(place));

  return (
    <fieldset class="callers notice">
      <legend class="visually-hidden">{i18n.t('callers.title')}</legend>
      <div class="notice-head">
        <strong aria-hidden="true">{i18n.t('callers.title')}</strong>
        <IconButton icon="close" label={i18n.t('common.close')} onClick={() => capture.dismiss()} />
      </div>
      <ul class="caller-rows">
        {rows.map((row, place) => {
          const isOpen = row.phone !== null && openNumbers.has(row.phone.e164);
          const marks = [
            row.time ? calledWords(row.time.epoch, clock.now.value, clock.zone.value) : '',
            row.missed === false ? i18n.t('callers.answered') : '',
            isOpen ? i18n.t('callers.alreadyOpen') : '',
          ].filter(Boolean);
          const markId = `caller-${place}-marks`;
          return (
            <li key={markId}>
              <label>
                <input
                  type="checkbox"
                  checked={ticked.has(place)}
                  aria-label={rowName(row)}
                  aria-describedby={markId}
                  onChange={() => toggle(place)}
                />
                <span class="caller-row">
                  <span class="caller-name">{row.name ?? i18n.t('common.unnamed')}</span>
                  <bdi dir="ltr" class="unbroken">
                    {row.phone?.value ?? i18n.t('callers.noNumber')}
                  </bdi>
                  <span id={markId} class="muted small">
                    {marks.join(' · ')}
                  </span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      <div class="form-actions">
        <button
          type="button"
          class="button primary"
          disabled={chosen.length === 0}
          onClick={() => capture.addCallers(chosen)}
        >
          {i18n.t('callers.addSelected')}
        </button>
        <button type="button" class="button" onClick={() => setTicked(new Set(rows.keys()))}>
          {i18n.t('callers.selectAll')}
        </button>
      </div>
    </fieldset>
  );
}

/** "NAME, NUMBER", the row's accessible name; what is not known is left out. */
function rowName(row: CallerRow): string {
  const name = row.name ?? i18n.t('common.unnamed');
  return `${name}, ${row.phone?.value ?? i18n.t('callers.noNumber')}`;
}

function calledWords(at: number, now: number, zone: string): string {
  return i18n.t('callers.called', [i18n.t('when.at', [dayWord(at, now, zone), clockTime(at, zone)])]);
}
