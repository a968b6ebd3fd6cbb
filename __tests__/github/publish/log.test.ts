import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toLogLines } from '../../../src/github/publish/log.ts'
import { parseCommands } from '../../support/e2e/runner/commands.ts'
import { tries } from '../../support/tries.ts'

// Text out of the pieces that commands are made of: random characters alone would hardly ever form one.
const commands = [
  '::error::',
  '::add-mask::1',
  '::set-output name=verdict::pass',
  '##[error]',
  '##[add-mask]1',
  '##[set-output name=verdict;]pass',
]
const pieces = ['::', ':', '##[', '#', '[', ']', 'error', ' name=verdict', ';', ',', '\r', '\n', '\t', ' ', '\u00a0', '1']
const unseen = [...'\0\u001b\u0085\u00ad\u200b\u200d\u2028\u202e\u2060\ufe0f\ufeff\u{e0001}\u{e0100}', '\ud800']
const anything = fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...unseen), fc.string({ unit: 'binary', maxLength: 3 }))
const split = fc
  .tuple(fc.constantFrom(...commands), fc.nat(8), anything)
  .map(([command, at, text]) => command.slice(0, at) + text + command.slice(at))
const hostile = fc.array(fc.oneof(anything, fc.constantFrom(...commands), split), { maxLength: 10 })

describe('the log of a runner', () => {
  it('never reads a command out of text', () => {
    let dangerous = 0
    fc.assert(
      fc.property(hostile, (parts) => {
        const text = parts.join('')
        if (parseCommands(text).length > 0) dangerous++
        expect(parseCommands(toLogLines(text))).toEqual([])
      }),
      tries(20_000),
    )
    expect(dangerous).toBeGreaterThan(1000)
  })

  it.each([
    ['plain text', 'plain', '| plain\n'],
    ['lines', 'one\r\ntwo\n', '| one\n| two\n'],
    ['no text', '', ''],
    ['an empty line', 'one\n\ntwo', '| one\n| \n| two\n'],
    ['a command at the start of a line', 'x\r::add-mask::1', '| x\n| ::add-mask::1\n'],
    ['a command of the old form', 'x ##[set-output name=verdict;]pass', '| x ## [set-output name=verdict;]pass\n'],
    ['a command with an invisible character', '#\u200b#[error]x', '| #\ufffd#[error]x\n'],
    ['colours', '\u001b[31mred', '| \ufffd[31mred\n'],
    ['text that runs backwards', 'a\u202eb', '| a\ufffdb\n'],
    ['half a character', 'a\ud800b', '| a\ufffdb\n'],
    ['other scripts', 'Größe\t模型 🤖', '| Größe\t模型 🤖\n'],
  ])('shows %s', (_, text, expected) => {
    expect(toLogLines(text)).toBe(expected)
  })
})
