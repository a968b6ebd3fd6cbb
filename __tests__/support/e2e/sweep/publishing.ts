import { fatal, green, passing, red, take, trial } from './deciding.ts'
import type { FaultName } from './faults.ts'
import type { RouteName } from './routes.ts'
import type { Situation } from './situation.ts'
import type { End, Trial } from './trial.ts'

const both = [green, red]
const lost = /could not comment on the pull request/

/** What becomes of a comment that is written: `most` requests, and whether it stands there. */
const written: readonly [FaultName, most: number, isThere: boolean][] = [
  ['401', 1, false],
  ['403', 1, false],
  ['409', 1, false],
  ['410', 1, false],
  ['422', 1, false],
  ['429 for a second, once', 2, true],
  ['429 for a second, always', 3, false],
  ['429 for an hour', 1, false],
  ['429 without a time, once', 2, true],
  ['403 secondary limit, once', 2, true],
  ['403 nothing remains, once', 2, true],
  ['500', 3, false],
  ['500, once', 2, true],
  ['502 with a page', 3, false],
  ['a reset', 3, false],
  ['a reset, once', 2, true],
  ['silence', 3, false],
  ['silence, once', 2, true],
  ['a page', 3, false],
  // It took effect: a look at the list finds it, and nothing is written twice.
  ['half', 1, true],
  ['cut', 1, true],
  ['slowness', 1, true],
  ['a 500 after the effect, once', 1, true],
  ['a 500 after the effect', 1, true],
  ['a reset after the effect, once', 1, true],
  ['a reset after the effect', 1, true],
  ['silence after the effect, once', 1, true],
  ['a page after the effect, once', 1, true],
]

/** The trials of each request that publishes: verdict and exit code are those without the fault. */
export const publishing: readonly [string, readonly Trial[]][] = [
  ['the list of comments', [...fatal.flatMap(([name, most], index) => tell('list', name, most, index % 2 === 0, {})), ...listPassing()]],
  ['a first comment', [...listWritten('create', 0), ...both.flatMap((one) => keep(one, 'create', '404', 1, 'none'))]],
  // Gone since it was listed, says GitHub: it is looked for again.
  ['a comment that is there', [...listWritten('update', 1), ...both.flatMap((one) => keep(one, 'update', '404', 3, 'old'))]],
  ['who the token is', listUser()],
  ['a second comment', listRemoved()],
  ['the commit status', listStatus()],
  ['the commit status that is there', listMarks()],
]

function listPassing(): Trial[] {
  // Listed again after the comment was written.
  return passing.map((name, index) => {
    const [{ situation, end }] = take(index)
    return trial(name, 'list', situation, { ...end, most: 3 })
  })
}

function tell(route: RouteName, name: FaultName, most: number, isGreen: boolean, situation: Partial<Situation>): Trial[] {
  const one = isGreen ? green : red
  const comment = situation.comments === undefined ? 'none' : 'old'
  return [trial(name, route, { ...one.situation, ...situation }, { ...one.end, comment, warning: lost, most })]
}

function listWritten(route: 'create' | 'update', comments: number): Trial[] {
  const before = comments === 0 ? 'none' : 'old'
  return written.flatMap(([name, most, isThere], index) =>
    take(index).map(({ situation, end }) => {
      const right: End = isThere ? { ...end, most } : { ...end, comment: before, warning: lost, most }
      return trial(name, route, { ...situation, comments }, right)
    }),
  )
}

function keep({ situation, end }: typeof green | typeof red, route: RouteName, name: FaultName, most: number, comment: End['comment']) {
  return [trial(name, route, { ...situation, comments: comment === 'old' ? 1 : 0 }, { ...end, comment, warning: lost, most })]
}

function listUser(): Trial[] {
  // A token that may not ask is taken for that of the job.
  const kept: [FaultName, number][] = [
    ['401', 1],
    ['403', 1],
    ['429 for a second, once', 2],
    ['503, once', 2],
    ['a reset, once', 2],
  ]
  const fails: [FaultName, number][] = [
    ['404', 1],
    ['429 for an hour', 1],
    ['500', 4],
    ['silence', 2],
    ['a page', 4],
    ['cut', 4],
  ]
  return [
    ...kept.map(([name, most], index) => {
      const [{ situation, end }] = take(index)
      return trial(name, 'user', { ...situation, comments: 1 }, { ...end, most })
    }),
    ...fails.flatMap(([name, most], index) => tell('user', name, most, index % 2 === 0, { comments: 1 })),
  ]
}

function listRemoved(): Trial[] {
  const cases: [FaultName, most: number, isGone: boolean][] = [
    ['403', 1, false],
    ['404', 1, true],
    ['500', 4, false],
    ['503, once', 2, true],
    ['a reset after the effect, once', 2, true],
  ]
  return cases.flatMap(([name, most, isGone], index) =>
    take(index).map(({ situation, end }) =>
      trial(name, 'remove', { ...situation, comments: 2 }, { ...end, most, ...(!isGone && { warning: lost }) }),
    ),
  )
}

/** Red is set whatever was there; green is not set where nobody says, and that is told. */
function listMarks(): Trial[] {
  const cases: [FaultName, most: number][] = [
    ['403', 1],
    ['429 for an hour', 1],
    ['500', 4],
    ['a page', 4],
    ['half', 4],
  ]
  const fails = cases.flatMap(([name, most]) => [
    trial(name, 'marks', { ...red.situation, mode: 'comment' }, { ...red.end, exitCode: 0, most: 2 * most }),
    trial(
      name,
      'marks',
      { ...green.situation, mode: 'comment' },
      { ...green.end, most, warning: /could not set the commit status llm-cost/ },
    ),
  ])
  // Read again after the mark was set.
  const passes = (['503, once', 'a reset, once'] as const).flatMap((name) =>
    both.map(({ situation, end }) => trial(name, 'marks', { ...situation, mode: 'comment' }, { ...end, exitCode: 0, most: 3 })),
  )
  return [...fails, ...passes]
}

function listStatus(): Trial[] {
  const cases: [FaultName, most: number, isMarked: boolean][] = [
    ['403', 1, false],
    ['404', 1, false],
    ['422', 1, false],
    ['429 for an hour', 1, false],
    ['500', 3, false],
    ['silence', 3, false],
    ['503, once', 2, true],
    ['429 for a second, once', 2, true],
    ['a reset after the effect, once', 2, true],
  ]
  return cases.flatMap(([name, most, isMarked], index) =>
    (isMarked ? take(index) : both).map(({ situation, end }) => {
      // A commit that could not be marked as red is told by a red run.
      const exitCode = isMarked ? 0 : end.exitCode
      const warning = isMarked ? {} : { warning: /could not set the commit status llm-cost/ }
      return trial(name, 'status', { ...situation, mode: 'comment' }, { ...end, exitCode, most, ...warning })
    }),
  )
}
