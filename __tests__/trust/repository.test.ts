import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pathInRepository } from '../../src/trust/repository.ts'
import { workspace } from '../support/read/workspace.ts'
import { foldersOf } from '../support/trust/reviewed.ts'

describe('the path of a file in the repository', () => {
  it.each([
    ['policy.yaml', '', 'policy.yaml'],
    ['./a//b/../policy.yaml', '', 'a/policy.yaml'],
    ['policy.yaml', 'team/llm', 'team/llm/policy.yaml'],
    ['../policy.yaml', 'team/llm', 'team/policy.yaml'],
    ['../../../policy.yaml', 'team/llm', null],
    ['..', '', null],
    ['.', '', null],
    ['..policy.yaml', '', '..policy.yaml'],
    ['/etc/policy.yaml', '', null],
    ['vendor/.git/policy.yaml', '', 'vendor/.git/policy.yaml'],
  ])('%s from the folder %j is %s', (file, cwd, expected) => {
    expect(pathInRepository(foldersOf('/home/runner/space', join('/home/runner/space', cwd)), file)).toBe(expected)
  })

  it('is none beside the workspace, where only the names begin alike', () => {
    expect(pathInRepository(foldersOf('/home/runner/space', '/home/runner/space-evil'), 'policy.yaml')).toBeNull()
  })

  it('may be absolute', () => {
    expect(pathInRepository(foldersOf('/home/runner/space', '/home/runner/space/team'), '/home/runner/space/a.yaml')).toBe('a.yaml')
  })

  it('goes by names: no link or nested repository that a pull request makes leads out of it', () => {
    const folder = workspace({ 'nested/.git/HEAD': 'ref: x', 'nested/policy.yaml': 'evil' })
    mkdirSync(join(folder, 'real'))
    symlinkSync('/etc', join(folder, 'link'))
    const folders = foldersOf(folder)
    expect(pathInRepository(folders, 'nested/policy.yaml')).toBe('nested/policy.yaml')
    expect(pathInRepository(folders, 'link/policy.yaml')).toBe('link/policy.yaml')
  })
})
