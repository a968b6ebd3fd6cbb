import type { Finding } from '../../generated/types.ts'
import { isLimit } from './rules.ts'

/** Without findings that say what another one says, too: a name of the policy that is misspelt has one for each of its limits. */
export function dropRepeats(findings: readonly Finding[]): Finding[] {
  const said = new Set<string>()
  return findings.filter((finding) => {
    if (isLimit(finding)) return true
    const words = `${finding.level} ${finding.message}`
    const isRepeat = said.has(words)
    said.add(words)
    return !isRepeat
  })
}
