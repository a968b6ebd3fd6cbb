/** How promptfoo's outputs begin that are no JSON. https://github.com/promptfoo/promptfoo, `src/util/output.ts`. */
const TEXTS: readonly { readonly what: string; readonly hasUsage: boolean; readonly heads: readonly RegExp[] }[] = [
  { what: 'YAML', hasUsage: true, heads: [/^evalId: [^\n]+\nresults:\r?\n {2}version: \d/] },
  { what: 'XML', hasUsage: true, heads: [/^(?:<\?xml[^>]*\?>\s*)?<promptfoo>\s*<evalId>/] },
  { what: 'JUnit report', hasUsage: false, heads: [/^(?:<\?xml[^>]*\?>\s*)?<testsuites\b[^>]*\sname="promptfoo"/] },
  {
    what: 'HTML',
    hasUsage: false,
    // The second one is of old versions.
    heads: [/^<!doctype html>[^]*\saria-label="Promptfoo"/i, /^<!doctype html>[^]*td\[data-content\^='\[PASS\]'\]/i],
  },
  {
    what: 'CSV',
    hasUsage: false,
    // Old versions have no columns for status and score: they stand in the cells.
    heads: [
      /(?:^|[,"\n])Status,Score,(?:Named Scores|Grader Reason),/,
      /^[^{<\n]*\[[^\]\n]+\] [^]*[,\n]"?\[(?:PASS|FAIL|ERROR)\] \(\d+\.\d\d[),]/,
    ],
  },
]

/** What is said of a text that promptfoo wrote in place of JSON, told by how it begins; null: it is none. */
export function namePromptfooText(head: string): string | null {
  const text = head.replace(/^\uFEFF?\s*/, '')
  const found = TEXTS.find(({ heads }) => heads.some((one) => one.test(text)))
  if (found === undefined) return null
  return `is promptfoo's ${found.what}, which ${found.hasUsage ? 'is not read' : 'has no usage'}: write JSON with \`-o results.json\``
}
