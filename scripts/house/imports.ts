import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/** One import, type imports and `import()` among them. */
export interface Import {
  /** File that imports, from the root of the repository, with slashes. */
  readonly from: string
  /** As it is written. */
  readonly specifier: string
  /** The file that it leads to; null: a package, or a module of Node. */
  readonly to: string | null
}

export interface Sources {
  /** All files below src/, the generated ones left out. */
  readonly files: readonly string[]
  readonly imports: readonly Import[]
  readonly texts: ReadonlyMap<string, string>
}

/** `import … from`, `export … from`, `import('…')` and `import '…'`, as the formatter writes them. */
const SPECIFIERS = /(?:^|\s)(?:from|import)\s*\(?\s*'([^']+)'/gm

/** Reads the sources of a repository, and what they import. */
export function readSources(root: string): Sources {
  const files = list(root, 'src').filter((file) => file.endsWith('.ts') && !file.startsWith('src/generated/'))
  const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
  const imports = [...texts].flatMap(([from, text]) =>
    [...withoutComments(text).matchAll(SPECIFIERS)].map(([, specifier = '']): Import => {
      return { from, specifier, to: specifier.startsWith('.') ? posix.join(dirname(from), specifier) : null }
    }),
  )
  return { files, imports, texts }
}

/** Files below a folder of a repository, with slashes, by name. */
export function list(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? list(root, path) : [path]
  })
}

/** A comment may show an import. */
function withoutComments(text: string): string {
  return text.replace(/\/\*\*?[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
