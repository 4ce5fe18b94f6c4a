import type { Callback } from './callback.ts';
import { type Act, addHistory, historyItem } from './history.ts';

/** The entry raised, or raised for another reason. @param reason a blank one is refused when it is stored */
export function escalate(callback: Callback, reason: string, act: Act): Callback {
  const item = historyItem('escalated', callback.escalation?.reason ?? null, reason, act);
  return {
    ...callback,
    escalation: { reason, at: act.now, by: act.by },
    updatedAt: act.now,
    history: addHistory(callback.history, item),
  };
}

/** The entry with its escalation settled; why it was raised stays in the history. */
export function endEscalation(callback: Callback, act: Act): Callback {
  if (!callback.escalation) return callback;
  const item = historyItem('escalation ended', callback.escalation.reason, null, act);
  return {
    ...callback,
    escalation: null,
    updatedAt: act.now,
    history: addHistory(callback.history, item),
  };
}
