import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { InputError } from '../src/errors.ts'
import { INPUTS } from '../src/generated/inputs.ts'
import { type InputName, type RawInputs, readSettings } from '../src/settings.ts'

function refusalOf(raw: RawInputs, prefix: '' | '--' = ''): readonly string[] {
  try {
    readSettings(raw, prefix)
  } catch (error) {
    if (error instanceof InputError) return [error.message, ...error.details]
    throw error
  }
  throw new Error('expected an InputError')
}

describe('settings', () => {
  it('have the defaults of action.yml, and only those', () => {
    const settings = readSettings({}, '')
    expect(settings).toEqual({
      mode: 'auto',
      'usage-path': INPUTS['usage-path'].default.trim().split('\n'),
      since: null,
      'on-invalid': 'fail',
      'policy-path': [],
      'policy-ref': 'base',
      'baseline-path': null,
      'baseline-artifact': 'llm-cost-baseline',
      'baseline-window': null,
      'on-inconclusive': null,
      'on-missing-baseline': 'warn',
      'max-increase-percent': null,
      'min-increase-usd': null,
      'fail-on': 'error',
      'comment-mode': 'always',
      'comment-key': 'default',
      'approval-label': 'llm-cost-approved',
      'report-by': 'agent',
      'report-period': 'yesterday',
      'on-alert': 'fail',
      'issue-label': 'llm-cost',
      'pricing-path': null,
      savings: false,
      'alternatives-path': null,
      timezone: 'UTC',
      'upload-report': true,
      'dry-run': false,
      'github-token': INPUTS['github-token'].default,
      'working-directory': process.cwd(),
    })
    expect(Object.keys(settings).sort()).toEqual(Object.keys(INPUTS).sort())
    expect(Object.isFrozen(settings)).toBe(true)
  })

  it.each<[InputName, string, unknown]>([
    ['usage-path', ' a.jsonl \r\n\n\tb/*.json\n', ['a.jsonl', 'b/*.json']],
    ['since', '2026-11-01', Date.parse('2026-11-01T00:00:00Z')],
    ['since', '2026-11-01T02:00:00+02:00', Date.parse('2026-11-01T00:00:00Z')],
    ['since', '', null],
    ['max-increase-percent', '0', 0],
    ['max-increase-percent', '12.5', 12.5],
    ['max-increase-percent', '', null],
    ['min-increase-usd', '0.05', 0.05],
    ['min-increase-usd', '1000000000', 1e9],
    ['dry-run', 'true', true],
    ['mode', 'record', 'record'],
    ['policy-ref', 'head', 'head'],
    ['baseline-artifact', 'cost of main_2.0', 'cost of main_2.0'],
    ['baseline-window', '1', 1],
    ['baseline-window', '50', 50],
    ['approval-label', 'cost: accepted ✅', 'cost: accepted ✅'],
    ['upload-report', 'false', false],
    ['timezone', 'Europe/Berlin', 'Europe/Berlin'],
    ['comment-key', 'nightly.evals_2-b', 'nightly.evals_2-b'],
    ['policy-path', 'policy.yaml', ['policy.yaml']],
    ['policy-path', 'cost.yaml\r\n\n  flow.yaml\n', ['cost.yaml', 'flow.yaml']],
    ['policy-path', '\n', []],
    ['working-directory', 'sub', resolve('sub')],
    ['working-directory', '', process.cwd()],
  ])('%s takes %j', (name, text, value) => {
    expect(readSettings({ [name]: text }, '')[name]).toEqual(value)
  })

  it('take an input that is not given for its default', () => {
    expect(readSettings({ timezone: undefined }, '').timezone).toBe('UTC')
  })

  it.each<[InputName, string, string]>([
    ['usage-path', ' \n ', 'usage-path must name at least one file or glob, got " \\n ". Example: usage-path: .runs/costs/costs.jsonl'],
    ['since', 'yesterday', 'since must be an ISO 8601 date or time, got "yesterday". Example: since: 2026-11-01T00:00:00Z'],
    ['since', '2026-02-30', 'since must be an ISO 8601 date or time, got "2026-02-30". Example: since: 2026-11-01T00:00:00Z'],
    ['since', '1793610000', 'since must be an ISO 8601 date or time, got "1793610000". Example: since: 2026-11-01T00:00:00Z'],
    ['on-invalid', 'ignore', 'on-invalid must be one of fail, skip, got "ignore". Example: on-invalid: skip'],
    [
      'on-missing-baseline',
      'error',
      'on-missing-baseline must be one of pass, warn, fail, got "error". Example: on-missing-baseline: warn',
    ],
    ['fail-on', 'Error', 'fail-on must be one of error, warning, never, got "Error". Example: fail-on: error'],
    ['comment-mode', '', 'comment-mode must be one of always, on-change, on-failure, never, got "". Example: comment-mode: on-change'],
    ['mode', 'Gate', 'mode must be one of auto, gate, record, summarize, comment, report, got "Gate". Example: mode: gate'],
    ['policy-ref', 'main', 'policy-ref must be one of base, head, got "main". Example: policy-ref: base'],
    ['upload-report', '', 'upload-report must be one of true, false, got "". Example: upload-report: false'],
    [
      'approval-label',
      ' ',
      'approval-label must be the name of a label, 1 to 50 characters, got " ". Example: approval-label: llm-cost-approved',
    ],
    ['dry-run', 'yes', 'dry-run must be one of true, false, got "yes". Example: dry-run: true'],
    ['timezone', 'Berlin', 'timezone must be an IANA time zone, got "Berlin". Example: timezone: Europe/Berlin'],
    ['timezone', '', 'timezone must be an IANA time zone, got "". Example: timezone: Europe/Berlin'],
    [
      'comment-key',
      'a b',
      'comment-key must be 1 to 64 letters, digits, dots, dashes or underscores, got "a b". Example: comment-key: evals',
    ],
    [
      'comment-key',
      '-->',
      'comment-key must be 1 to 64 letters, digits, dots, dashes or underscores, got "-->". Example: comment-key: evals',
    ],
  ])('%s refuses %j', (name, text, message) => {
    expect(refusalOf({ [name]: text })).toEqual([message])
  })

  it.each(['0', '51', '100', '1.5', '-1', '05.', '1e1', ' 5', 'five', '٥'])('baseline-window refuses %j', (text) => {
    const message = `baseline-window must be a whole number from 1 to 50, got ${JSON.stringify(text)}. Example: baseline-window: 5`
    expect(refusalOf({ 'baseline-window': text })).toEqual([message])
  })

  it.each([
    '',
    '.',
    '..',
    '../x',
    '-x',
    'a/b',
    'a\\b',
    'a:b',
    'a"b',
    'a*b',
    'a\nb',
    'ä',
    'x'.repeat(101),
  ])('baseline-artifact refuses %j', (text) => {
    const [message] = refusalOf({ 'baseline-artifact': text })
    expect(message).toMatch(
      /^baseline-artifact must be 1 to 100 letters, digits, dots, dashes, underscores or spaces, got ".*\. Example: baseline-artifact: llm-cost-baseline$/,
    )
  })

  it.each([
    '20%',
    '-1',
    '+1',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '1,5',
    '.5',
    '1.',
    ' 1',
    '1000001',
    '9'.repeat(400),
  ])('max-increase-percent refuses %j', (text) => {
    const [message] = refusalOf({ 'max-increase-percent': text })
    expect(message).toMatch(/^max-increase-percent must be a number from 0 to 1000000, got ".*Example: max-increase-percent: 20$/)
  })

  it('are named as flags in a terminal', () => {
    expect(refusalOf({ 'dry-run': 'maybe' }, '--')).toEqual(['--dry-run must be one of true, false, got "maybe". Example: --dry-run=true'])
  })

  it('tell every wrong input at once', () => {
    expect(refusalOf({ timezone: 'x', since: 'y', 'fail-on': 'z' })).toEqual([
      '3 inputs are wrong',
      expect.stringMatching(/^since must/),
      expect.stringMatching(/^fail-on must/),
      expect.stringMatching(/^timezone must/),
    ])
  })

  it('do not take what an object inherits for an input', () => {
    const raw: RawInputs = JSON.parse('{"__proto__": {"timezone": "x"}, "constructor": "y"}')
    expect(readSettings(raw, '').timezone).toBe('UTC')
  })
})
