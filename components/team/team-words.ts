import { i18n } from '#i18n';
import type { TeamProblem } from '../../lib/stores/team-form.ts';
import type { TeamNews } from '../../lib/stores/team-store.ts';

/** What is in the way, in plain words. */
export function problemWords({ why, detail }: TeamProblem): string {
  switch (why) {
    case 'offline':
      return i18n.t('team.problem.offline');
    case 'unreachable':
      return i18n.t('team.problem.unreachable');
    case 'tls':
      return i18n.t('team.problem.tls');
    case 'unreachable-or-tls':
      return i18n.t('team.problem.unreachableOrTls');
    case 'not-nats':
      return i18n.t('team.problem.notNats');
    case 'credentials':
      return i18n.t('team.problem.credentials');
    case 'creds-file':
      return i18n.t('team.problem.credsFile');
    case 'permission':
      return i18n.t('team.problem.permission', [detail]);
    case 'jetstream-off':
      return i18n.t('team.problem.jetstreamOff');
    case 'server-too-old':
      return i18n.t('team.problem.serverTooOld', [detail]);
    case 'no-such-team':
      return i18n.t('team.problem.noSuchTeam');
    case 'team-exists':
      return i18n.t('team.problem.teamExists');
    case 'newer-format':
      return i18n.t('team.problem.newerFormat');
    case 'other-format':
      return i18n.t('team.problem.otherFormat');
    case 'wrong-key':
      return i18n.t('team.problem.wrongKey');
    case 'made-anew':
      return i18n.t('team.problem.madeAnew');
    case 'other':
      return i18n.t('team.problem.other', [detail]);
    case 'address':
      return i18n.t('team.problem.address');
    case 'not-encrypted':
      return i18n.t('team.problem.notEncrypted');
    case 'credentials-in-address':
      return i18n.t('team.problem.credentialsInAddress');
    case 'not-an-invite':
      return i18n.t('team.problem.notAnInvite');
    case 'damaged':
      return i18n.t('team.problem.damaged');
    case 'newer':
      return i18n.t('team.problem.newer');
    case 'passphrase':
      return i18n.t('team.problem.passphrase');
    case 'team-id':
      return i18n.t('team.problem.teamId');
    case 'team-name':
      return i18n.t('team.problem.teamName');
    case 'your-name':
      return i18n.t('team.problem.yourName');
    case 'sign-in':
      return i18n.t('team.problem.signIn');
    case 'storage':
      return i18n.t('team.problem.storage', [detail]);
  }
}

/** What was done last, in plain words. */
export function newsWords(news: TeamNews): string {
  switch (news) {
    case 'none':
      return '';
    case 'started':
      return i18n.t('team.news.started');
    case 'joined':
      return i18n.t('team.news.joined');
    case 'works':
      return i18n.t('team.news.works');
    case 'left':
      return i18n.t('team.news.left');
    case 'key-changed':
      return i18n.t('team.news.keyChanged');
    case 'rules-saved':
      return i18n.t('team.news.rulesSaved');
  }
}
