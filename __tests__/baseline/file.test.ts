import { describe, expect, it } from 'vitest'
import { readBaseline } from '../../src/baseline/file.ts'
import type { FileSource, Wanted } from '../../src/files/source.ts'
import type { DecidingFile } from '../../src/generated/types.ts'

const LIMITS = { records: null, level: { percent: 20, minUsd: 0 } }
const BROUGHT: DecidingFile = { kind: 'baseline', path: 'b.json', origin: 'pull-request', commit: null, change: 'added' }

/** Reads b.json, which says this, beside files that were used; null: it is not there. */
async function readAs(text: string | null, used: readonly DecidingFile[] = []) {
  const asked: Wanted[] = []
  const read = async (wanted: Wanted) => {
    asked.push(wanted)
    return text
  }
  const files: FileSource = { read, look: async () => null, used, place: '' }
  return { asked, ...(await readBaseline(files, 'b.json', LIMITS)) }
}

describe('the file of a baseline', () => {
  it('is asked for as one that is named, of up to 64 MiB', async () => {
    const { asked, used } = await readAs('{"total_cost_usd": 1}')
    expect(asked).toEqual([{ kind: 'baseline', file: 'b.json', largest: 67_108_864, isNamed: true }])
    expect(used).toMatchObject({ state: 'found', source: 'file', path: 'b.json', total_cost_usd: 1 })
  })

  it('that nobody has is missing, without a reason', async () => {
    expect((await readAs(null)).used).toMatchObject({ state: 'missing', source: 'file', path: 'b.json', reason: null })
  })

  it('that the pull request brings counts when it is merged', async () => {
    const reason = 'the base has no b.json yet, and that of the pull request counts when it is merged'
    expect((await readAs(null, [BROUGHT])).used).toMatchObject({ state: 'missing', source: 'file', reason })
  })

  it('is not brought where the pull request brings another, be it a policy of the same path', async () => {
    const others: DecidingFile[] = [
      { ...BROUGHT, path: 'c.json' },
      { ...BROUGHT, kind: 'policy' },
    ]
    expect((await readAs(null, others)).used.reason).toBeNull()
  })
})
