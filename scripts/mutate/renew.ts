import { type RunnerTestCase, type RunnerTestSuite, TestRunner } from 'vitest'

/** Vitest keeps here what `onTestFinished` was given. */
interface Finishing {
  onFinished?: ((context: RunnerTestCase['context']) => unknown)[] | undefined
}

/** Makes a test ready to run once more, as if it were the first time: with what its suites do after and before each test. */
export async function renew(test: RunnerTestCase): Promise<void> {
  const suites = suitesOf(test)
  await tearDown(test, suites)
  for (const suite of suites) for (const hook of TestRunner.getSuiteHooks(suite).beforeEach) await hook(test.context, suite)
}

/** After the time before. What fails here is not the fault of what comes next. */
async function tearDown(test: RunnerTestCase & Finishing, suites: readonly RunnerTestSuite[]): Promise<void> {
  const hooks = suites
    .toReversed()
    .flatMap((suite) => TestRunner.getSuiteHooks(suite).afterEach.map((hook) => () => hook(test.context, suite)))
  const finished = (test.onFinished?.toReversed() ?? []).map((hook) => () => hook(test.context))
  test.onFinished = []
  for (const hook of [...hooks, ...finished])
    await Promise.resolve()
      .then(hook)
      .catch(() => undefined)
}

/** From the file to the innermost. */
function suitesOf(test: RunnerTestCase): RunnerTestSuite[] {
  const suites: RunnerTestSuite[] = []
  for (let suite = test.suite; suite !== undefined; suite = suite.suite) suites.unshift(suite)
  return suites.includes(test.file) ? suites : [test.file, ...suites]
}
