import { describe, expect, it } from 'vitest'
import { findBrokenBase, findBrokenPolicy, findBrokenProposal } from '../../src/judge/deciding-files.ts'

describe('a file that decides and cannot be read', () => {
  const subject = { kind: 'data', name: null }

  it('by the pull request is an error that a person may accept', () => {
    expect(findBrokenProposal('p.yaml:1: no')).toMatchObject({
      ...{ rule: 'broken_in_pull_request', level: 'error', approvable: true, eased: null, subject },
      message: 'by its own version nothing can be judged: p.yaml:1: no',
    })
  })

  it('on the base is one too, because the judged wrote what judges', () => {
    expect(findBrokenBase('p.yaml:1: no')).toMatchObject({ rule: 'broken_on_base', level: 'error', approvable: true, subject })
  })

  it('keeps nobody from recording', () => {
    expect(findBrokenPolicy('p.yaml:1: no')).toMatchObject({
      ...{ rule: 'broken_policy', level: 'warning', approvable: false, subject },
      message: 'judged without a policy: p.yaml:1: no',
    })
  })
})
