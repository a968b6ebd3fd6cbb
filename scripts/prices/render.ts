import { createHash } from 'node:crypto'
import type { ListData } from '../../src/price/list/data.ts'

/** The list as a file, a line per model, so that a change of one is a change of its line. */
export function renderList(list: ListData): string {
  const { sellers, ...head } = list
  const text = Object.entries(sellers).map(([name, { models = [], ...data }]) => {
    const lines = models.map((model) => `        ${JSON.stringify(model)}`)
    const fields = Object.entries(data).map(([key, value]) => `      ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    const listed = lines.length === 0 ? [] : [`      "models": [\n${lines.join(',\n')}\n      ]`]
    return `    ${JSON.stringify(name)}: {\n${[...fields, ...listed].join(',\n')}\n    }`
  })
  const first = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  return `{\n${first.join(',\n')},\n  "sellers": {\n${text.join(',\n')}\n  }\n}\n`
}

/** Eight hex digits that change with anything in the list. */
export function fingerprintOf(list: ListData): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 8)
}
