import type { CostSummary } from '../../generated/types.ts'
import type { Client } from '../../github/api/client.ts'
import type { Artifact } from '../../github/artifacts/artifacts.ts'
import { hasTag } from '../../github/facts/commits.ts'
import { once } from '../../once.ts'
import type { Asked } from './asked.ts'

/** Says why what was read is no record; null where it is one. */
export type RecordCheck = (summary: CostSummary, artifact: Artifact) => Promise<string | null>

/** Where a record is. */
export function placeOf({ name, runId }: Artifact): string {
  return `${name} of run ${runId}`
}

/**
 * Checks that a record is of what GitHub says of its run, and that its run was of a branch. GitHub gives a run of a tag the name of the tag for its branch,
 * and nothing that tells the two apart; so the record does. One of before it did is believed where the repository has no tag of the branch's name.
 */
export function createRecordCheck(client: Client, { repository }: Pick<Asked, 'repository'>): RecordCheck {
  const tags = new Map<string, () => Promise<boolean>>()
  const isTag = (name: string) => {
    const ask = tags.get(name) ?? once(() => hasTag(client, repository, name))
    tags.set(name, ask)
    return ask()
  }
  return async (summary, artifact) => {
    const { headSha, headBranch } = artifact
    const what = `the artifact ${placeOf(artifact)} is no record`
    const commit = summary.commit ?? headSha
    if (commit !== headSha) return `${what}: it says that its commit is ${commit} and its run was on ${headSha}`
    if (summary.ref === undefined)
      return (await isTag(headBranch))
        ? `${what}: it does not say whether its run was of the branch ${headBranch} or of the tag ${headBranch}`
        : null
    return summary.ref === `refs/heads/${headBranch}` ? null : `${what}: its run was of ${summary.ref}, not of the branch ${headBranch}`
  }
}
