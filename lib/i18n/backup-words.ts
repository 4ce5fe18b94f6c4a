import { i18n } from '#i18n';
import type { ColumnField } from '../backup/header-lexicon.ts';
import { fileLimits, type ProblemCode, type RefusedRow } from '../backup/problem.ts';
import { locale } from './language.ts';

/** Why a file cannot be taken, with its row where there is one. */
export function problemWords(code: ProblemCode, row: number | null): string {
  const why = problemWord(code);
  return row === null ? why : i18n.t('backup.problem.row', [String(row), why]);
}

function problemWord(code: ProblemCode): string {
  switch (code) {
    case 'empty':
      return i18n.t('backup.problem.empty');
    case 'encoding':
      return i18n.t('backup.problem.encoding');
    case 'unreadable':
      return i18n.t('backup.problem.unreadable');
    case 'not-a-backup':
      return i18n.t('backup.problem.notABackup');
    case 'newer-version':
      return i18n.t('backup.problem.newerVersion');
    case 'broken':
      return i18n.t('backup.problem.broken');
    case 'truncated':
      return i18n.t('backup.problem.truncated');
    case 'row-too-long':
      return i18n.t('backup.problem.rowTooLong');
    case 'too-many-rows':
      return i18n.t('backup.problem.tooManyRows', [fileLimits.rows.toLocaleString(locale())]);
    case 'too-large':
      return i18n.t('backup.problem.tooLarge', [String(fileLimits.size / 1024 / 1024)]);
    case 'open-quote':
      return i18n.t('backup.problem.openQuote');
  }
}

/** Which row is left out, and why. */
export function refusalWords({ row, code, detail }: RefusedRow): string {
  return i18n.t('backup.row', [String(row), refusalWord(code, detail)]);
}

function refusalWord(code: RefusedRow['code'], detail: string): string {
  switch (code) {
    case 'no-name-or-number':
      return i18n.t('backup.refusal.noNameOrNumber');
    case 'time':
      return i18n.t('backup.refusal.time', [detail]);
    case 'details':
      return i18n.t('backup.refusal.details');
    case 'invalid':
      return i18n.t('backup.refusal.invalid', [detail]);
    case 'twice':
      return i18n.t('backup.refusal.twice');
  }
}

/** What a column of another tool's file is. */
export function columnWord(field: ColumnField): string {
  switch (field) {
    case 'callerName':
      return i18n.t('backup.mapping.field.callerName');
    case 'firstName':
      return i18n.t('backup.mapping.field.firstName');
    case 'lastName':
      return i18n.t('backup.mapping.field.lastName');
    case 'phone':
      return i18n.t('backup.mapping.field.phone');
    case 'otherPhone':
      return i18n.t('backup.mapping.field.otherPhone');
    case 'reference':
      return i18n.t('backup.mapping.field.reference');
    case 'reason':
      return i18n.t('backup.mapping.field.reason');
    case 'notes':
      return i18n.t('backup.mapping.field.notes');
    case 'owner':
      return i18n.t('backup.mapping.field.owner');
    case 'status':
      return i18n.t('backup.mapping.field.status');
    case 'kind':
      return i18n.t('backup.mapping.field.kind');
    case 'happenedAt':
      return i18n.t('backup.mapping.field.happenedAt');
    case 'promisedFrom':
      return i18n.t('backup.mapping.field.promisedFrom');
    case 'promisedUntil':
      return i18n.t('backup.mapping.field.promisedUntil');
  }
}
