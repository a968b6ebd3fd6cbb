// The pages that people read, and what is in them.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../../..')

/** Markdown files that are written by hand, from the root of the repository. */
export async function listPages(): Promise<string[]> {
  const docs = (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)
  return ['README.md', 'CHANGELOG.md', 'examples/README.md', ...docs]
}

export function readPage(file: string): Promise<string> {
  return readFile(join(root, file), 'utf8')
}

/** Contents of the fenced blocks of a language, without the indentation that a list gives them. */
export function listBlocks(markdown: string, language: string): string[] {
  const blocks = markdown.matchAll(new RegExp(`^( *)\`\`\`${language}\\n(.*?)^\\1\`\`\`$`, 'gms'))
  return [...blocks].map(([, indent = '', block = '']) => block.replace(new RegExp(`^${indent}`, 'gm'), ''))
}

/** Commands that a page shows for this program, as words after its name. */
export function listCommands(markdown: string): string[][] {
  return listBlocks(markdown, 'sh')
    .flatMap((block) => block.split('\n'))
    .flatMap((line) => /^node \S*dist\/cli\.js (.+)$/.exec(line)?.[1] ?? [])
    .map((words) => words.split(' '))
}
