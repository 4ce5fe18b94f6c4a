import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PanelServices } from '../lib/stores/services.ts';
import { ListContext, PanelContext } from './app-context.ts';
import { CallbackForm } from './callback-form/CallbackForm.tsx';
import { NextCall } from './calling/NextCall.tsx';
import { CallersOnPage } from './capture/CallersOnPage.tsx';
import { CaptureBar, CaptureHelp } from './capture/CaptureBar.tsx';
import { CallbackList } from './list/CallbackList.tsx';
import { RemindedBanner } from './RemindedBanner.tsx';
import { StatusLine } from './StatusLine.tsx';
import { Later } from './team/Later.tsx';

interface PanelProps {
  services: PanelServices;
  shownId: string | null;
  /** The first steps of a new agent. */
  firstMinute?: ComponentChildren;
  /** What the agent should know of how the list is kept. */
  notices?: ComponentChildren;
  /** What stands at the very end. */
  foot?: ComponentChildren;
}

const teamTop = async () => (await import('./team/TeamTop.tsx')).TeamTop;

/** The side panel: capture, the form, the list. */
export function Panel({ services, shownId, firstMinute, notices, foot }: PanelProps) {
  useEffect(() => {
    document.title = i18n.t('list.title');
  }, []);
  const inTeam = services.settings.settings.value.memberId !== '';
  return (
    <ListContext.Provider value={services}>
      <PanelContext.Provider value={services}>
        <main class="panel">
          <h1 class="visually-hidden">Ringback</h1>
          <CaptureBar />
          <div class="panel-top">
            <StatusLine status={services.status} undo={services.undo} />
            <RemindedBanner />
          </div>
          {notices}
          <CaptureHelp />
          {firstMinute}
          {services.nextCall.value ? (
            <NextCall onLeave={() => services.showNextCall(false)} />
          ) : (
            <>
              <CallersOnPage />
              <CallbackForm />
              {inTeam ? <Later load={teamTop} /> : null}
              <CallbackList
                list={services.longList}
                shownId={shownId}
                onNextCall={() => services.showNextCall(true)}
              />
            </>
          )}
          {foot}
        </main>
      </PanelContext.Provider>
    </ListContext.Provider>
  );
}
