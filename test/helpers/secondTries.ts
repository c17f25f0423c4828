import type { Reporter, TestCase } from 'vitest/node';

/** In CI a test that talks with a page or a program may try once more; elsewhere none does. */
export const triesAgain = process.env.CI ? 1 : 0;

/** Names every test that passed only when it was tried again: each is a race that somebody has to find. */
export class SecondTries implements Reporter {
  readonly #names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd(): void {
    for (const name of this.#names) console.log(`Passed only when tried again: ${name}`);
  }
}
