import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/terminal/flags.ts'
import { renderCommandHelp } from '../../src/terminal/help.ts'
import { report } from '../../src/terminal/report.ts'

/** Lines of the help wrap: as one line. */
const help = (command: Command) => renderCommandHelp(command).replace(/\s+/g, ' ')

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
