import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InputError } from '../../errors.ts'
import { bundled } from '../../files/bundled.ts'
import { writeJson } from '../../files/write.ts'
import { renderTerminal } from '../../render/terminal.ts'
import type { Command } from '../flags.ts'
import { paint, printText } from '../screen.ts'
import { gateFiles } from './gate.ts'

/** Workspaces of examples/, the harmless pull request first. */
const PULL_REQUESTS = ['pr-small', 'pr-regression']

export const demo: Command = {
  name: 'demo',
  purpose: 'Run the gate on the two pull requests of the bundled example.',
  usage: 'demo',
  examples: ['demo'],
  inputs: [],
  flags: {},
  async run({ files }) {
    if (files.length > 0) throw new InputError('demo takes no files. To judge your own: llm-cost-gate gate --help')
    const examples = bundled('examples')
    const folder = await mkdtemp(join(tmpdir(), 'llm-cost-gate-demo-'))
    const color = paint()
    for (const name of PULL_REQUESTS) {
      const report = await gateFiles({
        files: [],
        inputs: {
          'working-directory': join(examples, name),
          'baseline-path': '../baseline_summary.json',
          'policy-path': '../cost_governance.yaml',
        },
      })
      const file = join(folder, `${name}.json`)
      await writeJson(file, report)
      printText(`${color('bold', `Example examples/${name}`)}\n\n${renderTerminal(report, color)}\nReport: ${file}\n`)
    }
    return 0
  },
}
