import type { Status } from '../lib/domain/callback.ts';
import type { IconName } from './ui/Icon.tsx';

/** The sign of each status word, the same wherever it stands. */
export const statusIcons: Record<Status, IconName> = {
  'needs call': 'needs-call',
  'waiting on internal answer': 'waiting',
  'called once': 'phone-once',
  'left message': 'message',
  completed: 'check',
  'no longer needed': 'not-needed',
};
