import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { localFiles } from '../../src/files/source.ts'
import { workspace } from '../support/read/workspace.ts'

const wanted = { kind: 'policy', file: 'policy.yaml', largest: 100, isNamed: true } as const

describe('files of a folder', () => {
  it('are read as they are, and remembered', async () => {
    const files = localFiles(workspace({ 'policy.yaml': 'a' }))
    expect(await files.read(wanted)).toBe('a')
    expect(files.used).toEqual([{ kind: 'policy', path: 'policy.yaml', origin: 'workspace', commit: null, change: 'unchanged' }])
  })

  it('say that they are the pull request’s where that was asked for', async () => {
    const files = localFiles(workspace({ 'policy.yaml': 'a' }), 'pull-request')
    await files.read(wanted)
    expect(files.used).toMatchObject([{ origin: 'pull-request', change: 'unchanged' }])
  })

  it.each(['policy.yaml', 'a/policy.yaml', 'file/policy.yaml'])('that are missing are none: %s', async (file) => {
    const files = localFiles(workspace({ file: 'a' }))
    expect(await files.read({ ...wanted, file })).toBeNull()
    expect(files.used).toEqual([])
  })

  it.each<[string, (cwd: string) => void, RegExp]>([
    ['a folder', (cwd) => mkdirSync(join(cwd, 'policy.yaml')), /is a folder, not a file/],
    ['a device', (cwd) => symlinkSync('/dev/zero', join(cwd, 'policy.yaml')), /is no regular file/],
    ['a link to itself', (cwd) => symlinkSync('policy.yaml', join(cwd, 'policy.yaml')), /ELOOP/],
  ])('that are %s are refused, not missing', async (_, make, expected) => {
    const cwd = workspace()
    make(cwd)
    await expect(localFiles(cwd).read(wanted)).rejects.toThrow(expected)
  })

  it.each([
    [256 << 10, '256 KiB'],
    [2 << 20, '2 MiB'],
  ])('that are too large are refused, with the limit: %d', async (largest, limit) => {
    const files = localFiles(workspace({ 'policy.yaml': 'x'.repeat(largest + 1) }))
    await expect(files.read({ ...wanted, largest })).rejects.toThrow(`policy.yaml: is larger than ${limit}`)
  })
})
