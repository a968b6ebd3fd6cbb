import { red, trial } from './deciding.ts'
import type { FaultName } from './faults.ts'
import type { RouteName } from './routes.ts'
import type { Trial } from './trial.ts'

/** How often each is asked for when all is well: somebody with write access set the label after the last push. */
const sites: readonly RouteName[] = ['reviews', 'pull', 'events', 'runs', 'permission']

const lasting: readonly [FaultName, most: number][] = [
  ['403', 1],
  ['404', 1],
  ['429 for an hour', 1],
  ['500', 4],
  ['silence', 2],
  ['a page', 4],
  ['half', 4],
]

const labelled = { ...red.situation, labelledBy: 'lead' } as const
const accepted = { ...red.end, verdict: 'warn', exitCode: 0 } as const

/** What cannot be read approves nothing, and is told; a fault that passes takes nothing away. */
export const approving: readonly [string, readonly Trial[]][] = [
  ...sites.map((route): [string, Trial[]] => {
    // Strangers have no permission to show.
    const note = (name: FaultName) =>
      route === 'permission' && name === '404' ? /does not count: it takes write access/ : /approvals could not be read/i
    const red = lasting.map(([name, most]) =>
      trial(name, route, labelled, { ...accepted, verdict: 'fail', exitCode: 1, note: note(name), most }),
    )
    const stays = (['429 for a second, once', '503, once', 'a reset, once'] as const).map((name) =>
      trial(name, route, labelled, { ...accepted, most: 2 }),
    )
    return [route, [...red, ...stays]]
  }),
  [
    'where nobody accepted',
    (['reviews', 'pull'] as const).flatMap((route) =>
      (['403', 'a page', '503, once'] as const).map((name) => trial(name, route, red.situation, { ...red.end, most: 4 })),
    ),
  ],
]
