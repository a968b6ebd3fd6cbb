import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/generated/types.ts'
import { renderPage } from '../../../src/render/page/page.ts'
import { HOSTILE } from '../../support/render/hostile.ts'
import { buildRich } from '../../support/render/page.ts'
import { rename } from '../../support/render/rename.ts'
import { SCENARIOS } from '../../support/render/scenarios.ts'

const REPORTS = [...SCENARIOS.map(([, report]) => report), buildRich()].filter(
  (_, index, all) => index % 4 === 0 || index === all.length - 1,
)

/** Keys that are names of files, too. */
function renameKeys(report: Report, name: string): Report {
  const records = report.past?.records.map((record) => ({
    ...record,
    models: { [name]: 0.3, other: 0.1 },
    agents: { [name]: 0.2, other: 0.2 },
  }))
  const past = report.past && { ...report.past, records: records ?? [] }
  const steps = report.head.step_model_stats.map((row) => ({ ...row, step: name, model: name }))
  return {
    ...report,
    ...(past && { past }),
    head: { ...report.head, step_model_stats: steps, agent_stats: { [name]: Object.values(report.head.agent_stats)[0] } },
  } as Report
}

const renderAs = (report: Report, name: string) => renderPage(rename(renameKeys(report, name), name))

/** Elements with their attributes' names; values that hold no name are ours, and texts are not looked at. */
function skeleton(page: string): string[] {
  const data = page.replace(/(<script type="application\/json"[^>]*>).*?(<\/script>)/s, '$1$2')
  return [...data.matchAll(/<(\/?[a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ([, element = '', attributes = '']) => `${element} ${attributes.replace(/="[^"]*"/g, '')}`,
  )
}

/** Shapes depend on how long a label is: lines of text of pictures. */
const isText = (mark: string) => !/^\/?(?:text|tspan|g|path|rect) ?/.test(mark)

describe('a page keeps its structure', () => {
  const benign = REPORTS.map((report) => skeleton(renderAs(report, '_')).filter(isText))

  it.each(HOSTILE)('with names that are or have: %s', (_, name) => {
    REPORTS.forEach((report, index) => {
      const page = renderAs(report, name)
      expect(skeleton(page).filter(isText)).toEqual(benign[index])
      expect(skeleton(page).filter((mark) => !isText(mark) && / on\w+|href|src/.test(mark))).toEqual([])
      const scripts = [...page.matchAll(/<script\b/gi)].length
      expect(scripts).toBe(2)
      expect([...page.matchAll(/<\/script/gi)]).toHaveLength(2)
      expect(page).not.toContain('<!--')
    })
  })
})
