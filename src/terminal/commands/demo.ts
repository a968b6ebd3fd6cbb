import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { InputError } from '../../errors.ts'
import { bundled } from '../../files/bundled.ts'
import { writeJson } from '../../files/write.ts'
import { renderTerminal } from '../../render/terminal.ts'
import type { RawInputs } from '../../settings.ts'
import type { Command } from '../flags.ts'
import { paint, printText } from '../screen.ts'
import { gateFiles } from './gate.ts'

/** A pull request of examples/, and what the gate is told besides where it is. */
interface Example {
  readonly folder: string
  readonly inputs: RawInputs
}

const POLICY = { 'policy-path': '../cost_governance.yaml' }

/** What is shown where nobody names another tool, the harmless pull request first. */
const USUAL: readonly Example[] = ['pr-small', 'pr-regression'].map((folder) => ({ folder, inputs: POLICY }))

/** By the tool that wrote the usage. The files are named, since those that git tracks are left out otherwise. */
const TOOLS: ReadonlyMap<string, Example> = new Map(
  Object.entries({
    promptfoo: 'results.json',
    'claude-code': 'claude-execution-output.json',
    opentelemetry: 'traces.jsonl',
  }).map(([tool, file]) => [tool, { folder: `${tool}/pr-regression`, inputs: { 'usage-path': file } }]),
)

export const demo: Command = {
  name: 'demo',
  purpose: 'Run the gate on the two pull requests of the bundled example, or on one that another tool measured.',
  usage: `demo [${[...TOOLS.keys()].join('|')}]`,
  examples: ['demo', ...[...TOOLS.keys()].map((tool) => `demo ${tool}`)],
  words: [...TOOLS.keys()],
  inputs: [],
  flags: {},
  async run({ files }) {
    const examples = choose(files)
    const folder = await mkdtemp(join(tmpdir(), 'llm-cost-gate-demo-'))
    const color = paint()
    for (const { folder: name, inputs } of examples) {
      const report = await gateFiles({
        files: [],
        inputs: { 'baseline-path': '../baseline_summary.json', ...inputs },
        cwd: join(bundled('examples'), name),
      })
      const file = join(folder, `${basename(name)}.json`)
      await writeJson(file, report)
      printText(`${color('bold', `Example examples/${name}`)}\n\n${renderTerminal(report, color)}\nReport: ${file}\n`)
    }
    return 0
  },
}

function choose([tool, ...more]: readonly string[]): readonly Example[] {
  if (tool === undefined) return USUAL
  const example = TOOLS.get(tool)
  if (example !== undefined && more.length === 0) return [example]
  throw new InputError(`demo takes no files, only one of ${[...TOOLS.keys()].join(', ')}. To judge your own: llm-cost-gate gate --help`)
}
