import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const OLD = { 'main.js': 'old', 'gone.index.js': 'old' }

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'build-'))
  await cp(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true })
  await mkdir(join(folder, 'dist'))
  for (const [name, text] of Object.entries(OLD)) await writeFile(join(folder, 'dist', name), text)
})
afterEach(() => rm(folder, { recursive: true }))

async function readDist(): Promise<Record<string, string>> {
  const entries = await readdir(join(folder, 'dist'), { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return Object.fromEntries(files.map((file, index) => [file.slice(join(folder, 'dist/').length), texts[index] ?? '']))
}

/** Builds the copy with the tools of this folder, in a group of processes of its own. */
function build(tools: string): ChildProcess {
  const env = { PATH: [tools, process.env.PATH].join(delimiter) }
  return spawn('bash', ['scripts/build.sh'], { cwd: folder, env, stdio: 'ignore', detached: true })
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('close', resolve))
}

/** Stands in for tsc, ncc, terser and node: each writes what the next step needs, unless it is the call that fails. */
const TOOL = `#!/bin/bash
tool=$(basename "$0") words="$*"
echo "$tool" >> calls
if [ "$(wc -l < calls)" -eq "$(cat fails 2> /dev/null || echo 0)" ]; then
  if [ -e kills ]; then kill -9 $PPID; fi
  exit 1
fi
case "$tool $words" in
  "tsc -p tsconfig.build.json") mkdir -p build && touch build/main.js ;;
  ncc*) out=\${words#* -o } && out=\${out%% *} && mkdir -p "$out" && echo bundle > "$out/index.js" && echo chunk > "$out/1.index.js" ;;
  "node --input-type"*) echo 'gate, judge' ;;
  "node scripts/types.ts"*) out=\${words##* } && mkdir -p "$out" && echo types > "$out/index.d.ts" ;;
esac
`

async function standIn(): Promise<string> {
  const tools = join(folder, 'tools')
  await mkdir(tools)
  await mkdir(join(folder, 'src/generated/validate'), { recursive: true })
  for (const name of ['tsc', 'ncc', 'terser', 'node']) {
    await writeFile(join(tools, name), TOOL)
    await chmod(join(tools, name), 0o755)
  }
  return tools
}

describe('a build', () => {
  it('that is killed after its start leaves the old dist/ whole', async () => {
    for (const name of ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'tsconfig.types.json'])
      await cp(join(root, name), join(folder, name), { recursive: true })
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    const child = build(join(root, 'node_modules/.bin'))
    const ended = endOf(child)
    while (!existsSync(join(folder, 'build/main.js')) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(child.exitCode).toBeNull()
    if (child.pid === undefined) throw new Error('the build did not start')
    process.kill(-child.pid, 'SIGKILL')
    await ended
    expect(await readDist()).toEqual(OLD)
  })

  it('puts the new dist/ in the place of the old one, of which nothing is left', async () => {
    expect(await endOf(build(await standIn()))).toBe(0)
    const { 'index.js': index, ...others } = await readDist()
    expect(index).toContain('export const { gate, judge } = await library();')
    expect(Object.keys(others).sort()).toEqual(['1.index.js', 'action.js', 'cli.js', 'main.js', 'types/index.d.ts', 'upload.js'])
    expect(others['main.js']).toBe('bundle\n')
  })

  it.each([
    ['fails', []],
    ['is killed', ['kills']],
  ])('that %s at any of its tools leaves the old dist/ whole, and the next one succeeds', async (_, marks) => {
    const tools = await standIn()
    for (const mark of marks) await writeFile(join(folder, mark), '')
    for (let call = 1; call <= 6; call++) {
      await writeFile(join(folder, 'fails'), String(call))
      await rm(join(folder, 'calls'), { force: true })
      expect(await endOf(build(tools))).not.toBe(0)
      expect(await readDist()).toEqual(OLD)
    }
    await rm(join(folder, 'fails'))
    expect(await endOf(build(tools))).toBe(0)
    expect((await readDist())['main.js']).toBe('bundle\n')
  })

  it('that was killed between the two last moves is made good by the next one', async () => {
    const tools = await standIn()
    await mkdir(join(folder, 'build'))
    await cp(join(folder, 'dist'), join(folder, 'build/old'), { recursive: true })
    await rm(join(folder, 'dist'), { recursive: true })
    await writeFile(join(folder, 'fails'), '1')
    expect(await endOf(build(tools))).toBe(1)
    expect(await readDist()).toEqual(OLD)
  })
})
