import { describe, expect, it } from 'vitest'
import { findRenamed } from '../../../src/judge/subjects/renamed.ts'

describe('the new name that an old one may have become', () => {
  it.each<[string, string, string[], string | null]>([
    ['holds it', 'planner', ['writer', 'planner-v2'], 'planner-v2'],
    ['is part of it', 'team/planner', ['writer', 'planner'], 'planner'],
    ['holds it in another case', 'Planner', ['the-PLANNER-2'], 'the-PLANNER-2'],
    ['holds what is left of a glob', '*planner*', ['the-planner-of-all'], 'the-planner-of-all'],
    ['holds three letters', 'bot', ['the-long-bot-of-all'], 'the-long-bot-of-all'],
    ['holds two letters, which are part of many names', 'ai', ['the-main-one'], null],
    ['is two letters, which are part of many names', 'the-main-one', ['ai'], null],
    ['is three letters', 'the-long-bot-of-all', ['bot'], 'bot'],
    ['is the nearest in length, longer', 'planner', ['planner-of-everything', 'planner-2', 'my-planner-of-it'], 'planner-2'],
    ['is the nearest in length, shorter', 'planner-of-all', ['planner', 'planner-of-all-our-teams-and-others', 'planner-of'], 'planner-of'],
    ['is the nearest of a longer and a shorter one', 'planner-2', ['planner-2-of-everything', 'planner'], 'planner'],
    ['is the first of two that are as near', 'planner', ['planner-b', 'planner-a'], 'planner-b'],
    ['has it and is further in length than one that has not', 'planner', ['reviewer', 'planner-of-all'], 'planner-of-all'],
    ['is a slip of the pen', 'planner', ['writer', 'planer'], 'planer'],
    ['is none of those that are not like it', 'planner', ['writer', 'editor'], null],
    ['is none of none', 'planner', [], null],
  ])('%s', (_, old, names, renamed) => {
    expect(findRenamed(names)(old)).toBe(renamed)
  })
})
