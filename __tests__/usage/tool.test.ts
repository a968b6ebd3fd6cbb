import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SHAPES } from '../../src/generated/tools.ts'
import type { Source } from '../../src/generated/types.ts'
import { toolOf } from '../../src/usage/tool.ts'

const schema: { properties: { sources: { items: { properties: { format: { enum: Source['format'][] } } } } } } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../schemas/cost-summary.schema.json'), 'utf8'),
)
const tools: readonly string[] = SHAPES.map(({ tool }) => tool)

it.each(schema.properties.sources.items.properties.format.enum)('%s is of a tool that has a reader, or of ours', (format) => {
  expect(toolOf(format) !== null).toBe(tools.includes(format))
})
