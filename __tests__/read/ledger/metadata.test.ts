import { describe, expect, it } from 'vitest'
import { Cursor } from '../../../src/read/ledger/cursor.ts'
import { Fingerprint } from '../../../src/read/ledger/fingerprint.ts'
import { MetadataCache } from '../../../src/read/ledger/metadata.ts'

function read(cache: MetadataCache, text: string | Buffer, fingerprint?: Fingerprint) {
  const cursor = new Cursor()
  cursor.bytes = Buffer.from(text)
  cursor.view = new DataView(cursor.bytes.buffer, cursor.bytes.byteOffset, cursor.bytes.length)
  cursor.stop = cursor.bytes.length
  const own = new Fingerprint()
  own.begin(cursor.view, 0, cursor.stop)
  return cache.read(cursor, fingerprint ?? own)
}

describe('MetadataCache', () => {
  it.each([
    ['{}}', { provider: null, customer: null, batch: false }],
    ['{"provider": "openai", "customer_id": "acme"}}', { provider: 'openai', customer: 'acme', batch: false }],
    ['{"provider": "", "customer_id": ""}}', { provider: '', customer: null, batch: false }],
    ['{"batch": null, "use_batch": true}}', { provider: null, customer: null, batch: true }],
    ['{"llm_plan": {"use_batch": true}, "note": "\\"}}"}}', { provider: null, customer: null, batch: true }],
    ['{"batch": false, "use_batch": true}}', { provider: null, customer: null, batch: false }],
    [
      '{"case_id": "refund", "billing_tier": "gold"}}',
      { provider: null, customer: null, batch: false, testCase: 'refund', billingTier: 'gold' },
    ],
    ['{"case_id": "__proto__"}}', { provider: null, customer: null, batch: false, testCase: '__proto__' }],
    ['{"case_id": ""}}', { provider: null, customer: null, batch: false }],
    ['{"case_id": 7, "billing_tier": {}}}', { provider: null, customer: null, batch: false }],
    [`{"case_id": "${'n'.repeat(513)}"}}`, { provider: null, customer: null, batch: false }],
    [`{"note": "${'n'.repeat(5000)}", "provider": "long"}}`, { provider: 'long', customer: null, batch: false }],
  ])('reads %s, the first time and again', (text, origin) => {
    const cache = new MetadataCache()
    expect(read(cache, text)).toEqual(origin)
    expect(read(cache, text)).toEqual(origin)
  })

  it.each([
    ['that is cut off', '{"a": 1}'],
    ['with more keys of the row behind it', '{"a": 1}, "model": "other"}'],
    ['with a space at the end of the row', '{"a": 1}} '],
    ['with a space before the end of the row', '{"a": 1} }'],
    ['that is closed and no JSON', '{"a": 01}}'],
    ['that breaks the schema', '{"provider": 5}}'],
    ['that is not UTF-8', Buffer.from([123, 34, 97, 34, 58, 34, 0xff, 34, 125, 125])],
  ])('refuses metadata %s, the first time and again', (_, text) => {
    const cache = new MetadataCache()
    expect(read(cache, text)).toBeNull()
    expect(read(cache, text)).toBeNull()
  })

  it('never takes one for another, not even with the same fingerprint', () => {
    const [cache, fingerprint] = [new MetadataCache(), new Fingerprint()]
    for (let round = 0; round < 2; round++)
      for (let index = 10; index < 20; index++)
        expect(read(cache, `{"provider": "p${index}"}}`, fingerprint)).toMatchObject({ provider: `p${index}` })
  })

  it('reads more of them than it remembers', () => {
    const cache = new MetadataCache()
    for (let round = 0; round < 2; round++)
      for (let index = 0; index < 5000; index++) expect(read(cache, `{"customer_id": "c${index}"}}`)?.customer).toBe(`c${index}`)
  })
})
