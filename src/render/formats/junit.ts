import type { Report } from '../../generated/types.ts'
import { type Judged, judgedOf } from './judged.ts'
import { element, textElement } from './xml.ts'

/**
 * The verdict as test results: a test case per rule and subject. An error is a failure, also where `fail-on` lets it pass: somebody should see it. A warning
 * is a failure only where `fail-on: warning` makes it fail the gate; otherwise the case passes and says it in its output. What had nothing to judge is skipped.
 */
export function renderJunit(report: Report): string {
  const judged = judgedOf(report)
  const counts = {
    tests: judged.length,
    failures: judged.filter(isFailure).length,
    errors: 0,
    skipped: judged.filter(({ outcome }) => outcome === 'skipped').length,
    time: '0',
  }
  // Readers of the format want seconds and no zone; it is UTC.
  const timestamp = report.created_at.slice(0, 19)
  const names = new Map<string, number>()
  const cases = judged.map((one) => renderCase(one, unlike(names, one)))
  const suite = element('testsuite', { name: 'LLM cost', ...counts, timestamp, hostname: 'llm-cost-gate' }, [
    element('properties', {}, propertiesOf(report)),
    ...cases,
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'llm-cost-gate', ...counts }, [suite])}\n`
}

function isFailure({ outcome }: Judged): boolean {
  return outcome === 'error' || outcome === 'warning'
}

function propertiesOf({ verdict, blocked, head, baseline, comparison, settings }: Report): string[] {
  const figures: readonly (readonly [string, string | number | boolean | null])[] = [
    ['verdict', verdict],
    ['blocked', blocked],
    ['fail_on', settings.fail_on],
    ['total_cost_usd', head.total_cost_usd],
    ['baseline', baseline.state],
    ['baseline_cost_usd', comparison?.total.baseline_cost_usd ?? null],
  ]
  return figures.flatMap(([name, value]) => (value === null ? [] : [element('property', { name, value: String(value) })]))
}

function renderCase(judged: Judged, name: string): string {
  const { rule, outcome, message, figures, details } = judged
  const text = [message, ...(figures === null ? [] : [figures]), ...details].join('\n')
  const content = () => {
    if (isFailure(judged)) return [textElement('failure', { message, type: outcome }, text)]
    if (outcome === 'skipped') return [element('skipped', { message })]
    return outcome === 'passed' ? [] : [textElement('system-out', {}, `${outcome === 'warned' ? 'Warning' : 'Notice'}: ${text}`)]
  }
  return element('testcase', { classname: `llm-cost.${rule}`, name, time: '0' }, content())
}

/** A name that no other case of the rule has: two groups of a policy may limit the same. */
function unlike(names: Map<string, number>, { rule, name, policy }: Judged): string {
  const group = policy?.name ?? null
  const key = (written: string) => `${rule}\n${written}`
  const own = names.has(key(name)) && group !== null ? `${name} (${group})` : name
  const before = names.get(key(own)) ?? 0
  names.set(key(own), before + 1)
  return before === 0 ? own : `${own} #${before + 1}`
}
