import { green, red, trial } from './deciding.ts'
import type { FaultName } from './faults.ts'
import type { RouteName } from './routes.ts'
import type { End, Trial } from './trial.ts'

const anew = /the record before this one could not be read, so its history begins anew/

const lasting: readonly [FaultName, most: number][] = [
  ['403', 1],
  ['429 for an hour', 1],
  ['500', 4],
  ['silence', 2],
  ['a page', 4],
]

/** Recording never blocks, and never depends on the record before. */
export const recording: readonly [string, readonly Trial[]][] = (['artifacts', 'compare', 'run', 'zip', 'blob'] as const).map((route) => {
  const usual = route === 'artifacts' ? 2 : 1
  const fails = lasting.map(([name, most], index) =>
    record(name, route, index % 2 === 0, {
      verdict: 'pass',
      warning: anew,
      most: route === 'blob' ? 3 : route === 'artifacts' ? 2 * most : most,
    }),
  )
  const passes = (['503, once'] as const).flatMap((name) => [
    record(name, route, true, { verdict: 'pass', most: usual + 1 }),
    record(name, route, false, { verdict: 'fail', most: usual + 1 }),
  ])
  // Where all have expired, a history begins anew, and nothing went wrong.
  const expired = route === 'zip' ? [record('410', route, true, { verdict: 'pass', most: 5 }, 6)] : []
  return [route, [...fails, ...passes, ...expired]]
})

function record(name: FaultName, route: RouteName, isGreen: boolean, end: Pick<End, 'verdict' | 'warning' | 'most'>, records = 1): Trial {
  const { situation } = isGreen ? green : red
  return trial(name, route, { ...situation, mode: 'record', records }, { ...end, exitCode: 0, comment: 'none' })
}
