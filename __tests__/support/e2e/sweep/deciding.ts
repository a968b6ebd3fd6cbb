import { makeZip } from '../../archive/zip.ts'
import { type FaultName, faults } from './faults.ts'
import type { RouteName } from './routes.ts'
import type { Situation } from './situation.ts'
import type { End, Trial } from './trial.ts'

/** What a run asks for to judge: what its error says of it, the permission, and how often it is asked for when all is well (twice as often where the policy is edited). */
const sites: readonly [route: RouteName, what: RegExp, permission: string, usual: number][] = [
  ['contents', /the policy file \S+ cannot be read from commit/, 'contents: read', 7],
  // Asked once for each file that the base does not have, the policy of the flow and the prices, and for prices that the start does not have either.
  ['commits', /the policy file \S+flow_governance\.yaml cannot be read from commit/, 'contents: read', 3],
  ['compare', /the commit that \w{7} started from cannot be found/, 'contents: read', 2],
  ['artifacts', /the stored baseline llm-cost-baseline( of run \d+)? cannot be used/, 'actions: read', 4],
  ['run', /the stored baseline llm-cost-baseline( of run \d+)? cannot be used/, 'actions: read', 2],
  ['zip', /the stored baseline llm-cost-baseline( of run \d+)? cannot be used/, 'actions: read', 2],
]

/** Nothing to judge by: how often it is asked for at the most, and what to do about it. */
export const fatal: readonly [FaultName, most: number, fix: RegExp][] = [
  ['401', 1, /github-token/],
  ['403', 1, /permissions: \w+: read/],
  ['404', 1, /permissions: \w+: read|not show it to this token/],
  ['409', 1, /409 Conflict/],
  ['410', 1, /410 Gone/],
  ['422', 1, /422 Validation Failed/],
  ['429 for a second, always', 3, /Run the job again later/],
  ['429 for an hour', 1, /Run the job again later/],
  ['500', 4, /Run the job again/],
  ['502 with a page', 4, /Run the job again/],
  ['a reset', 4, /Run the job again/],
  ['silence', 2, /Run the job again/],
  ['a page', 4, /Run the job again/],
  ['half', 4, /Run the job again/],
  ['cut', 4, /Run the job again/],
]

/** Each costs one more request. */
export const passing: readonly FaultName[] = [
  '429 for a second, once',
  '429 without a time, once',
  '403 secondary limit, once',
  '403 nothing remains, once',
  '503, once',
  'a reset, once',
  'silence, once',
  'a page, once',
  'half, once',
  'slowness',
]

/** Where absence has a meaning, or an answer has no body to cut. */
const elsewhere: ReadonlySet<string> = new Set([
  'contents 404',
  'compare 404',
  'artifacts 404',
  'zip 410',
  'zip half',
  'zip cut',
  'zip half, once',
])

export const green = { situation: { mode: 'gate', costUsd: 0.5 }, end: { verdict: 'pass', exitCode: 0, comment: 'new' } } as const
export const red = { situation: { mode: 'gate', costUsd: 1 }, end: { verdict: 'fail', exitCode: 1, comment: 'new' } } as const
/** Green and red in turns. */
export function take(index: number): readonly [typeof green | typeof red] {
  return [index % 2 === 0 ? green : red]
}
const unjudged = { verdict: 'fail', exitCode: 2, comment: 'new' } as const

/** The trials of each route that decides. */
export const deciding: readonly [string, readonly Trial[]][] = [
  ...sites.map(([route, what, permission, usual]): [string, Trial[]] => {
    // Records have two names, which are asked for at once.
    const atOnce = route === 'artifacts' ? 2 : 1
    const has = (name: string) => !elsewhere.has(`${route} ${name}`)
    const fails = fatal
      .filter(([name]) => has(name))
      .map(([name, most, fix], index) => {
        const [{ situation }] = take(index)
        const exact = fix.source.includes('permissions') ? `permissions: ${permission}` : fix.source
        const error = new RegExp(`${what.source}.*${exact}`)
        return trial(name, route, situation, { ...unjudged, error, most: most * atOnce })
      })
    const passes = passing
      .filter(has)
      .flatMap((name, index) =>
        (route === 'contents' ? [green, red] : take(index)).map(({ situation, end }) =>
          trial(name, route, situation, { ...end, most: usual + (name === 'slowness' ? 0 : 1) }),
        ),
      )
    return [route, [...fails, ...passes]]
  }),
  ['what is absent', listAbsent()],
  ['tag', listTags()],
  ['blob', listBlobs()],
  ['one of several records', listSeveral()],
]

function listAbsent(): Trial[] {
  const nothingYet = { verdict: 'warn', exitCode: 0, comment: 'new', note: /no baseline/i, most: 4 } as const
  return [
    // What is in the workspace and in no commit is looked for on the base branch and by shorter paths, too, and then does not count.
    trial('404', 'contents', green.situation, { ...green.end, most: 11 }),
    trial('404', 'contents', red.situation, { ...red.end, most: 11 }),
    trial('404', 'compare', red.situation, {
      ...unjudged,
      error: /the commit that a{7} started from cannot be found.* does not show it to this token/,
      most: 1,
    }),
    trial('404', 'artifacts', green.situation, nothingYet),
    trial('404', 'artifacts', red.situation, nothingYet),
    trial('410', 'zip', green.situation, nothingYet),
    trial('410', 'zip', red.situation, nothingYet),
  ]
}

/** Six records, of which the newest that is there decides: no fault leads to an older one, but that it has expired. A policy that is edited asks for them twice. */
function listSeveral(): Trial[] {
  const records = 6
  const several = (name: FaultName, route: RouteName, { situation }: typeof green | typeof red, end: End) => {
    const made = trial(name, route, { ...situation, records }, end)
    return { ...made, name: `${made.name} × ${records} records` }
  }
  const both = [green, red]
  const error = /the stored baseline llm-cost-baseline( of run \d+)? cannot be used/
  const expired = { verdict: 'warn', exitCode: 0, comment: 'new', note: /The newest record has expired/, most: 10 } as const
  const lasting: readonly [FaultName, RouteName, most: number][] = [
    ['500', 'artifacts', 8],
    ['half', 'artifacts', 8],
    ['404', 'run', 1],
    ['500', 'run', 4],
    ['404', 'zip', 1],
    ['422', 'zip', 1],
    ['500', 'zip', 4],
    ['silence', 'zip', 2],
    ['410', 'blob', 3],
    ['500', 'blob', 3],
    ['half', 'blob', 3],
    ['silence', 'blob', 2],
  ]
  return [
    ...both.map((one) => several('410', 'zip', one, expired)),
    ...both.map((one) => several('410, four times', 'zip', one, { ...one.end, most: 6 })),
    ...lasting.flatMap(([name, route, most]) => both.map((one) => several(name, route, one, { ...unjudged, error, most }))),
    ...(['artifacts', 'run', 'zip', 'blob'] as const).flatMap((route) =>
      both.map((one) => several('503, once', route, one, { ...one.end, most: route === 'artifacts' ? 5 : 3 })),
    ),
  ]
}

/** A record that does not say what it is of: it counts where no tag has the name of the branch, and never where that cannot be told. */
function listTags(): Trial[] {
  const error = /the stored baseline llm-cost-baseline( of run \d+)? cannot be used/
  const old = (name: FaultName, { situation }: typeof green | typeof red, end: End) => {
    const made = trial(name, 'tag', { ...situation, isOld: true }, end)
    return { ...made, name: `${made.name}, an old record` }
  }
  return [
    // That there is no such tag is said by the status of the answer, of which nothing else is needed.
    ...fatal
      .filter(([name]) => !['404', 'half', 'cut'].includes(name))
      .map(([name, most], index) => old(name, take(index)[0], { ...unjudged, error, most })),
    ...[green, red].map((one) => old('404', one, { ...one.end, most: 1 })),
    ...passing.flatMap((name, index) => take(index).map((one) => old(name, one, { ...one.end, most: name === 'slowness' ? 1 : 2 }))),
  ]
}

function listBlobs(): Trial[] {
  const error = /the stored baseline llm-cost-baseline( of run \d+)? cannot be used.*(Run the job again|Upload it again|Record it again)/
  const stopped = { ...unjudged, error, most: 3 }
  const always: FaultName[] = [
    '403',
    '404',
    '410',
    '429 for an hour',
    '500',
    'a reset',
    'silence',
    'a page',
    'nothing at all',
    'half',
    'cut',
  ]
  const once: FaultName[] = [
    '403 secondary limit, once',
    '503, once',
    'a reset, once',
    'silence, once',
    'a page, once',
    'half, once',
    'cut, once',
    'slowness',
  ]
  const wrong: [string, (record: Buffer) => Buffer][] = [
    ['half of the archive', (record) => record.subarray(0, record.length / 2)],
    ['a bit that flipped', (record) => flip(record, record.length >> 1)],
    ['no bytes', () => Buffer.alloc(0)],
    ['another archive', () => makeZip([{ name: 'cost-summary.json', content: '{"total_cost_usd":900}' }])],
  ]
  return [
    ...always.map((name, index) => trial(name, 'blob', take(index)[0].situation, stopped)),
    ...once.flatMap((name, index) => take(index).map(({ situation, end }) => trial(name, 'blob', situation, { ...end, most: 3 }))),
    ...wrong.flatMap(([name, corrupt]) =>
      [green, red].map(({ situation }) => ({ ...trial(null, 'blob', { ...situation, corrupt }, stopped), name: `blob × ${name}` })),
    ),
  ]
}

function flip(bytes: Buffer, place: number): Buffer {
  const flipped = Buffer.from(bytes)
  flipped[place] = (flipped[place] ?? 0) ^ 1
  return flipped
}

/** One combination. */
export function trial(fault: FaultName | null, route: RouteName, situation: Situation, end: End): Trial {
  const name = `${route} × ${fault} × ${situation.mode} of $${situation.costUsd}`
  return { name, situation, route, fault: fault === null ? null : faults[fault](), end }
}
