import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isCloneOf } from '../../src/trust/clone.ts'
import { workspace } from '../support/read/workspace.ts'

const agents = { owner: 'acme', repo: 'agents' }
/** As actions/checkout leaves it. */
const config = (url: string, section = 'remote "origin"') =>
  `[core]\n\tbare = false\n[${section}]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n[gc]\n\tauto = 0\n`

describe('a checkout of a repository is known by its remote', () => {
  it.each<[url: string, section: string | undefined, expected: boolean]>([
    ['https://github.com/acme/agents', undefined, true],
    ['https://github.com/Acme/Agents.git', undefined, true],
    ['git@github.com:acme/agents.git', undefined, true],
    ['ssh://git@ghes.example:2222/acme/agents/', undefined, true],
    ['https://github.com/acme/agents', 'remote "upstream"', true],
    ['https://github.com/acme/tools', undefined, false],
    ['https://github.com/mallory/agents', undefined, false],
    ['https://github.com/acme/agents.wiki.git', undefined, false],
    ['https://github.com/evil-acme/agents', undefined, false],
    ['https://github.com/acme/agents', 'submodule "repo"', false],
    ['https://github.com/acme/agents', 'url "https://proxy/acme/agents"', false],
  ])('%s in %s: %s', (url, section, expected) => {
    const folder = workspace({ 'repo/.git/config': config(url, section) })
    expect(isCloneOf(agents, folder, join(folder, 'repo'))).toBe(expected)
  })

  it('and by nothing that a pull request can bring', () => {
    const real = 'modules/repo'
    const folder = workspace({
      [`${real}/config`]: config('https://github.com/acme/agents'),
      'repo/.git': `gitdir: ../${real}\n`,
      'x/y': '',
    })
    symlinkSync(join(folder, real), join(folder, 'x/.git'))
    const clone = workspace({ '.git/config': config('https://github.com/acme/agents') })
    symlinkSync(clone, join(folder, 'link'))
    expect(isCloneOf(agents, clone, clone)).toBe(true)
    expect(['repo', 'x', 'link', 'none'].map((name) => isCloneOf(agents, folder, join(folder, name)))).toEqual([false, false, false, false])
  })
})
