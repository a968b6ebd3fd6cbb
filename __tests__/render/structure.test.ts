import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/generated/types.ts'
import { renderComment } from '../../src/render/comment.ts'
import { HOSTILE } from '../support/render/hostile.ts'
import { rename } from '../support/render/rename.ts'
import { SCENARIOS } from '../support/render/scenarios.ts'
import { tries } from '../support/tries.ts'

/** What a file can put into a comment stands in code; everything else is ours. */
const CODE = /<code>[^<]*(?:<wbr>[^<]*)*<\/code>/gu
/** Every report, and its structure with names that are only names. */
const SKELETONS = SCENARIOS.map(([, report]) => [report, skeleton(renderAs(report, '_'))] as const)

describe('a comment keeps its structure', () => {
  it.each(HOSTILE)('and has nothing active outside code, with names that are or have: %s', (_, name) => {
    for (const [report, benign] of SKELETONS) {
      const body = renderAs(report, name)
      expect(skeleton(body)).toEqual(benign)
      const outside = body.replace(CODE, '')
      expect(outside).not.toMatch(/https?:|www\.|@|<!--|!\[|\]\(|javascript:|mailto:/)
      expect(outside.replace(/<\/?(?:details|summary|sub|br)>/g, '')).not.toContain('<')
    }
  })

  it('with any names', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SKELETONS), fc.string({ unit: 'binary', maxLength: 100 }), ([report, benign], name) => {
        expect(skeleton(renderAs(report, name))).toEqual(benign)
      }),
      tries(500),
    )
  })
})

function renderAs(report: Report, name: string): string {
  return renderComment(rename(report, name), { maxLength: 1_000_000 })
}

/** The comment without what stands in code, and without the plain words that a message may quote. */
function skeleton(body: string): string[] {
  const lines = body.replace(CODE, 'x').split('\n')
  return lines.map((line) => (/^(?:- )?(?:⚠️|ℹ️|❌) /u.test(line) ? (/(?:⚠️|ℹ️|❌)/u.exec(line)?.[0] ?? '') : line))
}
