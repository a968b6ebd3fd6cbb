/** How promptfoo's outputs look that are no JSON: each has all patterns of one of these. https://github.com/promptfoo/promptfoo, `src/util/output.ts`. */
const TEXTS: readonly { readonly what: string; readonly hasUsage: boolean; readonly looks: readonly (readonly RegExp[])[] }[] = [
  { what: 'YAML', hasUsage: true, looks: [[/^evalId: [^\n]+\nresults:\r?\n {2}version: \d/]] },
  { what: 'XML', hasUsage: true, looks: [[/^(?:<\?xml[^>]*\?>\s*)?<promptfoo>\s*<evalId>/]] },
  { what: 'JUnit report', hasUsage: false, looks: [[/^(?:<\?xml[^>]*\?>\s*)?<testsuites\b[^>]*\sname="promptfoo"/]] },
  {
    what: 'HTML',
    hasUsage: false,
    // The second one is of old versions.
    looks: [
      [/^<!doctype html>/i, /\saria-label="Promptfoo"/],
      [/^<!doctype html>/i, /td\[data-content\^='\[PASS\]'\]/],
    ],
  },
  {
    what: 'CSV',
    hasUsage: false,
    // Old versions have no columns for status and score: they stand in the cells.
    looks: [
      [/(?:^|[,"\n])Status,Score,(?:Named Scores|Grader Reason),/],
      [/^[^{<\n]*\] /, /[,\n]"?\[(?:PASS|FAIL|ERROR)\] \(\d+\.\d\d[),]/],
    ],
  },
]

/** What is said of a text that promptfoo wrote in place of JSON, told by how it begins; null: it is none. */
export function namePromptfooText(head: string): string | null {
  const text = head.replace(/^\uFEFF?\s*/, '')
  const found = TEXTS.find(({ looks }) => looks.some((patterns) => patterns.every((one) => one.test(text))))
  if (found === undefined) return null
  return `is promptfoo's ${found.what}, which ${found.hasUsage ? 'is not read' : 'has no usage'}: write JSON with \`-o results.json\``
}
