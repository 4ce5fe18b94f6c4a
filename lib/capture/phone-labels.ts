/** What a label says for or against a number as the one to call. */
import type { LabelKind } from './label-kind.ts';
import { phoneWeights as w } from './weights.ts';

/** Kind of label → weight; kinds that are not here say nothing. */
export const labelWeights: Partial<Record<LabelKind, number>> = {
  callback: w.callback,
  calling: w.calling,
  mobile: w.mobile,
  direct: w.direct,
  phone: w.phone,
  home: w.home,
  work: w.work,
  main: w.main,
  switchboard: w.switchboard,
  number: w.number,
  pager: w.pager,
  fax: w.fax,
  called: w.called,
  other: w.otherPhone,
  otherPhone: w.otherPhone,
  siteContact: w.otherPhone,
  agentPhone: w.agentPhone,
  agent: w.agentPhone,
  caller: w.calling,
  contact: w.phone - 0.5,
  customer: w.phone - 0.5,
  requester: w.phone - 0.5,
  recordNumber: w.otherKind,
  accountNumber: w.otherKind,
  id: w.otherKind,
  amount: w.otherKind,
  time: w.otherKind,
  subject: w.otherKind,
};
