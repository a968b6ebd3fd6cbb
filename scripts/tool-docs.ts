// Markdown of the tools whose files are read: a table for the README, a section for each in docs/formats.md.
import type { Tool } from '../src/read/formats/tool.ts'

const GATE = '- uses: OWNER/llm-cost-gate@<commit sha>'

/** One row per tool: its files, and where they are looked for. */
export function renderToolTable(tools: readonly Tool[]): string {
  const rows = byName(tools).map(({ name, site, files }) => [
    `[${cell(name)}](${site})`,
    cell(files.map(({ what }) => what).join(', ')),
    placesOf(files),
  ])
  return [['Tool', 'Its files', 'Looked for in'], ['---', '---', '---'], ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function placesOf(files: Tool['files']): string {
  const places = [...new Set(files.flatMap(({ places }) => places))]
  return places.length === 0 ? 'the first three levels' : places.map((place) => `\`${cell(place)}\``).join('<br>')
}

/** A section per tool: what to add to a workflow, how it is read, and what its files do not tell. */
export function renderTools(tools: readonly Tool[]): string {
  return byName(tools).map(renderTool).join('\n\n')
}

function renderTool({ name, site, files, step, traps, gaps }: Tool): string {
  const listed = files.map(({ what, how }) => `- ${what}: ${isCode(how) ? `\`${how}\`` : how}`)
  return [
    `### ${name}`,
    '',
    `You have [${name}](${site}): add this.`,
    '',
    '```yaml',
    step.trim(),
    GATE,
    '```',
    '',
    'What is read:',
    '',
    ...listed,
    ...(traps.length > 0 ? ['', 'How it is read:', '', ...traps.map((trap) => `- ${trap}`)] : []),
    ...(gaps.length > 0 ? ['', 'What its files do not tell:', '', ...gaps.map((gap) => `- ${gap}`)] : []),
  ].join('\n')
}

/** A command or a piece of a program, as a whole. */
function isCode(how: string): boolean {
  return !how.includes('`') && /["'$>(]| -/.test(how)
}

function byName(tools: readonly Tool[]): readonly Tool[] {
  return [...tools].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
