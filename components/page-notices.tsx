import { createPageCare } from '../lib/stores/page-care.ts';
import { CareNotice } from './CareNotice.tsx';

/** What the agent should know of how the list is kept, on a page that can do nothing about it but lead to Options. */
export function pageNotices(repositories: Parameters<typeof createPageCare>[0], openBackups: () => void) {
  return <CareNotice care={createPageCare(repositories)} onBackUp={openBackups} />;
}
