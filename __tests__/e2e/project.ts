import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** A project of somebody else that has the package installed and nothing else. */
export interface Project {
  readonly folder: string
  write(file: string, text: string): Promise<void>
  remove(): Promise<void>
}

/** Packs the package as a registry would get it and unpacks it where npm would; no network. */
export async function createProject(): Promise<Project> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'project-')))
  const installed = join(folder, 'node_modules/llm-cost-gate')
  await mkdir(installed, { recursive: true })
  execFileSync('npm', ['pack', '--ignore-scripts', '--offline', '--pack-destination', folder], { cwd: root, stdio: 'pipe' })
  const { version } = JSON.parse(execFileSync('npm', ['pkg', 'get', 'version', 'name', '--json'], { cwd: root, encoding: 'utf8' }))
  execFileSync('tar', ['-xzf', join(folder, `llm-cost-gate-${version}.tgz`), '--strip-components=1', '-C', installed])
  await cp(join(root, 'examples'), join(folder, 'examples'), { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'project', private: true, type: 'module' }))
  return {
    folder,
    write: (file, text) => writeFile(join(folder, file), text),
    remove: () => rm(folder, { recursive: true }),
  }
}
