import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { KeysService } from '../../lib/stores/services.ts';
import { IconButton } from '../ui/IconButton.tsx';
import './keys.css';

interface KeysSheetProps {
  keys: KeysService;
  onClose: () => void;
}

/** Every key there is, over the panel; Escape closes it and the focus goes back where it was. */
export function KeysSheet({ keys: { shortcuts, singleKeys, setSingleKeys }, onClose }: KeysSheetProps) {
  const [keys, setKeys] = useState<Awaited<ReturnType<typeof shortcuts>> | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    shortcuts().then(setKeys, () => {});
  }, [shortcuts]);
  const keyOf = (command: 'capture' | 'call-dropped') => keys?.[command] || i18n.t('options.shortcutNone');
  return (
    <dialog ref={dialog} class="keys-sheet" aria-labelledby={id} onClose={onClose}>
      <div class="notice-head">
        <h2 id={id}>{i18n.t('options.shortcuts')}</h2>
        <IconButton icon="close" label={i18n.t('common.close')} onClick={() => dialog.current?.close()} />
      </div>
      <Keys
        title={i18n.t('keys.anywhere')}
        keys={[
          [keyOf('capture'), i18n.t('manifest.command.capture')],
          [keyOf('call-dropped'), i18n.t('manifest.command.callDropped')],
        ]}
      />
      <Keys
        title={i18n.t('keys.inPanel')}
        keys={[
          ...(singleKeys.value
            ? ([
                ['?', i18n.t('keys.sheet')],
                ['/', i18n.t('list.search')],
              ] as const)
            : []),
          ['Enter', i18n.t('form.save')],
          ['Esc', i18n.t('keys.leave')],
        ]}
      />
      <Keys
        title={i18n.t('keys.inNextCall')}
        keys={[
          ['C', i18n.t('notifications.callNow')],
          ['1–6', i18n.t('calling.howDidItGo')],
          ['B', i18n.t('calling.outcome.calledBack')],
          ['N', i18n.t('calling.skip')],
          ['Esc', i18n.t('calling.backToList')],
        ]}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
        {i18n.t('keys.single')}
      </label>
    </dialog>
  );
}

interface KeysProps {
  title: string;
  keys: readonly (readonly [key: string, does: string])[];
}

function Keys({ title, keys }: KeysProps) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {keys.map(([key, does]) => (
          <div key={does}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
