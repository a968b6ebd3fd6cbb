import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { jsonl, row } from '../workspace.ts'
import type { HostileCase } from './case.ts'

const OUT = 'is a link that leads out of the working directory'
const ledger = jsonl(row())
const calls = jsonl({ ts: '2026-11-02T09:00:00Z', model: 'gpt-4o', usage: { input_tokens: 1, cost_usd: 0.5 } })

/** A folder with a ledger outside of the working directory, behind a link. */
function linkOut(cwd: string, link: string): void {
  mkdirSync(`${cwd}-out`)
  onTestFinished(() => rmSync(`${cwd}-out`, { recursive: true }))
  writeFileSync(join(`${cwd}-out`, 'costs.jsonl'), ledger)
  symlinkSync(`${cwd}-out`, join(cwd, link))
}

/** A link to something outside of the working directory. */
const linkTo = (target: string) => (cwd: string) => symlinkSync(target, join(cwd, 'usage.jsonl'))

/** A path that was not named, or names nothing that can be read. */
function missing(name: string, pattern: string): HostileCase {
  return {
    name,
    usagePath: [pattern],
    tells: [`no usage files found: nothing in /workspace matches ${pattern}. Run the agents before the gate, or set usage-path`],
  }
}

export const paths: readonly HostileCase[] = [
  missing('a file that is not there', '.runs/costs/costs.jsonl'),
  missing('a pattern that matches nothing', '**/*.jsonl'),
  { ...missing('a file below a file', 'a.jsonl/costs.jsonl'), files: { 'a.jsonl': ledger } },
  {
    name: 'one of two files that is not there',
    files: { 'a.jsonl': ledger },
    usagePath: ['a.jsonl', 'b.jsonl'],
    gives: { total_cost_usd: 0.5 },
  },
  {
    name: 'a folder in place of a file',
    files: { 'usage.jsonl/a.jsonl': ledger },
    usagePath: ['usage.jsonl'],
    tells: ['usage.jsonl: is a folder, not a file. Name its files in usage-path, for example usage.jsonl/*.jsonl'],
  },
  { name: 'a folder among the files of a pattern', files: { 'a/b/c.jsonl': ledger }, usagePath: ['a/**'], gives: { total_cost_usd: 0.5 } },
  { name: 'a link that leads out', make: linkTo('/etc/passwd'), usagePath: ['usage.jsonl'], tells: [`usage.jsonl: ${OUT}`] },
  {
    name: 'a folder that leads out',
    make: (cwd) => symlinkSync('/etc', join(cwd, 'data')),
    usagePath: ['data/passwd'],
    tells: [`data/passwd: ${OUT}`],
  },
  {
    name: 'a folder that leads out, in a pattern',
    make: (cwd) => symlinkSync('/etc', join(cwd, 'data')),
    usagePath: ['data/pass*'],
    tells: [`data/passwd: ${OUT}`],
  },
  {
    name: 'a folder beside the working directory whose name begins with its name',
    make: (cwd) => {
      mkdirSync(`${cwd}-evil`)
      symlinkSync(`${cwd}-evil`, join(cwd, 'data'))
      writeFileSync(join(`${cwd}-evil`, 'usage.jsonl'), ledger)
    },
    usagePath: ['data/usage.jsonl'],
    tells: [`data/usage.jsonl: ${OUT}`],
  },
  {
    name: 'a link inside',
    files: { 'a/b.jsonl': ledger },
    make: (cwd) => symlinkSync(join(cwd, 'a', 'b.jsonl'), join(cwd, 'usage.jsonl')),
    usagePath: ['usage.jsonl'],
    gives: { total_cost_usd: 0.5 },
  },
  { name: 'a link to nothing', make: linkTo('nothing'), usagePath: ['usage.jsonl'], tells: ['usage.jsonl: does not exist'] },
  { name: 'a link to itself', make: linkTo('usage.jsonl'), usagePath: ['usage.jsonl'], tells: ['usage.jsonl: cannot be read (ELOOP)'] },
  {
    name: 'a folder that holds itself',
    files: { 'a/b.jsonl': ledger },
    make: (cwd) => symlinkSync(join(cwd, 'a'), join(cwd, 'a', 'again')),
    usagePath: ['**/*.jsonl'],
    gives: { total_cost_usd: 0.5 },
  },
  {
    name: 'a run that is a link inside',
    files: { 'store/run-2/costs.jsonl': ledger, 'runs/run-1/costs.jsonl': jsonl(row({ run_id: 'run-2' })) },
    make: (cwd) => symlinkSync('../store/run-2', join(cwd, 'runs', 'run-2')),
    usagePath: ['runs/*/costs.jsonl'],
    gives: { total_cost_usd: 1, sources: [{ files: 2 }] },
  },
  {
    name: 'a run under two names, of which one is a link that comes first',
    files: { 'runs/z/mcp_calls.jsonl': calls },
    make: (cwd) => symlinkSync('z', join(cwd, 'runs', 'a')),
    usagePath: ['runs/*/mcp_calls.jsonl', '**/mcp_calls.jsonl', 'runs/a/*'],
    gives: { total_cost_usd: 0.5, run_costs: { costs_usd: { z: 0.5 } }, sources: [{ files: 1 }] },
  },
  {
    name: 'a folder of a pattern that is a link, by two stars at its end',
    files: { 'store/costs.jsonl': ledger, 'runs/note.txt': '' },
    make: (cwd) => symlinkSync('../store', join(cwd, 'runs', 'x')),
    usagePath: ['runs/**'],
    gives: { total_cost_usd: 0.5 },
  },
  {
    name: 'links between two folders that lead to each other',
    files: { 'a/x.jsonl': ledger, 'b/y.jsonl': jsonl(row({ run_id: 'run-2' })) },
    make: (cwd) => {
      symlinkSync('../b', join(cwd, 'a', 'l'))
      symlinkSync('../a', join(cwd, 'b', 'l'))
    },
    usagePath: ['**/l/**/*.jsonl'],
    gives: { total_cost_usd: 1, sources: [{ files: 2 }] },
  },
  {
    name: 'a run that is a link out',
    files: { 'runs/run-1/costs.jsonl': ledger },
    make: (cwd) => linkOut(cwd, 'runs/run-2'),
    usagePath: ['runs/*/costs.jsonl'],
    tells: [`runs/run-2/costs.jsonl: ${OUT}`],
  },
  {
    name: 'a link out below two stars, whatever is behind it',
    files: { 'costs.jsonl': ledger },
    make: (cwd) => linkOut(cwd, 'result'),
    usagePath: ['**/*.jsonl'],
    tells: [
      'result: is a link to a folder that leads out of the working directory, where usage-path **/*.jsonl would look. Name a narrower pattern, or copy the folder',
    ],
  },
  {
    name: 'a link to a folder that is not there, below two stars',
    files: { 'costs.jsonl': ledger },
    make: (cwd) => symlinkSync('gone', join(cwd, 'x')),
    usagePath: ['**/costs.jsonl'],
    gives: { total_cost_usd: 0.5 },
  },
  {
    name: 'a ledger 100 folders down',
    files: { [`${'a/'.repeat(100)}x.jsonl`]: ledger },
    usagePath: ['**/*.jsonl'],
    gives: { total_cost_usd: 0.5 },
  },
  {
    name: 'folders without end',
    files: { [`${'a/'.repeat(300)}x.jsonl`]: ledger, 'costs.jsonl': ledger },
    usagePath: ['**/*.jsonl'],
    tells: [
      `usage-path **/*.jsonl would look into more than 256 folders inside each other, those of ${'a/'.repeat(50)}…. Name a narrower pattern`,
    ],
  },
  {
    name: 'a pipe',
    make: (cwd) => void execFileSync('mkfifo', [join(cwd, 'usage.jsonl')]),
    usagePath: ['usage.jsonl'],
    tells: ['usage.jsonl: is no regular file'],
  },
  { name: 'a device', usagePath: ['/dev/zero'], tells: ['/dev/zero: is no regular file'] },
  { name: 'a link to a device', make: linkTo('/dev/zero'), usagePath: ['usage.jsonl'], tells: ['usage.jsonl: is no regular file'] },
  { name: 'a name that is too long', usagePath: ['x'.repeat(300)], tells: [`${'x'.repeat(300)}: cannot be read (ENAMETOOLONG)`] },
  {
    name: 'braces that stand for a million patterns',
    usagePath: ['{a,b}'.repeat(20)],
    tells: [`the pattern "${'{a,b}'.repeat(11)}{… stands for more than 256. Write some of them on lines of their own`],
  },
  {
    name: 'many stars',
    files: { [`${'a/'.repeat(20)}a.jsonl`]: ledger },
    usagePath: [`${'**/a*/'.repeat(12)}*.jsonl`],
    gives: { total_cost_usd: 0.5 },
  },
  {
    name: 'a file outside, where the user names it',
    make: (cwd) => writeFileSync(join(cwd, '..', 'usage.jsonl'), ledger),
    usagePath: ['../usage.jsonl'],
    gives: { total_cost_usd: 0.5 },
  },
]
