import { existsSync, readFileSync } from 'node:fs';
import { reasonOf } from './wait.ts';

/** What vitest's JSON reporter says, as far as it is counted. */
interface VitestReport {
  numPassedTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { status: string }[] }[];
}

/** Passed and failed, over every step and every test. */
export class Tally {
  passed = 0;
  failed = 0;
  readonly #failures: string[] = [];

  /** Runs one step; it counts as one, and a step that throws as one that failed. */
  async step(name: string, work: () => Promise<void>): Promise<boolean> {
    const started = Date.now();
    console.log(`\n== ${name}`);
    const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
    try {
      await work();
    } catch (error) {
      this.failed += 1;
      this.#failures.push(`${name}: ${reasonOf(error)}`);
      console.log(`== ${name} FAILED after ${seconds()}: ${reasonOf(error)}`);
      return false;
    }
    this.passed += 1;
    console.log(`== ${name} passed in ${seconds()}`);
    return true;
  }

  /**
   * Adds the tests of one vitest run. A skipped test is a failed one: it proves nothing.
   * @param code vitest's own exit code, which knows of errors outside any test
   */
  addVitest(name: string, reportFile: string, code: number): void {
    const failedBefore = this.failed;
    if (!existsSync(reportFile)) {
      this.#fail(name, 'vitest wrote no report');
      return;
    }
    const report = JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
    this.passed += report.numPassedTests;
    for (const file of report.testResults) {
      const bad = file.assertionResults.filter((test) => test.status !== 'passed').length;
      // A file that does not load has no tests to count, yet it failed.
      if (file.status === 'failed' && bad === 0) this.#fail(file.name, reasonOf(file.message));
      if (bad > 0) this.#fail(file.name, `${bad} of its tests`, bad);
    }
    if (report.testResults.length === 0) this.#fail(name, 'no tests were found');
    if (code !== 0 && this.failed === failedBefore) this.#fail(name, `vitest ended with code ${code}`);
  }

  #fail(name: string, reason: string, count = 1): void {
    this.failed += count;
    this.#failures.push(`${name}: ${reason}`);
  }

  /** Prints what failed and, last, the one line that says it all. */
  report(): void {
    for (const failure of this.#failures) console.log(`failed: ${failure}`);
    console.log(`${this.passed} passed, ${this.failed} failed`);
  }
}
