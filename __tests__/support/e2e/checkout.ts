import { demandCommit } from '../github/graph.ts'
import type { Pull } from '../github/stage/records.ts'
import { addCommit, openPull } from '../github/story/story.ts'
import type { Files } from '../github/story/story-commits.ts'
import type { Lab } from './lab.ts'

/** Checks a commit out as GitHub's action does, into a folder of the workspace. */
export async function checkOut(lab: Lab, name: string, folder = '.'): Promise<void> {
  await putFiles(lab, name, folder)
  await lab.write(`${folder}/.git/HEAD`, `${demandCommit(lab.github.state, name).sha}\n`)
}

/** Puts the files of a commit where a step finds them, and nothing that says where they come from. */
export async function putFiles({ github, write }: Lab, name: string, folder = '.'): Promise<void> {
  for (const [path, content] of demandCommit(github.state, name).files) await write(`${folder}/${path}`, content.toString())
}

/** A file that every commit has, checked out. */
export async function keep({ github, write }: Lab, path: string, content: string): Promise<void> {
  for (const { files } of github.state.commits.values()) files.set(path, content)
  await write(path, content)
}

/** A pull request that changes files of main, as GitHub would merge it. */
export async function openEdit(
  lab: Lab,
  onMain: Files,
  inPull: Files,
  options: Omit<Parameters<typeof openPull>[1], 'headBranch'> = {},
): Promise<Pull> {
  const { state } = lab.github
  addCommit(state, { branch: 'main', files: onMain })
  const pull = openPull(state, { headBranch: 'edit', files: inPull, ...options })
  await putFiles(lab, pull.mergeSha)
  return pull
}
