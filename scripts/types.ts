// Writes the declarations that the library's index needs, of those that tsc wrote to build/types/, to the folder that is named.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('name the folder to write to. Example: node scripts/types.ts dist/types')
const IMPORT = /((?:from|import) ?\(?['"])(\.{1,2}\/[^'"]+)\.ts(['"])/g

const needed = new Set(['library/index'])
for (const name of needed) {
  const text = await readFile(join(root, 'build/types', `${name}.d.ts`), 'utf8')
  for (const [, , path = ''] of text.matchAll(IMPORT)) needed.add(join(dirname(name), path))
  const target = join(root, folder, `${name}.d.ts`)
  await mkdir(dirname(target), { recursive: true })
  // A project that uses the library need not allow imports that end in .ts.
  await writeFile(target, text.replace(IMPORT, '$1$2.js$3'))
}
