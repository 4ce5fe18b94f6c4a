import { i18n } from '#i18n';
import { type Callback, isOpen } from '../../lib/domain/callback.ts';
import { useList } from '../app-context.ts';
import { useCalling } from '../calling/use-calling.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { StatusButtons } from './StatusButtons.tsx';
import { useEntryActions } from './use-entry-actions.ts';

interface EntryActionsProps {
  callback: Callback;
  onEdit: () => void;
}

/** Everything one click away on an entry: the six words, the call, and the entry itself. */
export function EntryActions({ callback, onEdit }: EntryActionsProps) {
  const { openPage } = useList();
  const { who, setStatus, remove } = useEntryActions(callback);
  const calling = useCalling(callback);
  const { source } = callback;
  return (
    <span class="entry-actions">
      <StatusButtons status={callback.status} who={who} onChoose={setStatus} />
      <span class="entry-tools">
        {isOpen(callback) ? (
          <IconButton
            icon="phone"
            label={i18n.t('list.fieldOf', [i18n.t('calling.iCalled'), who])}
            onClick={() => calling.start(null)}
          />
        ) : null}
        {callback.phone ? (
          <IconButton
            icon="copy"
            label={i18n.t('list.fieldOf', [i18n.t('calling.copyNumber'), who])}
            onClick={calling.copyNumber}
          />
        ) : null}
        <IconButton icon="edit" label={i18n.t('list.edit', [who])} onClick={onEdit} />
        {source ? (
          <IconButton
            icon="page"
            label={i18n.t('list.openPage', [who])}
            onClick={() => openPage(source.url)}
          />
        ) : null}
        <IconButton icon="trash" label={i18n.t('list.delete', [who])} onClick={remove} />
      </span>
    </span>
  );
}
