import { demandCommit } from '../github/graph.ts'
import type { Pull } from '../github/records.ts'
import { addCommit, openPull } from '../github/story.ts'
import type { Files } from '../github/story-commits.ts'
import type { Lab } from './lab.ts'

/** Puts the files of a commit where a step finds them. */
export async function checkOut({ github, write }: Lab, name: string): Promise<void> {
  for (const [path, content] of demandCommit(github.state, name).files) await write(path, content.toString())
}

/** A file that every commit has, checked out. */
export async function keep({ github, write }: Lab, path: string, content: string): Promise<void> {
  for (const { files } of github.state.commits.values()) files.set(path, content)
  await write(path, content)
}

/** A pull request that changes files of main, checked out as GitHub would merge it. */
export async function openEdit(
  lab: Lab,
  onMain: Files,
  inPull: Files,
  options: Omit<Parameters<typeof openPull>[1], 'headBranch'> = {},
): Promise<Pull> {
  const { state } = lab.github
  addCommit(state, { branch: 'main', files: onMain })
  const pull = openPull(state, { headBranch: 'edit', files: inPull, ...options })
  await checkOut(lab, pull.mergeSha)
  return pull
}
