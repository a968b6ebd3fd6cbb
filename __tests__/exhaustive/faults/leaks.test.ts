import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readArchive } from '../../../src/files/archive/read.ts'
import { LIMITS } from '../../support/archive/archives.ts'
import { addRecord } from '../../support/baseline/stored.ts'
import { type Lab, openLab } from '../../support/e2e/lab.ts'
import { type Occasion, onBranch, onPull } from '../../support/e2e/occasions.ts'
import { installProduct, type Product } from '../../support/e2e/product.ts'
import { quickly } from '../../support/e2e/quickly.ts'
import type { StepResult } from '../../support/e2e/runner/runner.ts'
import { expectVerdict, STORED } from '../../support/e2e/story.ts'
import type { Fault } from '../../support/github/server.ts'
import type { Pull } from '../../support/github/stage/records.ts'
import * as story from '../../support/github/story/story.ts'

const zip = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}'
const DEBUG = { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true', ACTIONS_RUNNER_DEBUG: 'true' }

let product: Product
let lab: Lab
let pull: Pull
beforeAll(async () => {
  product = await installProduct()
})
afterAll(() => product.remove())
beforeEach(async () => {
  lab = await openLab(product)
  const { state } = lab.github
  addRecord(state, { sha: story.addCommit(state, { branch: 'main' }) })
  pull = story.openPull(state, { author: 'dev', headBranch: 'topic', files: { 'agent.py': 'x' } })
  await lab.spend({ cost_usd: 1 })
})
afterEach(() => lab.close())

/** The step itself checks for the canaries in everything that a run shows; here, for any part of an address that opens something. */
function expectNoAddress(result: StepResult): void {
  const shown = [result.stdout, result.stderr, result.summary, ...result.outputs.values(), ...lab.comments()].join('\n')
  expect(shown).not.toMatch(/\b(sig|se|sp|sv)=/)
}

const occasions: readonly (readonly [string, () => Occasion])[] = [
  ['a pull request', () => onPull(lab.github.state, pull)],
  ['a record', () => onBranch(lab.github.state, 'push')],
]

describe('with debugging on, no token and no signed address is shown', () => {
  it.each(occasions)('by %s', async (_, occur) => {
    const { event, env } = occur()
    const result = await lab.run(STORED, { event, env: { ...env, ...DEBUG } })
    expect(result.outputs.get('verdict')).toBe('fail')
    expectNoAddress(result)
    expect(lab.github.requests.map(({ route }) => route)).toEqual(
      expect.arrayContaining(['BLOB GET', 'BLOB PUT', 'TWIRP FinalizeArtifact']),
    )
  })
})

describe('a fault shows no token and no signed address', () => {
  const address = 'http://127.0.0.1:9/actions-results/1/artifact.zip?se=x&sig=SIG_CANARY'
  const quote = `<Error><Code>AuthenticationFailed</Code><Message>for ${address}</Message></Error>`
  it.each<[string, string, Fault, number]>([
    ['the store refuses, and quotes the address', 'BLOB GET', { kind: 'text', status: 403, type: 'application/xml', text: quote }, 2],
    [
      'the store sends on to another',
      'BLOB GET',
      { kind: 'text', status: 302, type: 'text/plain', text: '', headers: { location: address } },
      2,
    ],
    ['the store breaks off', 'BLOB GET', { kind: 'cut' }, 2],
    ['the store resets', 'BLOB GET', { kind: 'reset' }, 2],
    ['the store is silent', 'BLOB GET', { kind: 'silent' }, 2],
    [
      'nobody is where the address leads',
      zip,
      { kind: 'text', status: 302, type: 'text/plain', text: '', headers: { location: address } },
      2,
    ],
    ['the address is none', zip, { kind: 'text', status: 302, type: 'text/plain', text: '', headers: { location: 'sig=SIG_CANARY' } }, 2],
    ['GitHub refuses the address', zip, { kind: 'answer', status: 403, message: `no ${address}` }, 2],
    ['the store does not take the upload', 'BLOB PUT', { kind: 'text', status: 403, type: 'application/xml', text: quote }, 1],
    ['the store resets the upload', 'BLOB PUT', { kind: 'reset' }, 1],
    ['the store does not take the list of blocks', 'BLOB PUT LIST', { kind: 'text', status: 403, type: 'application/xml', text: quote }, 1],
    ['the upload is not begun', 'TWIRP CreateArtifact', { kind: 'answer', status: 403, message: `no ${address}` }, 1],
    ['the upload is not ended', 'TWIRP FinalizeArtifact', { kind: 'half' }, 1],
  ])('where %s', async (_, route, fault, code) => {
    lab.github.faults.set(route, fault)
    const { event, env } = onPull(lab.github.state, pull)
    const result = await lab.run(STORED, { event, env: { ...env, ...DEBUG, ...quickly(10) } })
    expectVerdict(result, 'fail', code)
    expectNoAddress(result)
  })
})

describe('an artifact', () => {
  it.each([
    ['a pull request', () => onPull(lab.github.state, pull), 'llm-cost-report', ['cost-summary.json', 'report.html', 'report.json']],
    ['a record', () => onBranch(lab.github.state, 'push'), 'llm-cost-baseline', ['cost-summary.json']],
  ] as const)('of %s has our own files alone', async (_, occur, name, files) => {
    await lab.write('temp/secret.txt', 'SECRET_CANARY')
    await lab.write('temp/llm-cost-gate-old/report.json', 'SECRET_CANARY')
    await lab.write('.env', 'SECRET_CANARY')
    await lab.run(STORED, occur())
    const artifact = lab.github.state.artifacts.at(-1)
    const entries = readArchive(artifact?.bytes ?? Buffer.alloc(0), LIMITS)
    expect([artifact?.name, entries.map((entry) => entry.name).sort()]).toEqual([name, files])
    expect(entries.map(({ bytes }) => bytes.toString()).join()).not.toContain('SECRET_CANARY')
  })
})

describe('what a ledger says beside its figures', () => {
  const canary = 'sk-PROMPT_CANARY'
  it.each([
    ['a prompt', { prompt: canary, response: canary, messages: [{ content: canary }] }],
    ['metadata', { metadata: { api_key: canary, request: { headers: { authorization: canary } } } }],
    ['an error', { status: 'error', error: canary, error_message: canary }],
  ])('is shown nowhere: %s', async (_, extra) => {
    await lab.spend({ cost_usd: 1, ...extra }, { cost_usd: 0.1, ...extra })
    const result = await lab.run(STORED, onPull(lab.github.state, pull))
    expectVerdict(result, 'fail', 1)
    const stored = lab.github.state.artifacts.at(-1)?.bytes ?? Buffer.alloc(0)
    const files = readArchive(stored, LIMITS).map(({ bytes }) => bytes.toString())
    const shown = [result.stdout, result.stderr, result.summary, ...result.outputs.values(), ...lab.comments(), ...files]
    expect(shown.filter((text) => text.includes(canary))).toEqual([])
  })
})
