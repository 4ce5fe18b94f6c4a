/**
 * `npm run bench:page`: what reading a page costs. Two measures, each against something measured in the same
 * run, so that a busy machine does not decide them: the scan of a 50,000-node page beside a bare walk over it,
 * and a key press that captures beside one that opens an empty panel. Prints every number with its limit and
 * exits non-zero over one.
 */
import { benchKeyPress } from './key-press.ts';
import { openPageReport } from './report.ts';
import { benchScan } from './scan.ts';

const report = openPageReport();
await benchScan(report);
await benchKeyPress(report);
process.exitCode = report.failed() ? 1 : 0;
