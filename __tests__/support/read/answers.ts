import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Read, readFiles } from './files.ts'

/** The text of a committed sample. */
export function sample(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../fixtures/samples', name), 'utf8')
}

/** Lines of a log, one value each. */
export function log(...values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('')
}

/** What a log of these values gives. */
export function readLog(...values: readonly object[]): Promise<Read> {
  return readFiles({ 'log.jsonl': log(...values) })
}

/** The figures of its calls, in order. */
export async function figuresOf(...values: readonly object[]): Promise<object[]> {
  const { records, faults } = await readLog(...values)
  return [
    ...records.map(({ inputTokens, outputTokens, cachedTokens, cacheWriteTokens }) => [
      inputTokens,
      outputTokens,
      cachedTokens,
      cacheWriteTokens,
    ]),
    ...faults.map((fault) => [fault]),
  ]
}

/** How often a log may be cut, written or kept in another way that says the same. */
export function variantsOf(text: string): Record<string, Record<string, string>> {
  return {
    'with CRLF': { 'log.jsonl': text.replaceAll('\n', '\r\n') },
    'with a BOM': { 'log.jsonl': `\uFEFF${text}` },
    'without its last line break': { 'log.jsonl': text.trimEnd() },
    'as a list': {
      'log.json': JSON.stringify(
        text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
        null,
        2,
      ),
    },
    'twice, under two names': { 'log.jsonl': text, 'copy.jsonl': text },
    'twice in one file': { 'log.jsonl': text + text },
  }
}
