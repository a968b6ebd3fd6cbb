import { readHead } from '../../files/head.ts'
import { nameText } from '../foreign/texts.ts'
import { findCandidates } from './candidates.ts'

/** What tools write besides JSON. */
const TEXTS = '{,*/}*.{csv,yaml,yml,html,xml,log}'
const HEAD = 64 << 10
/** Files that are looked at: this is a message. */
const MOST = 200

/** Texts that a tool wrote in place of JSON, and what to do; only for who has nothing else. */
export function findHints(cwd: string, folder: string): string[] {
  return findCandidates(cwd, folder, [TEXTS])
    .slice(0, MOST)
    .flatMap(({ path, file }) => {
      const advice = nameText(readHead(path, HEAD))
      return advice === null ? [] : [`${file} ${advice}`]
    })
}
