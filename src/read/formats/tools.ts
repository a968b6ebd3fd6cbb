import { ghAw } from './gateways/gh-aw.ts'
import type { Tool } from './tool.ts'

/** All tools whose files are read, in the order in which a value is held against their marks: the first that fits it is it. */
export const TOOLS: readonly Tool[] = [ghAw]
