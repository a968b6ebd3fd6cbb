import { cp, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** What was built, as somebody gets it who uses the action: nothing but the files of the package. */
export interface Product {
  readonly folder: string
  /** What a step runs. */
  readonly action: string
  /** What a terminal runs. */
  readonly cli: string
  remove(): Promise<void>
}

/** Copies dist/ and the data that it reads to a folder without node_modules, where nothing that is missing in the bundle can be found. */
export async function installProduct(): Promise<Product> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'product-')))
  for (const part of ['dist', 'catalog', 'examples', 'action.yml', 'package.json'])
    await cp(join(root, part), join(folder, part), { recursive: true })
  return {
    folder,
    action: join(folder, 'dist/action.js'),
    cli: join(folder, 'dist/cli.js'),
    remove: () => rm(folder, { recursive: true }),
  }
}
