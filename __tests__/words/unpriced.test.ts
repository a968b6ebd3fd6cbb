import { describe, expect, it } from 'vitest'
import { fullReason, shortReasons } from '../../src/words/unpriced.ts'

const model = { model: 'm', calls: 3, input_tokens: 1, output_tokens: 1 }

describe('why a model has no price', () => {
  it('is not known to older documents', () => {
    expect(shortReasons(model)).toEqual([])
    expect(fullReason(model).why).toBe('has no known price')
    expect(fullReason({ ...model, reasons: {} })).toEqual(fullReason(model))
  })

  it('is said in a word, unless there is no more to say', () => {
    expect(shortReasons({ ...model, reasons: { unknown_model: 2 } })).toEqual([])
    expect(shortReasons({ ...model, reasons: { media: 1, unknown_model: 2, self_hosted: 3 } })).toEqual(['self-hosted', 'sound or images'])
  })

  it('is said in full, the most frequent reason first, and each way out once', () => {
    expect(fullReason({ ...model, reasons: { media: 1, self_hosted: 2 } })).toEqual({
      why: 'runs on a machine of yours, where no list knows what a token costs and has no known price for sound and images',
      fix: 'set its price in a file and give that as pricing-path, and record what such a call cost, as cost_usd',
    })
    expect(fullReason({ ...model, reasons: { self_hosted: 1, not_yet: 1 } }).fix).toBe(
      'set its price in a file and give that as pricing-path',
    )
    expect(fullReason({ ...model, reasons: { media: 0 } }).why).toBe('has no known price')
  })

  it('leaves out what a newer version knows', () => {
    const reasons: Record<string, number> = { moon: 2, media: 1 }
    expect(shortReasons({ ...model, reasons })).toEqual(['sound or images'])
  })
})
