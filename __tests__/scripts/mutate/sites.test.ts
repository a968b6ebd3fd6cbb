import { describe, expect, it } from 'vitest'
import { instrument } from '../../../scripts/mutate/faults/instrument.ts'
import { findSites } from '../../../scripts/mutate/faults/sites.ts'

/** What stands in a source instead of what, one each. */
const faultsOf = (source: string) =>
  findSites(source).flatMap(({ start, end, variants }) => variants.map((variant) => `${source.slice(start, end)} => ${variant}`))

describe('the faults of a source', () => {
  it.each([
    ['const f = (a: number) => a < b', ['a < b => a <= b', 'a < b => a >= b']],
    ['const f = () => a >= b', ['a >= b => a > b', 'a >= b => a < b']],
    ['const f = () => a === b', ['a === b => a !== b']],
    ['const f = () => a && b', ['a && b => a', 'a && b => b']],
    ['const f = () => a ?? b', ['a ?? b => a']],
    ['const f = () => !a', ['!a => a']],
    ['const f = () => (a + b) * c', ['(a + b) * c => (a + b) / c', 'a + b => a - b']],
    ['const f = () => (a ? b : c)', ['a ? b : c => a ? c : b']],
    ['const a = 0', ['0 => 1']],
    ['const a = 5n', ['5n => 6n']],
    ['const a = true', ['true => false']],
    ["const a = 'error'", ["'error' => 'warning'"]],
    ["const a = 'tokens'", ["'tokens' => ''"]],
    ['const f = () => a.some(b)', ['.some => every']],
    ['const f = () => Math.max(a, b)', ['.max => min']],
    ['const f = () => a.filter(b)', ['a.filter(b) => a']],
    ['if (a(b)) c()', ['a(b) => false', 'c() => ']],
    ['const f = ({ a = null }) => a', ['null => undefined']],
  ])('%s', (source, faults) => {
    expect(faultsOf(source)).toEqual(faults)
  })

  it.each([
    "import { a } from 'b'",
    "export { a } from 'b'",
    "interface A { readonly level: 'error' | 'warning' }",
    "type A = Record<'error', 1>",
    "function f(a: 'error'): a is 'error' { throw a }",
    'declare const a: 1',
    'const a = { b: c, 1: d }',
    'const a = "a sentence for people"',
    "const a = b + 'two words'",
  ])('are none in %s', (source) => {
    expect(faultsOf(source)).toEqual([])
  })

  it('are computed with the file, or whenever a function is called', () => {
    const sites = findSites('const a = 1\nfunction f() { return 2 }\nclass B { c = 3 }\n')
    expect(sites.map(({ isStatic }) => isStatic)).toEqual([true, false, false])
  })
})

describe('a source with all its faults', () => {
  const source = `
    const list = [3, 1, 2].filter((one) => one > 1)
    const most = Math.max(...list)
    const name = list?.map(String)?.some((one) => one === '3') ? 'yes' : 'no'
    let count = 0
    for (const one of list) if (one < most) count += 1
    else count += 10
    return [list, most, name, count]`
  const body = `function run() {${source}\n}`
  const run = (planted: number): unknown => {
    const asked: number[] = []
    const ask = (id: number) => {
      asked.push(id)
      return id === planted
    }
    return new Function('globalThis', `${instrument(body, 1)}; return run()`)({ __mutant: ask })
  }
  const faults = faultsOf(body)

  it('is what it was while none is planted', () => {
    expect(run(0)).toEqual([[3, 2], 3, 'yes', 11])
  })

  it.each([
    ['.max => min', [[3, 2], 2, 'yes', 20]],
    ['one > 1 => one >= 1', [[3, 1, 2], 3, 'yes', 12]],
    ['[3, 1, 2].filter((one) => one > 1) => [3, 1, 2]', [[3, 1, 2], 3, 'yes', 12]],
    ['?.some => every', [[3, 2], 3, 'no', 11]],
    ['one < most => false', [[3, 2], 3, 'yes', 20]],
    ['count += 1 => ', [[3, 2], 3, 'yes', 10]],
    ['count += 10 => count -= 10', [[3, 2], 3, 'yes', -9]],
    ["'yes' => ''", [[3, 2], 3, '', 11]],
  ])('has the one that is planted: %s', (fault, result) => {
    expect(faults).toContain(fault)
    expect(run(faults.indexOf(fault) + 1)).toEqual(result)
  })
})
