import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runTerminal } from '../../support/e2e/terminal.ts'
import { call, LEDGER, ledger } from '../../support/experiment/experiments.ts'
import { workspace } from '../../support/read/workspace.ts'
import { findFaults } from '../../support/scenarios/schemas.ts'

const rows = ledger(call('a', 'a-1', 0.1), call('b', 'b-1', 0.2))
const run = (words: string, cwd = workspace({ [LEDGER]: rows, 'a.jsonl': rows, 'b.jsonl': rows })) =>
  runTerminal(join(import.meta.dirname, '../../../dist/cli.js'), words.split(' '), { cwd })

describe('compare', () => {
  it.each([
    ['compare --by metadata.variant', /^metadata\.variant {2}Runs/],
    ['compare --by metadata.variant a.jsonl b.jsonl', /^metadata\.variant {2}Runs/],
    ['compare --by metadata.variant --reference b', /Against b /],
    ['compare a.jsonl b.jsonl', /^file {5}Runs/],
    ['compare --by agent --format markdown', /^\| <code>agent<\/code> \|/],
    ['compare --by agent --format csv', /^by,variant,unit,units,/],
  ])('prints the table: %s', async (words, expected) => {
    const answer = await run(words)
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' })
    expect(answer.stdout).toMatch(expected)
  })

  it('prints a document that keeps its schema', async () => {
    const { stdout } = await run('compare --by metadata.variant --format json')
    expect(findFaults('experiment', JSON.parse(stdout))).toEqual([])
  })

  it.each([
    ['compare', /^Error: compare needs --by, or two files\. Example: llm-cost-gate compare --by metadata\.variant, or /],
    ['compare a.jsonl', /^Error: compare needs --by, or two files\./],
    ['compare a.jsonl a.jsonl', /^Error: compare names a\.jsonl twice\. Example: /],
    ['compare --by variant', /^Error: --by must be model, agent, .* got "variant"\. Example: --by metadata\.variant\n$/],
    ['compare --by agnt', /Example: --by agent\n$/],
    ['compare --by metadata.', /got "metadata\."\. Example: --by metadata\.variant\n$/],
    [
      'compare --by agent --format yaml',
      /^Error: --format must be text, markdown, json or csv, got "yaml"\. Example: --format markdown\n$/,
    ],
    ['compare --by agent --refernce x', /unknown flag --refernce, did you mean --reference\?/],
    ['compare a.jsonl c.jsonl', /c\.jsonl/],
  ])('says in one line what is wrong: %s', async (words, expected) => {
    const answer = await run(words)
    expect(answer).toMatchObject({ exitCode: 2, stdout: '' })
    expect(answer.stderr).toMatch(expected)
    expect(answer.stderr.trim().split('\n')).toHaveLength(1)
  })

  it('helps', async () => {
    const { stdout, exitCode } = await run('compare --help')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/--by KEY {2,}What tells variants apart: metadata\.KEY/)
  })
})
