import { i18n } from '#i18n';
import { type Status, statuses } from '../../lib/domain/callback.ts';
import { statusWord } from '../../lib/i18n/words.ts';
import { statusIcons } from '../status-icons.ts';
import { IconButton } from '../ui/IconButton.tsx';

interface StatusButtonsProps {
  status: Status;
  who: string;
  onChoose: (status: Status) => void;
}

/** The six words as signs, one click each; the one that holds is pressed. */
export function StatusButtons({ status, who, onChoose }: StatusButtonsProps) {
  return (
    <fieldset class="status-buttons" aria-label={i18n.t('list.actions', [who])}>
      {statuses.map((one) => (
        <IconButton
          key={one}
          icon={statusIcons[one]}
          label={statusWord(one)}
          pressed={one === status}
          onClick={() => onChoose(one)}
        />
      ))}
    </fieldset>
  );
}
