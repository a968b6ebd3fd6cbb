import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

/** Preloaded into a process under test: notes every module that it loads, one address a line, in the file that LOADS_FILE names. */
registerHooks({
  load(url, context, nextLoad) {
    appendFileSync(process.env.LOADS_FILE ?? '', `${url}\n`)
    return nextLoad(url, context)
  },
})
