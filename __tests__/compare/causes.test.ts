import { describe, expect, it } from 'vitest'
import { explain } from '../../src/compare/explain.ts'
import { priced, STEPS, type Usage } from '../support/compare/priced.ts'
import { side } from '../support/compare/sides.ts'

/** Every step of every model, with prompts of their own. */
function suite(models: number, steps: number, longer: (model: number, step: number) => number) {
  const usages = Array.from({ length: models * steps }, (_, index): Usage => {
    const [model, step] = [Math.floor(index / steps), index % steps]
    const input = (1000 + 37 * ((index * 7919) % 101)) * longer(model, step)
    return { step: `s${step}`, model: `m${model}`, calls: 5, perCall: { input, cached: 0, written: 0, output: 100 + ((index * 31) % 77) } }
  })
  return side(usages.map((usage) => priced(usage)))
}

describe('causes', () => {
  it('are one sum where none makes up a fifth of its driver, also of thousands of cells', () => {
    const explanation = explain(
      suite(60, 100, () => 1),
      suite(60, 100, () => 1.5),
    )
    expect(explanation?.kinds).toEqual({ fitted: 60, catalog: 0, unknown: 0 })
    expect(explanation?.causes).toHaveLength(1)
    expect(explanation?.main_cause).toMatchObject({
      driver: 'input_tokens_per_call',
      model: null,
      group: null,
      spread: { models: 60, of_models: 60, groups: 100, of_groups: 100 },
    })
  })

  it('count only what went the way of the driver, and name a model or step that is the only one', () => {
    const base = suite(3, 12, () => 1)
    const some = explain(
      base,
      suite(3, 12, (model, step) => (model === 2 ? 1 : step < 10 ? 1.5 : 1)),
    )
    expect(some?.main_cause?.spread).toEqual({ models: 2, of_models: 3, groups: 10, of_groups: 12 })
    const one = explain(
      base,
      suite(3, 12, (model) => (model === 1 ? 1.5 : 1)),
    )
    expect(one?.main_cause).toMatchObject({ model: 'm1', spread: { models: 1, groups: 12 } })
  })

  it('are named alone from a fifth of their driver on, in its direction', () => {
    const change = (step: Usage, factor: number) => ({ ...step, perCall: { ...step.perCall, output: step.perCall.output * factor } })
    const head = STEPS.map((step) => priced(change(step, step.step === 'draft' ? 3 : step.step === 'plan' ? 0.5 : 1)))
    const causes = explain(side(STEPS.map((step) => priced(step))), side(head))?.causes
    expect(causes?.map(({ driver, group }) => [driver, group])).toEqual([['output_tokens_per_call', 'draft']])
  })
})
