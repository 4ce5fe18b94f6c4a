import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
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
  const notices = capture.result.value?.notices ?? [];
  if (notices.length === 0 && !capture.needsAccess.value) return null;
  return (
    <div class="capture-help">
      <Notices />
      {capture.needsAccess.value ? <AccessHelp /> : null}
    </div>
  );
}

/** What the agent should know of the last capture. */
function Notices() {
  const { capture, page } = usePanel();
  const notices = capture.result.value?.notices ?? [];
  return (
    <>
      {notices.map(({ code, origin }) => {
        if (code === 'stopped-early' || code === 'too-large') {
          return (
            <p key={code} class="hint">
              {i18n.t('capture.stoppedEarly')}
            </p>
          );
        }
        if (code !== 'frame-skipped') return null;
        if (!origin) {
          return (
            <p key={code} class="hint">
              {i18n.t('capture.partSkipped')}
            </p>
          );
        }
        return (
          <p key={origin} class="hint">
            {i18n.t('capture.frameSkipped', [origin])}{' '}
            <button type="button" class="link" onClick={() => page.allow(origin)}>
              {i18n.t('capture.allowFrame', [origin])}
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
