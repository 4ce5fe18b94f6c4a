import { i18n } from '#i18n';
import { type Callback, isOpen } from '../../lib/domain/callback.ts';
import { useList } from '../app-context.ts';
import { useCalling } from '../calling/use-calling.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { StatusButtons } from './StatusButtons.tsx';
import { useEntryActions } from './use-entry-actions.ts';

interface EntryActionsProps {
  callback: Callback;
  onEdit: () => void;
}

/** What an entry is worked with: the six words and the call, one click each; the rest is in its menu. */
export function EntryActions({ callback, onEdit }: EntryActionsProps) {
  const { openPage } = useList();
  const { who, setStatus, remove } = useEntryActions(callback);
  const calling = useCalling(callback);
  const { source } = callback;
  const named = (what: string) => i18n.t('list.fieldOf', [what, who]);
  const edit = { label: i18n.t('list.menuEdit'), onChoose: onEdit };
  const toPage = source ? [{ label: i18n.t('list.menuPage'), onChoose: () => openPage(source.url) }] : [];
  return (
    <span class="entry-actions">
      <StatusButtons status={callback.status} who={who} onChoose={setStatus} />
      <span class="entry-tools">
        {isOpen(callback) ? (
          <IconButton
            icon="phone"
            label={named(i18n.t('calling.iCalled'))}
            onClick={() => calling.start(null)}
          />
        ) : null}
        <Menu
          label={named(i18n.t('common.menu'))}
          groups={[[edit, ...toPage], [{ label: i18n.t('list.menuDelete'), onChoose: remove }]]}
        />
      </span>
    </span>
  );
}
