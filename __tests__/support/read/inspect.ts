import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ZipEntry } from '../archive/zip.ts'

const path = join(import.meta.dirname, '../../fixtures/samples/inspect-ai/caches-and-costs.json')
const text = readFileSync(path, 'utf8')

export interface Log {
  status: string
  eval: Record<string, unknown>
  stats: Record<string, unknown>
  samples: Record<string, unknown>[]
}

/** The sample log of Inspect AI, changed. */
export function makeLog(change: (log: Log) => void = () => undefined): Log {
  const log = JSON.parse(text) as Log
  change(log)
  return log
}

function summaryOf({ id, epoch, uuid, completed_at, scores, error, model_usage }: Record<string, unknown>): object {
  return { id, epoch, uuid, completed_at, scores, ...(error !== undefined && { error: 'TimeoutError' }), model_usage, completed: true }
}

/** The entries of an archive as Inspect writes them. */
export function entriesOf({ samples, ...header }: Log, method: ZipEntry['method'] = 'deflated'): ZipEntry[] {
  const json = (name: string, value: unknown): ZipEntry => ({ name, content: JSON.stringify(value, null, 2), method: method ?? 'deflated' })
  return [
    json('_journal/start.json', { version: 2, eval: header.eval, plan: {} }),
    ...samples.map((sample) => json(`samples/${sample.id}_epoch_${sample.epoch}.json`, sample)),
    ...samples.map((sample, index) => json(`_journal/summaries/${index + 1}.json`, [summaryOf(sample)])),
    json('summaries.json', samples.map(summaryOf)),
    json('header.json', header),
  ]
}
