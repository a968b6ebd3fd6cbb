import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderComment } from '../../src/render/comment.ts'
import { HOSTILE } from './hostile.ts'
import { rename } from './rename.ts'
import { SCENARIOS } from './scenarios.ts'

const MAX = 1_000_000
/** What a file can put into a comment stands in code; everything else is ours. */
const CODE = /<code>[^<]*(?:<wbr>[^<]*)*<\/code>/gu

describe('a comment keeps its structure', () => {
  it.each(HOSTILE)('with names that are or have: %s', (_, name) => {
    for (const [, report] of SCENARIOS) expect(skeleton(rename(report, name))).toEqual(skeleton(rename(report, '_')))
  })

  it('with any names', () => {
    const reports = fc.constantFrom(...SCENARIOS.map(([, report]) => report))
    fc.assert(
      fc.property(reports, fc.string({ unit: 'binary', maxLength: 100 }), (report, name) => {
        expect(skeleton(rename(report, name))).toEqual(skeleton(rename(report, '_')))
      }),
      { numRuns: 500 },
    )
  })

  it.each(HOSTILE)('without anything active outside code: %s', (_, name) => {
    for (const [, report] of SCENARIOS) {
      const outside = renderComment(rename(report, name), { maxLength: MAX }).replace(CODE, '')
      expect(outside).not.toMatch(/https?:|www\.|@|<!--|!\[|\]\(|javascript:|mailto:/)
      expect(outside.replace(/<\/?(?:details|summary|sub|br)>/g, '')).not.toContain('<')
    }
  })
})

/** The comment without what stands in code, and without the plain words that a message may quote. */
function skeleton(report: Parameters<typeof renderComment>[0]): string[] {
  const body = renderComment(report, { maxLength: MAX }).replace(CODE, 'x')
  return body.split('\n').map((line) => (/^(?:⚠️|ℹ️|❌) /u.test(line) ? (line.split(' ')[0] ?? '') : line))
}
