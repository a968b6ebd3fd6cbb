import { describe, expect, it } from 'vitest'
import { findStaleFiles } from '../../scripts/docs.ts'
import { renderInputs, renderKeys } from '../../scripts/tables.ts'

describe('the generated tables', () => {
  it('say what action.yml and the schemas say', async () => {
    expect(await findStaleFiles()).toEqual([])
  })

  it('show each line of a default, and nothing for an empty one', () => {
    const inputs = { paths: { description: 'Files.', default: 'a\nb\n' }, empty: { description: 'One | other.', default: '' } }
    expect(renderInputs({ inputs, outputs: {} }).split('\n').slice(2)).toEqual([
      '| `paths` | `a`<br>`b` | Files. |',
      '| `empty` |  | One \\| other. |',
    ])
  })

  it('take unit and default from a description, and follow references and lists', () => {
    const limit = { description: 'A limit. Default: 5. Unit: US dollars.', examples: [2] }
    const list = { items: { properties: { limit: { $ref: '#/$defs/limit' }, word: { enum: ['a', 'b'] } }, required: ['word'] } }
    expect(renderKeys({ $defs: { limit }, properties: { list } }).split('\n')).toEqual([
      '| Key | Meaning | Unit | Default | Example |',
      '| --- | --- | --- | --- | --- |',
      '| `list` |  |  |  |  |',
      '| `list[].limit` | A limit. | US dollars | 5 | `2` |',
      '| `list[].word` |  |  | required | `a`, `b` |',
    ])
  })
})
