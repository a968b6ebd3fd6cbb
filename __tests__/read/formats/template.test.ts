import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Call } from '../../../src/read/formats/call.ts'
import type { Tool } from '../../../src/read/formats/tool.ts'

const root = join(import.meta.dirname, '../../..')

it('the template of the documentation reads what it says', async () => {
  const page = readFileSync(join(root, 'docs/write-a-reader.md'), 'utf8')
  const code = /<!-- template.*-->\n\n```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'template-'))
  try {
    const file = join(folder, 'example.ts')
    writeFileSync(file, code.replaceAll("'../", `'${join(root, 'src/read/formats')}/`))
    const { example } = (await import(file)) as { example: Tool }
    const calls: Call[] = []
    const collector = example.open({ call: (call) => calls.push(call), end: () => undefined, refuse: () => undefined })
    const place = { file: 'usage.jsonl', line: 1, path: '$' }
    expect(collector.take({ example_version: '1', tokens_in: 10, tokens_cached: 5, tokens_out: 2, id: 'a' }, place)).toBe(true)
    expect(collector.take({ something: 'else' }, place)).toBe(false)
    expect(calls).toMatchObject([{ input: 15, cached: 5, output: 2, costUsd: null, ids: ['a'], place }])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
