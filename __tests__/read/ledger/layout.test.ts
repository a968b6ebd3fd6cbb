import { describe, expect, it } from 'vitest'
import { learnLayout } from '../../../src/read/ledger/layout.ts'

const NEEDED = '"timestamp": "2026-10-01T00:00Z", "model": "gpt-4o", "input_tokens": 10, "output_tokens": 5'

function kinds(row: string): string[] | undefined {
  return learnLayout(row)?.slots.map(({ kind }) => kind)
}

describe('learnLayout', () => {
  it('learns the kind of every value in the order of the row', () => {
    const row = `{${NEEDED}, "cost_usd": 1.5, "run_id": "r", "note": "n", "ms": -1.5, "metadata": {"a": 1}}`
    expect(kinds(row)).toEqual(['time', 'name', 'count', 'count', 'cost', 'name', 'text', 'number', 'metadata'])
  })

  it('takes null, true and false as part of the layout', () => {
    expect(kinds(`{${NEEDED}, "cost_usd": null, "flag": true, "metadata": null}`)).toEqual(['time', 'name', 'count', 'count'])
  })

  it('takes what tells whose row it is as part of the layout', () => {
    expect(kinds(`{${NEEDED}, "type": "call", "note": "n"}`)).toEqual(['time', 'name', 'count', 'count', 'text'])
  })

  it('gives rows that differ in values only one signature, and others another', () => {
    const signature = (row: string) => learnLayout(row)?.signature
    const row = `{${NEEDED}, "step": "plan"}`
    expect(signature(row.replace('gpt-4o', 'a "b" \\u00e9').replaceAll('"b"', '\\"b\\"'))).toBe(signature(row))
    expect(signature(row.replace('10', '99'))).toBe(signature(row))
    expect(signature(row.replace(', "step"', ',"step"'))).not.toBe(signature(row))
    expect(signature(row.replace('"plan"', 'null'))).not.toBe(signature(row))
  })

  it.each([
    ['a row that is no object', '[1]'],
    ['an empty row', '{}'],
    ['a row that starts with a space', ` {${NEEDED}}`],
    ['a key twice', `{${NEEDED}, "model": "b"}`],
    ['an escaped key', `{${NEEDED}, "a\\"b": 1}`],
    ['a key with a brace', `{${NEEDED}, "a{": 1}`],
    ['nested values of another key', `{${NEEDED}, "more": {}}`],
    ['metadata before another key', `{${NEEDED}, "metadata": {"a": "}}"}, "step": "plan"}`],
    ['a list', `{${NEEDED}, "list": []}`],
    ["another tool's figure", `{${NEEDED}, "prompt_tokens": 0}`],
    ['a row of more values than any writer has', `{${Array.from({ length: 33 }, (_, index) => `"k${index}": 1`).join(', ')}}`],
    ['a row longer than 16 KiB', `{${NEEDED}, "note": "${'n'.repeat(16_384)}"}`],
  ])('learns nothing from %s', (_, row) => {
    expect(learnLayout(row)).toBeNull()
  })
})
