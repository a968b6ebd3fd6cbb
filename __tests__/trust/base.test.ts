import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FaultyFile } from '../../src/errors.ts'
import { addCommit } from '../support/github/story/story.ts'
import { workspace } from '../support/read/workspace.ts'
import { FILE, foldersOf, github, open, stageGitHub, type Versions, wanted } from '../support/trust/reviewed.ts'

stageGitHub()

describe('a file that decides a verdict', () => {
  const base = { origin: 'base', commit: expect.stringMatching(/^[0-9a-f]{40}$/) }
  it.each<[string, Versions, string | null, object | null, string | null | undefined]>([
    ['that nobody touched is the base', { start: 'a' }, 'a', { ...base, change: 'unchanged' }, undefined],
    ['that the pull request edits is the base', { start: 'a', head: 'b' }, 'a', { ...base, change: 'changed' }, 'b'],
    ['that it removes is the base', { start: 'a', head: null }, 'a', { ...base, change: 'removed' }, null],
    ['that both edited is the base', { start: 'a', base: 'c', head: 'b' }, 'c', { ...base, change: 'changed' }, 'b'],
    ['that both edited alike is the base', { start: 'a', base: 'b', head: 'b' }, 'b', { ...base, change: 'unchanged' }, undefined],
    ['that only the base edited since is no edit', { start: 'a', base: 'c' }, 'c', { ...base, change: 'unchanged' }, undefined],
    ['that only the base got since is no removal', { start: null, base: 'c' }, 'c', { ...base, change: 'unchanged' }, undefined],
    [
      'that the workspace has merged already is the base',
      { start: 'a', base: 'c', own: 'c' },
      'c',
      { ...base, change: 'unchanged' },
      undefined,
    ],
    ['that a step changed is the base', { start: 'a', own: 'x' }, 'a', { ...base, change: 'unchanged' }, undefined],
    ['that a step took away is the base', { start: 'a', own: null }, 'a', { ...base, change: 'unchanged' }, undefined],
    [
      'that the pull request adds is its own, and is shown',
      { start: null, head: 'b' },
      'b',
      { origin: 'pull-request', commit: null, change: 'added' },
      'b',
    ],
    [
      'that it adds and a step changed is as it was committed',
      { start: null, head: 'b', own: 'x' },
      'b',
      { origin: 'pull-request', commit: null, change: 'added' },
      'b',
    ],
    ['that the base took away since is none, though the head still has it', { start: 'a', base: null }, null, null, undefined],
    [
      'that the base took away since and the head edits counts as added',
      { start: 'a', base: null, head: 'b' },
      'b',
      { origin: 'pull-request', commit: null, change: 'added' },
      'b',
    ],
    ['that a step wrote is labelled so', { start: null, own: 'x' }, 'x', { origin: 'workspace', commit: null, change: 'added' }, undefined],
    ['that is nowhere is none', { start: null }, null, null, undefined],
  ])('%s', async (_, versions, text, used, proposed) => {
    const files = await open(versions)
    expect(await files.read(wanted)).toBe(text)
    expect(files.used).toEqual(used === null ? [] : [{ kind: 'policy', path: FILE, ...used }])
    expect(await files.proposed()?.read(wanted)).toBe(proposed)
  })

  it('that the pull request adds is its own where the workspace lacks it and the workflow names it', async () => {
    const files = await open({ start: null, head: 'b', own: null })
    expect(await files.read(wanted)).toBe('b')
    expect(files.used).toMatchObject([{ origin: 'pull-request', change: 'added' }])
  })

  it.each(['baseline', 'prices'] as const)('that the pull request adds has no force, and is shown: %s', async (kind) => {
    const files = await open({ start: null, head: 'b' })
    expect(await files.read({ ...wanted, kind })).toBeNull()
    expect(files.used).toEqual([{ kind, path: FILE, origin: 'pull-request', commit: null, change: 'added' }])
    expect(await files.proposed()?.read({ ...wanted, kind })).toBe('b')
  })

  it('that a fork adds does not count, and is shown', async () => {
    const files = await open({ start: null, head: 'b' }, { mayAdopt: false })
    expect(await files.read(wanted)).toBeNull()
    expect(files.used).toMatchObject([{ origin: 'base', change: 'added' }])
    expect(await files.proposed()?.read(wanted)).toBe('b')
  })

  it("that a step wrote for a fork does not count: the fork's code may have", async () => {
    const files = await open({ start: null, own: 'x' }, { mayAdopt: false })
    expect(await files.read(wanted)).toBeNull()
    expect(files.used).toEqual([])
  })

  it('that a step wrote where nobody named it does not count: code of the pull request may have', async () => {
    const files = await open({ start: null, own: 'x' })
    expect(await files.read({ ...wanted, isNamed: false })).toBeNull()
    expect(files.used).toEqual([])
  })

  it.each([true, false])('that a step wrote into the checkout stops: may adopt %s', async (mayAdopt) => {
    const folder = workspace({ [FILE]: 'x', '.git/HEAD': 'a' })
    const files = await open({ start: null }, { mayAdopt, folders: foldersOf(folder) })
    const advice = 'Commit it, or have a step write it outside of every checkout, for example to $RUNNER_TEMP, and name it'
    const error = `${FILE}: is in the workspace, but neither in the base commit ${files.baseSha.slice(0, 7)} nor in the head commit`
    await expect(files.read(wanted)).rejects.toThrow(error)
    await expect(files.read(wanted)).rejects.toThrow(advice)
    await expect(files.read({ ...wanted, isNamed: false })).rejects.toThrow(error)
  })

  it.each([true, false])('that the base branch got since the event stops, and opens no gate: named %s', async (isNamed) => {
    const folder = workspace({ [FILE]: 'x', '.git/HEAD': 'a' })
    const files = await open({ start: null }, { folders: foldersOf(folder) })
    addCommit(github.state, { branch: 'main', files: { [FILE]: 'x' } })
    const message = await files.read({ ...wanted, isNamed }).then(String, (error: Error) => error.message)
    const commits = /neither in the base commit \w{7} nor in the head commit \w{7} of this event/
    expect(message).toMatch(new RegExp(`^${FILE}: is new on main, but ${commits.source}\\. Update the branch of the pull request$`))
  })

  it('that a step wrote stops where the base branch is gone, too', async () => {
    const folder = workspace({ [FILE]: 'x', '.git/HEAD': 'a' })
    const files = await open({ start: null }, { folders: foldersOf(folder) })
    github.state.branches.delete('main')
    await expect(files.read(wanted)).rejects.toThrow(`${FILE}: is in the workspace, but neither in the base commit`)
  })

  it.each([true, false])('that the repository has by another path stops: named %s', async (isNamed) => {
    const folder = workspace({ [`repo/${FILE}`]: 'x' })
    const files = await open({ start: 'a', head: 'b' }, { folders: foldersOf(folder, join(folder, 'repo')) })
    const error = `${FILE}: is in the workspace as repo/${FILE}, but in the repository as ${FILE}. Let actions/checkout put the repository into repo`
    await expect(files.read({ ...wanted, isNamed })).rejects.toThrow(error)
  })

  it('that is broken on the base and mended in the head is read as the pull request has it, and labelled so', async () => {
    const files = await open({ start: 'x'.repeat(1025), head: 'b' })
    const small = { ...wanted, largest: 1024 }
    await expect(files.read(small)).rejects.toThrow(FaultyFile)
    const mended = files.mended([FILE])
    expect(await mended?.read(small)).toBe('b')
    expect(mended?.used).toEqual([{ kind: 'policy', path: FILE, origin: 'pull-request', commit: null, change: 'changed' }])
  })

  it('that the head leaves as broken as it was is no edit', async () => {
    const files = await open({ start: 'x'.repeat(1025), base: 'c' })
    expect(await files.read({ ...wanted, largest: 1024 })).toBe('c')
    expect([files.proposed(), files.mended([FILE])]).toEqual([null, null])
  })

  it.each<[string, Versions, string, string]>([
    ['edited', { start: 'a', head: 'b', own: 'evil' }, 'changed', 'b'],
    ['unchanged', { start: 'a', own: 'evil' }, 'unchanged', ''],
  ])('of a head that is not checked out is read from GitHub, and nothing from the workspace: %s', async (_, versions, change, proposed) => {
    const files = await open(versions, { isCheckedOut: false })
    expect(await files.read(wanted)).toBe('a')
    expect(files.used).toMatchObject([{ origin: 'base', change }])
    expect((await files.proposed()?.read(wanted)) ?? '').toBe(proposed)
  })

  it('outside of the workspace is read as it is', async () => {
    const outside = workspace({ 'prices.yaml': 'mine' })
    const files = await open({ start: 'a' })
    const file = join(outside, 'prices.yaml')
    expect(await files.read({ ...wanted, file })).toBe('mine')
    expect(files.used).toEqual([{ kind: 'policy', path: file, origin: 'workspace', commit: null, change: 'unchanged' }])
    expect(github.requests).toEqual([])
  })

  it('is that of the base although the pull request put a link where its folder was', async () => {
    const evil = workspace({ 'policy.yaml': 'evil' })
    const folder = workspace()
    symlinkSync(evil, join(folder, 'rules'))
    const files = await open({ start: 'a' }, { folders: foldersOf(folder) })
    expect(await files.read(wanted)).toBe('a')
  })

  it('is named from the root of the repository, wherever the inputs start from', async () => {
    const folder = workspace({ [FILE]: 'b' })
    const files = await open({ start: 'a', head: 'b' }, { folders: foldersOf(folder, join(folder, 'rules')) })
    expect(await files.read({ ...wanted, file: 'policy.yaml' })).toBe('a')
    expect(await files.read({ ...wanted, file: '../rules/policy.yaml' })).toBe('a')
  })

  it('over 1 MiB comes in raw form, whole', async () => {
    const large = 'x'.repeat((1 << 20) + 1)
    const files = await open({ start: large, head: 'b' })
    expect(await files.read({ ...wanted, largest: 2 << 20 })).toBe(large)
  })
})
