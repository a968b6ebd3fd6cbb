import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MAP } from './rooms.ts'

/** Where is what: a row for rooms that belong together, in the words of their own README.md. */
export async function renderMap(root: string): Promise<string> {
  const rows = await Promise.all(
    MAP.map(async (names) => {
      const words = await Promise.all(names.map(async (name) => (await readFile(join(root, 'src', name, 'README.md'), 'utf8')).trim()))
      return `| ${names.map((name) => `[\`${name}\`](src/${name})`).join(', ')} | ${words.join('<br>')} |`
    }),
  )
  return ['| `src/` | What it is |', '| --- | --- |', ...rows].join('\n')
}
