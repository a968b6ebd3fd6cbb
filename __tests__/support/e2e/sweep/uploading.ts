import { green, red, trial } from './deciding.ts'
import type { FaultName } from './faults.ts'
import type { RouteName } from './routes.ts'
import type { Trial } from './trial.ts'

type Case = readonly [FaultName, most: number, isKept: boolean]

const create: readonly Case[] = [
  ['401', 1, false],
  ['403', 1, false],
  ['404', 1, false],
  ['409', 2, false],
  ['422', 1, false],
  ['429 for a second, once', 2, true],
  ['500', 5, false],
  ['502 with a page', 5, false],
  ['503, once', 2, true],
  ['a reset', 3, false],
  ['a reset, once', 2, true],
  ['silence', 1, false],
  ['a page', 5, false],
  ['half, once', 3, true],
  ['a reset after the effect, once', 3, true],
  ['a 500 after the effect, once', 3, true],
]

const finalize: readonly Case[] = [
  ['403', 1, false],
  ['404', 1, false],
  ['500', 5, false],
  ['503, once', 2, true],
  ['a reset, once', 2, true],
  ['silence', 1, false],
  ['a reset after the effect, once', 2, true],
  ['a page after the effect, once', 2, true],
]

const put: readonly Case[] = [
  ['403', 1, false],
  ['404', 1, false],
  ['500', 5, false],
  ['503, once', 2, true],
  ['a reset', 12, false],
  ['a reset, once', 2, true],
  ['silence', 1, false],
  ['slowness', 1, true],
]

/** An upload that fails is a warning; one that is repeated leaves one whole artifact, under one name or another. */
export const uploading: readonly [string, readonly Trial[]][] = [
  ['an artifact is made', listCases('createArtifact', create)],
  ['an artifact is closed', listCases('finalizeArtifact', finalize)],
  ['bytes are put', listCases('putBlob', put)],
]

/** Reports of gates and records in turns, green and red. */
function listCases(route: RouteName, cases: readonly Case[]): Trial[] {
  return cases.map(([name, most, isKept], index) => {
    const { situation, end } = index % 4 < 2 ? green : red
    const isRecord = index % 2 === 1
    const lost = { warning: isRecord ? /could not upload the artifact llm-cost-baseline/ : /could not upload the artifact llm-cost-report/ }
    const where = isRecord ? ({ mode: 'record' } as const) : { uploads: true }
    const ended = isRecord ? ({ ...end, exitCode: 0, comment: 'none' } as const) : end
    return trial(name, route, { ...situation, ...where }, { ...ended, most, ...(!isKept && lost) })
  })
}
