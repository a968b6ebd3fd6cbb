import { take, trial } from './deciding.ts'
import type { FaultName } from './faults.ts'
import type { RouteName } from './routes.ts'
import type { End, Trial } from './trial.ts'

const usage = /the usage of run \d+ cannot be read/

const lasting: readonly [FaultName, most: number, fix: RegExp][] = [
  ['401', 1, /github-token/],
  ['403', 1, /permissions: (actions|pull-requests): read/],
  ['429 for an hour', 1, /Run the job again later/],
  ['500', 4, /Run the job again/],
  ['a reset', 4, /Run the job again/],
  ['silence', 2, /Run the job again/],
  ['a page', 4, /Run the job again/],
]
const store: readonly [FaultName, most: number, fix: RegExp][] = [
  ['403', 3, /Run the job again/],
  ['a reset', 3, /Run the job again/],
  ['half', 3, /Upload it again/],
  ['a page', 3, /Upload it again/],
]

/** The second job of a pull request from a fork: what it cannot read stops it, and is told where it knows the pull request. */
export const commenting: readonly [string, readonly Trial[]][] = [
  ['the pull request', list('pulls', /the pull request of run \d+ cannot be found/, 'none', 1, lasting)],
  ['its artifacts', [...list('runArtifacts', usage, 'new', 1, lasting), ...listMissing()]],
  ['the address of one', list('zip', usage, 'new', 3, lasting)],
  ['its bytes', list('blob', usage, 'new', 3, store)],
]

function list(route: RouteName, what: RegExp, comment: End['comment'], usual: number, faults: typeof lasting): Trial[] {
  const fails = faults.map(([name, most, fix], index) => {
    const [{ situation }] = take(index)
    const error = new RegExp(`${what.source}.*${fix.source}`)
    return trial(name, route, { ...situation, mode: 'comment' }, { verdict: 'fail', exitCode: 2, comment, error, most })
  })
  const passes = (['503, once', 'a reset, once', 'silence, once'] as const).flatMap((name, index) =>
    take(index).map(({ situation, end }) =>
      trial(name, route, { ...situation, mode: 'comment' }, { ...end, exitCode: 0, most: usual + 1 }),
    ),
  )
  return [...fails, ...passes]
}

function listMissing(): Trial[] {
  const error = /run \d+ uploaded no artifact llm-cost-usage/
  return [trial('404', 'runArtifacts', { mode: 'comment', costUsd: 1 }, { verdict: 'fail', exitCode: 2, comment: 'new', error, most: 1 })]
}
