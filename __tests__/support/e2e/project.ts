import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** A project of somebody else that has the package installed and nothing else. */
export interface Project {
  readonly folder: string
  write(file: string, text: string): Promise<void>
  remove(): Promise<void>
}

/** Packs the package as a registry would get it and installs it as docs/library.md says; no network, so it cannot bring anything else. */
export async function createProject(): Promise<Project> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'project-')))
  execFileSync('npm', ['pack', '--offline', '--pack-destination', folder], { cwd: root, stdio: 'pipe' })
  const { version } = JSON.parse(execFileSync('npm', ['pkg', 'get', 'version', 'name', '--json'], { cwd: root, encoding: 'utf8' }))
  await cp(join(root, 'examples'), join(folder, 'examples'), { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'project', private: true, type: 'module' }))
  const packed = `./llm-cost-gate-${version}.tgz`
  execFileSync('npm', ['install', '--omit=optional', '--offline', '--no-audit', '--no-fund', packed], { cwd: folder, stdio: 'pipe' })
  return {
    folder,
    write: (file, text) => writeFile(join(folder, file), text),
    remove: () => rm(folder, { recursive: true }),
  }
}
