import fc from 'fast-check'

const digits = fc.nat({ max: 99 }).map((number) => String(number).padStart(2, '0'))
export const timestamp = fc.oneof(
  fc.constantFrom(
    '2026-10-01T00:00:00Z',
    '2026-02-29T10:00',
    '2028-02-29 10:00+05:30',
    '0099-01-01T00:00Z',
    '2026-10-01T24:00:00Z',
    '2026-10-01',
  ),
  fc
    .tuple(digits, digits, digits, digits, digits, fc.constantFrom('', '.', '.5', '.123456', '.123456789', '.1234567890'), digits)
    .map(([month, day, hour, minute, second, fraction, zone]) => `2026-${month}-${day}T${hour}:${minute}:${second}${fraction}+${zone}:00`),
  fc
    .tuple(fc.nat({ max: 4e9 }), fc.constantFrom('Z', '', '+00:00', '-0330', '000+00:00'), fc.constantFrom('T', ' '))
    .map(([seconds, zone, separator]) =>
      new Date(seconds * 1000 + (seconds % 1000)).toISOString().replace('Z', zone).replace('T', separator),
    ),
)
export const name = fc
  .oneof(
    { weight: 6, arbitrary: fc.constantFrom('gpt-4o', 'plan', 'draft', 'mag-1', 'mag-2', '', 'a'.repeat(512)) },
    {
      weight: 1,
      arbitrary: fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('a'.repeat(513), 'say "x"', 'C:\\', '{', 'é', '__proto__'),
      ),
    },
  )
  .map((text) => JSON.stringify(text))
export const count = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 9999 }).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '0',
      '00',
      '007',
      '-1',
      '-0',
      '1.0',
      '1.5',
      '1e3',
      '1E2',
      '1000000000000',
      '1000000000001',
      '999999999999',
      '1e999',
      '"5"',
      'null',
      'true',
    ),
  },
)
export const cost = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 1e6, noNaN: true }).map(String) },
  { weight: 4, arbitrary: fc.nat({ max: 1e6 }).map((picos) => String(picos / 1e7)) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(), fc.nat({ max: 30 })).map(([mantissa, power]) => `${mantissa}e-${String(power).padStart(2, '0')}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '0',
      '0.0',
      '0.',
      '.5',
      '-0.1',
      '-0',
      '01.5',
      '1e-',
      '1e-7',
      '1E-05',
      '1e-005',
      '1e+2',
      '1e5',
      '1e-100',
      '1000000',
      '1000000.1',
      '0.30000000000000004',
      '9007199254740993e-16',
      'null',
      'NaN',
      '1.2.3',
    ),
  },
)
/** Few, so that they come again; some that only a parser can read. */
export const id = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('"req_1"', '"req_2"', '"msg_1"', '""') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"None"', '"undefined"', '" "', '"0"', '"00000000-0000-0000-0000-000000000000"', '"null      "'),
  },
  { weight: 1, arbitrary: fc.constantFrom('"é"', '"a\\"b"', '"{"', '"\\u0000"', 'null', '7', '-7', '[]', '{"id": "x"}', 'true') },
)
const idKey = fc.constantFrom('"id"', '"request_id"', '"message_id"', '"response_id"', '"\\u0069d"', '"request_id" ', '"ids"')
/** Metadata with ids among other keys, in any order. */
const named = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.tuple(idKey, fc.constantFrom(': ', ':', ' :\t'), id).map((parts) => parts.join('')) },
        {
          weight: 2,
          arbitrary: fc.constantFrom(
            '"provider": "openai"',
            '"note": "\\"id\\": \\"x\\""',
            '"llm_plan": {"id": "inner", "a": [{"id": "x"}]}',
            '"id2": "}"',
          ),
        },
        { weight: 1, arbitrary: fc.constantFrom('"batch": 1', '"customer_id": "é"', '"n": 01', '"note": "a\\\\"') },
      ),
      { maxLength: 5 },
    ),
    fc.constantFrom(', ', ',', ' , '),
  )
  .map(([members, comma]) => `{${members.join(comma)}}`)
export const metadata = fc.oneof(
  { weight: 3, arbitrary: named },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '{"provider": "openai", "customer_id": "acme-corp"}',
      '{"provider": "openai", "llm_plan": {"use_batch": true, "metadata": {}}, "customer_id": "globex"}',
      '{}',
      '{"batch": true}',
      '{"case_id": "refund", "provider": "openai"}',
      '{"case_id": 7}',
      'null',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '{"provider": 5}',
      '{"batch": "yes"}',
      '{"customer_id": "é"}',
      '{"a": [1, {"b": "}"}]}',
      '{"a": 1}, "model": "other"',
      '{"a": 1}, "x": {}',
      '{"a": 1} ',
      '{"a": 1',
      '{"a": 1}}',
      '{"provider": "a", "provider": "b"}',
      '{"__proto__": {"provider": "p"}}',
      '[]',
    ),
  },
)
