import { stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { type Side, sideOfSummary } from '../compare/side.ts'
import { at, InputError } from '../errors.ts'
import type { BaselineUsed } from '../generated/types.ts'
import { readDocument } from '../read/document.ts'
import { readText } from '../read/text.ts'
import { sideOfBare, sideOfFlow } from './side.ts'

/** What head is compared with; `side` is null where there is no baseline yet. */
export interface Baseline {
  readonly used: BaselineUsed
  readonly side: Side | null
}

/**
 * Reads a baseline file. Absent is a state of its own; present but unreadable is an InputError, because a gate that
 * cannot compare must not pass.
 */
export async function readBaseline(cwd: string, file: string | null): Promise<Baseline> {
  const missing: Baseline = {
    used: { state: 'missing', path: file, format: null, commit: null, created_at: null, total_cost_usd: null, price_catalog: null },
    side: null,
  }
  if (file === null) return missing
  const path = isAbsolute(file) ? file : join(cwd, file)
  if (!(await isPresent(path))) return missing
  const document = readDocument(readText(path, file))
  if ('fault' in document)
    throw new InputError(`the baseline cannot be read: ${at({ file, line: document.line, path: document.path }, document.fault)}`)
  const { format, content } = document
  const found = { state: 'found' as const, path: file, commit: null, created_at: null, price_catalog: null }
  if (format === 'cost-summary') {
    return {
      used: {
        ...found,
        format,
        commit: content.commit,
        created_at: content.created_at,
        total_cost_usd: content.total_cost_usd,
        price_catalog: content.pricing.catalog,
      },
      side: sideOfSummary(content),
    }
  }
  if (format === 'run-summary')
    throw new InputError(
      `the baseline cannot be read: ${file} is a run summary. Make a baseline with: llm-cost-gate summarize --output ${file}`,
    )
  const side = format === 'flow-summary' ? sideOfFlow(content) : sideOfBare(content)
  return { used: { ...found, format, total_cost_usd: side.totalUsd }, side }
}

async function isPresent(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw new InputError(`the baseline cannot be read: ${path} (${error.code})`)
    },
  )
}
