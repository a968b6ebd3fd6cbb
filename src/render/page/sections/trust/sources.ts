import type { Report, Source } from '../../../../generated/types.ts'
import { toolOf } from '../../../../usage/tool.ts'
import { integer, usd } from '../../../../words/format.ts'
import { writeSources } from '../../../findings/sources.ts'
import { HTML, paragraph, section } from '../../html.ts'
import { table } from '../../table.ts'

const ROLES: Record<Source['role'], string> = {
  counted: 'counted',
  'cross-check': 'compared with what was counted',
  'not-counted': 'not counted: the same calls, or left out',
}

/** What was read, and what it contributed. */
export function renderSources({ head }: Report): string | null {
  const { period, timezone, sources } = head
  const right = true
  return section('sources', 'What was read', [
    sources.length === 0 ? null : paragraph(`${writeSources(head).join('; ')}.`),
    period.from === null || period.to === null
      ? null
      : paragraph(`Calls from ${time(period.from)} to ${time(period.to)} UTC. A day begins at midnight in ${HTML.name(timezone)}.`),
    table({
      caption: 'Sources',
      columns: [
        { title: 'File' },
        { title: 'Format' },
        { title: 'What for' },
        { title: 'Files', right },
        { title: 'Calls', right },
        { title: 'Cost', right },
      ],
      noun: 'sources',
      rows: sources.map(({ path, format, role, files, records, cost_usd }) => [
        HTML.name(path),
        HTML.text(toolOf(format)?.name ?? format),
        ROLES[role],
        { html: integer(files), by: files },
        { html: integer(records), by: records },
        role === 'counted' ? { html: usd(cost_usd), by: cost_usd } : { html: '–', by: null },
      ]),
    }),
  ])
}

function time(iso: string): string {
  return HTML.name(iso.slice(0, 16).replace('T', ' '))
}
