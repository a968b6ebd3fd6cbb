import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonl, row } from '../workspace.ts'
import type { HostileCase } from './case.ts'

const OUT = 'is a link that leads out of the working directory'
const ledger = jsonl(row())

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
    tells: [
      `usage-path takes *, ** and ?, but no braces, brackets or exclamation marks, got "${'{a,b}'.repeat(20)}". Write one pattern per line`,
    ],
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
