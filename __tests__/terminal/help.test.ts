import { describe, expect, it } from 'vitest'
import { compare } from '../../src/terminal/commands/compare.ts'
import { gate } from '../../src/terminal/commands/gate.ts'
import { report } from '../../src/terminal/commands/report.ts'
import { savings } from '../../src/terminal/commands/savings.ts'
import type { Command } from '../../src/terminal/flags.ts'
import { renderCommandHelp } from '../../src/terminal/help.ts'

/** Lines of the help wrap: as one line. */
const help = (command: Command) => renderCommandHelp(command).replace(/\s+/g, ' ')

it('shows the short name of a flag beside the long one', () => {
  const names = [
    '--policy, --policy-path ',
    '--baseline, --baseline-path ',
    '--pricing, --pricing-path ',
    '--alternatives, --alternatives-path ',
  ]
  for (const name of names) expect(help(gate)).toContain(name)
})

it('says no default of a flag that has no value', () => {
  expect(help(gate)).not.toContain('`false`')
})

it.each([compare, savings])('says of --since what it leaves out, where there is no budget', (command) => {
  expect(help(command)).toMatch(/--since ISO 8601 time\. Leave out what is earlier/)
  expect(help(command)).not.toContain('budgets only')
})

describe('the help of report', () => {
  it('says that it judges with a policy alone, which has no default', () => {
    expect(help(report)).toContain(' Judge by this policy and exit 1 where a limit is broken. Default: none. --fail-on With --policy: ')
    expect(help(report)).toContain(' --dry-run With --policy: ')
    expect(help(report)).not.toContain('catalog/policies')
  })

  it('lists every period', () => {
    expect(help(report)).toMatch(/--period PERIOD yesterday, today, last-7-days .*, this-month, last-month or all\. Default: all\./)
  })
})
