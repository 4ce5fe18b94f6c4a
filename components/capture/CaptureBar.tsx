import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CaptureNotice } from '../../lib/capture/types.ts';
import { usePanel } from '../app-context.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Numbers } from '../ui/Numbers.tsx';

/** The top of the panel: capture, and who is on the page. */
export function CaptureBar() {
  const { page, capture, openOptions } = usePanel();
  const seen = page.seen.value;
  const who = seen && [seen.name, seen.phone].filter(Boolean).join(' · ');
  return (
    <header class="capture-bar">
      <div class="capture-actions">
        <button
          type="button"
          class="button primary"
          disabled={capture.reading.value}
          title={page.shortcut.value}
          onClick={() => page.capture()}
        >
          <Icon name="capture" />
          {i18n.t('capture.button')}
        </button>
        <IconButton icon="settings" label={i18n.t('review.options')} onClick={openOptions} />
      </div>
      {who === null ? null : (
        <p class="on-page small">
          <Numbers text={who === '' ? i18n.t('capture.nobodyOnPage') : i18n.t('capture.onThisPage', [who])} />
        </p>
      )}
    </header>
  );
}

/** Under what just happened: what the agent should know of it, and how to give access where that was missing. */
export function CaptureHelp() {
  const { capture } = usePanel();
  const notices = toSay(capture.result.value?.notices ?? []);
  const { length: others } = capture.others.value;
  const asked = useRef(false);
  useEffect(() => {
    if (!asked.current || others > 0) return;
    // The button that was pressed is gone: the focus goes on in the list it opened.
    asked.current = false;
    document.querySelector<HTMLElement>('.callers input')?.focus();
  }, [others]);
  const show = () => {
    asked.current = true;
    capture.showOthers();
  };
  if (notices.length === 0 && others === 0 && !capture.needsAccess.value) return null;
  return (
    <div class="capture-help">
      <Notices notices={notices} />
      {others === 0 ? null : (
        <button type="button" class="link" onClick={show}>
          {i18n.t('callers.others', others)}
        </button>
      )}
      {capture.needsAccess.value ? <AccessHelp /> : null}
    </div>
  );
}

/** Those of the notices that have words of their own here, none of them twice. */
function toSay(notices: readonly CaptureNotice[]): CaptureNotice[] {
  const large = notices.find(({ code }) => code === 'stopped-early' || code === 'too-large');
  return [...(large ? [large] : []), ...notices.filter(({ code }) => code === 'frame-skipped')];
}

/** What the agent should know of the last capture. */
function Notices({ notices }: { notices: readonly CaptureNotice[] }) {
  const { page } = usePanel();
  return (
    <>
      {notices.map(({ code, origin }) => {
        if (code !== 'frame-skipped' || !origin) {
          return (
            <p key={code} class="hint">
              {i18n.t(code === 'frame-skipped' ? 'capture.partSkipped' : 'capture.stoppedEarly')}
            </p>
          );
        }
        return (
          <p key={origin} class="hint">
            {i18n.t('capture.frameSkipped', [origin.replace(/^https:\/\//, '')])}{' '}
            <button
              type="button"
              class="link"
              aria-label={i18n.t('capture.allowFrame', [origin])}
              onClick={() => page.allow(origin)}
            >
              {i18n.t('capture.allow')}
            </button>
          </p>
        );
      })}
    </>
  );
}

/** How to let a page be read: once, by key or icon, or always for this one site. */
function AccessHelp() {
  const { page, capture } = usePanel();
  const [address, setAddress] = useState('');
  const [asking, setAsking] = useState(false);
  const shortcut = page.shortcut.value;
  const always = () => {
    if (page.site.value === null) setAsking(true);
    page.allow();
  };
  return (
    <section class="notice" aria-label={i18n.t('capture.accessTitle')}>
      <div class="notice-head">
        <strong>{i18n.t('capture.accessTitle')}</strong>
        <IconButton icon="close" label={i18n.t('common.close')} onClick={() => capture.dismiss()} />
      </div>
      <p>{shortcut === '' ? i18n.t('capture.accessOnceNoKey') : i18n.t('capture.accessOnce', [shortcut])}</p>
      <p>{i18n.t('capture.accessAlways')}</p>
      {asking ? (
        <form
          class="site-form"
          onSubmit={(event) => {
            event.preventDefault();
            page.allow(address.trim());
          }}
        >
          <div class="field">
            <label for="site-address">{i18n.t('capture.siteAddress')}</label>
            <input
              id="site-address"
              type="url"
              autocomplete="off"
              class="input"
              aria-describedby="site-address-hint"
              value={address}
              onInput={(event) => setAddress(event.currentTarget.value)}
            />
            <p id="site-address-hint" class="hint">
              {i18n.t('capture.siteAddressHint')}
            </p>
          </div>
          <button type="submit" class="button">
            {i18n.t('capture.alwaysRead')}
          </button>
        </form>
      ) : (
        <button type="button" class="button" onClick={always}>
          {i18n.t('capture.alwaysRead')}
        </button>
      )}
    </section>
  );
}
