import { unescaped } from '../domain/text.ts';
import type { PanelRequest } from '../messaging/panel-requests.ts';
import type { CaptureWish } from './capture-store.ts';

/**
 * What the agent wishes, out of the request another page or the background left for the panel: the number of a link
 * that dials stands for a selection where nothing was selected.
 */
export function wishOf(request: Extract<PanelRequest, { type: 'capture' }>): CaptureWish {
  const { how, tabId, frames, refused, selection, linkUrl, at } = request;
  const number = /^(?:tel|callto|sms):(.+)/i.exec(linkUrl ?? '')?.[1];
  return {
    how,
    tabId,
    at,
    reading: frames ? { ok: true, frames } : { ok: false, why: refused ?? 'failed' },
    selection: selection ?? (number ? unescaped(number) : undefined),
  };
}
