import { describe, expect, it } from 'vitest'
import { readCheckedOut } from '../../src/trust/checkout.ts'
import { isInCheckout, pathInRepository, rootOf } from '../../src/trust/repository.ts'
import { workspace } from '../support/read/workspace.ts'
import { foldersOf } from '../support/trust/reviewed.ts'

const SHA = 'a'.repeat(40)
const OTHER = 'b'.repeat(40)
const packed = `# pack-refs with: peeled fully-peeled sorted\n${OTHER} refs/heads/topic-2\n${SHA} refs/heads/topic\n^${OTHER}\n`

const remote = (name: string) => `[remote "origin"]\n\turl = https://github.com/acme/${name}\n`

describe('the commit that is checked out', () => {
  it.each<[string, Readonly<Record<string, string>>, string | null]>([
    ['of a detached head is in it', { '.git/HEAD': `${SHA}\n` }, SHA],
    ['of a branch is in its file', { '.git/HEAD': 'ref: refs/heads/a/b\n', '.git/refs/heads/a/b': `${SHA}\n` }, SHA],
    ['of a packed branch is in the list', { '.git/HEAD': 'ref: refs/heads/topic\n', '.git/packed-refs': packed }, SHA],
    [
      'of a branch that moved since it was packed is in its file',
      { '.git/HEAD': 'ref: refs/heads/topic\n', '.git/packed-refs': packed, '.git/refs/heads/topic': OTHER },
      OTHER,
    ],
    [
      'of a worktree is in the folder that its file names',
      {
        '.git': 'gitdir: main/.git/worktrees/w\n',
        'main/.git/worktrees/w/HEAD': 'ref: refs/heads/topic\n',
        'main/.git/worktrees/w/commondir': '../..\n',
        'main/.git/packed-refs': packed,
      },
      SHA,
    ],
    ['of a branch without a commit is not known', { '.git/HEAD': 'ref: refs/heads/none\n', '.git/packed-refs': packed }, null],
    ['of something else is not known', { '.git/HEAD': 'x\n' }, null],
    ['of no checkout is not known', {}, null],
  ])('%s', (_, files, expected) => {
    expect(readCheckedOut(workspace(files))).toBe(expected)
  })
})

describe('the root of the checkout', () => {
  it.each([
    ['the workspace', ['.git/HEAD'], 'team', ''],
    ['a folder of it', ['repo/.git/HEAD'], 'repo/team', 'repo'],
    ['the outermost, so that a submodule is none', ['.git/HEAD', 'team/.git'], 'team', ''],
    ['the workspace where nothing is checked out', ['team/x'], 'team', ''],
    ['the workspace where what is checked out lies elsewhere', ['repo/.git/HEAD', 'team/x'], 'team', ''],
  ])('is %s', (_, files, cwd, root) => {
    const folder = workspace(Object.fromEntries(files.map((file) => [file, SHA])))
    const folders = foldersOf(folder, `${folder}/${cwd}`)
    expect(rootOf(folders)).toBe(root === '' ? folder : `${folder}/${root}`)
    expect(pathInRepository(folders, `${folder}/${cwd}/policy.yaml`)).toBe(`${cwd}/policy.yaml`.replace(/^repo\//, ''))
  })

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['the one of this repository in that of another', { '.git/config': remote('tools'), 'repo/.git/config': remote('agents') }, 'repo'],
    ['the one of this repository in one that says nothing', { '.git/HEAD': SHA, 'repo/.git/config': remote('agents') }, 'repo'],
    ['the outermost of this repository', { '.git/config': remote('agents'), 'repo/.git/config': remote('agents') }, ''],
    ['the outermost where none is of this repository', { '.git/config': remote('fork'), 'repo/.git/config': remote('tools') }, ''],
  ])('is %s', (_, files, root) => {
    const folder = workspace(files)
    expect(rootOf(foldersOf(folder, `${folder}/repo/team`))).toBe(root === '' ? folder : `${folder}/${root}`)
  })

  it('leaves out what lies beside it', () => {
    const folder = workspace({ 'repo/.git/HEAD': SHA, 'other/.git/HEAD': OTHER })
    const folders = foldersOf(folder, `${folder}/repo`)
    expect(pathInRepository(folders, '../central.yaml')).toBeNull()
    expect(['../central.yaml', '../other/central.yaml', 'a.yaml'].map((file) => isInCheckout(folders, file))).toEqual([false, true, true])
  })
})
