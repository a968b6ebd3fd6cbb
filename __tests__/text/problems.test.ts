import type { ErrorObject } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { describeProblem, describeProblems } from '../../src/text/problems.ts'

function errorsOf(schema: object, data: unknown): ErrorObject[] {
  const validate = new Ajv2020({ verbose: true, allErrors: true, allowUnionTypes: true }).compile(schema)
  validate(data)
  return validate.errors ?? []
}

function tell(schema: object, data: unknown): string[] {
  return describeProblems(data, errorsOf(schema, data)).map(({ path, message }) => `${path}: ${message}`)
}

describe('a problem', () => {
  it.each([
    [{ type: 'integer' }, 'abc', 'must be an integer, got "abc"'],
    [{ type: 'number' }, Number.POSITIVE_INFINITY, 'must be a number, got Infinity'],
    [{ type: ['number', 'null'] }, true, 'must be a number or null, got true'],
    [{ anyOf: [{ type: 'number' }, { type: 'null' }] }, 'x', 'must be a number or null, got "x"'],
    [{ anyOf: [{ type: 'number', minimum: 0 }, { type: 'null' }] }, -1, 'must be 0 or more, got -1'],
    [{ type: 'number', maximum: 5 }, 6, 'must be 5 or less, got 6'],
    [{ const: 1 }, 2, 'must be 1, got 2'],
    [{ enum: ['a', 'b', 'c'] }, 'd', 'must be "a", "b" or "c", got "d"'],
    [{ type: 'string', minLength: 1 }, '', 'must not be empty, got ""'],
    [{ type: 'string', minLength: 3 }, 'ab', 'must have at least 3 characters, got "ab"'],
    [{ type: 'string', maxLength: 1 }, 'ab', 'must have at most 1 characters, got "ab"'],
    [{ type: 'array', minItems: 1 }, [], 'must not be empty, got []'],
    [{ type: 'object', minProperties: 2 }, { a: 1 }, 'must have at least 2 keys, got {"a":1}'],
    [{ type: 'string', pattern: '^a$', examples: ['a'] }, 'b', 'must look like "a", got "b"'],
    [{ type: 'string', pattern: '^a$' }, 'b', 'must match ^a$, got "b"'],
    [{ type: 'number', multipleOf: 2 }, 3, 'must be multiple of 2, got 3'],
    [{ type: 'object', required: ['a'] }, {}, 'is missing', '$.a'],
    [{ type: 'object', required: ['a b'] }, {}, 'is missing', '$["a b"]'],
    [{ type: 'object', properties: { name: {} }, additionalProperties: false }, { nmae: 1 }, 'unknown key "nmae", did you mean "name"?'],
    [{ type: 'object', additionalProperties: false }, { nmae: 1 }, 'unknown key "nmae"'],
  ])('with %j and %j', (schema, data, message, path = '$') => {
    expect(tell(schema, data)).toEqual([`${path}: ${message}`])
  })

  it('shortens what was found', () => {
    expect(tell({ type: 'number' }, 'x'.repeat(1000))[0]?.length).toBeLessThan(100)
  })

  it('tells an index from a key that looks like one, and unescapes keys', () => {
    const deep = { type: 'array', items: { type: 'object', additionalProperties: { type: 'number' } } }
    expect(tell({ type: 'object', additionalProperties: deep }, { '0': [{ 'a/b~c': 'x' }] })).toEqual([
      '$["0"][0]["a/b~c"]: must be a number, got "x"',
    ])
  })

  it('inside an alternative hides that the other alternatives have another type', () => {
    const schema = { anyOf: [{ type: 'object', properties: { a: { type: 'number' } } }, { type: 'array' }] }
    expect(tell(schema, { a: 'x' })).toEqual(['$.a: must be a number, got "x"'])
  })

  it('is told alone where one is enough', () => {
    const data = { a: 'x' }
    const errors = errorsOf({ type: 'object', properties: { a: { type: ['integer', 'null'] } } }, data)
    expect(describeProblem(data, errors)).toMatchObject({ path: '$.a', message: 'must be an integer or null, got "x"' })
  })
})
