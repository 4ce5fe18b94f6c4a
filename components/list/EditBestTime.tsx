import { i18n } from '#i18n';
import type { Callback } from '../../lib/domain/callback.ts';
import { useList } from '../app-context.ts';
import { useCallerZone } from '../calling/use-caller-zone.ts';
import { ClockInput } from '../ui/ClockInput.tsx';
import { useEntryActions } from './use-entry-actions.ts';

interface EditBestTimeProps {
  callback: Callback;
  who: string;
}

/** When the caller is best reached, in the caller's own time where that is certain, else in the agent's. */
export function EditBestTime({ callback, who }: EditBestTimeProps) {
  const { clock } = useList();
  const { edit } = useEntryActions(callback);
  const zone = useCallerZone(callback.phone?.e164 ?? null);
  const best = callback.bestTime;
  const where = zone?.certainty === 'certain' ? zone.zone : clock.zone.value;
  const change = (from: string, until: string) => {
    if (from === '' && until === '') edit({ bestTime: null });
    else if (from !== '' && until !== '') edit({ bestTime: { from, until, zone: best?.zone ?? where } });
  };
  return (
    <fieldset class="field">
      <legend class="field-label">{i18n.t('prep.bestTimeLabel', [best?.zone ?? where])}</legend>
      <span class="time-row">
        {(['from', 'until'] as const).map((side) => (
          <ClockInput
            key={side}
            aria-label={i18n.t('list.fieldOf', [
              side === 'from' ? i18n.t('prep.bestFrom') : i18n.t('prep.bestUntil'),
              who,
            ])}
            value={best?.[side] ?? ''}
            onTake={(time) => {
              if (side === 'from') change(time, best?.until ?? (time === '' ? '' : '18:00'));
              else change(best?.from ?? (time === '' ? '' : '09:00'), time);
            }}
          />
        ))}
      </span>
    </fieldset>
  );
}
