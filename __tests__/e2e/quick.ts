import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'
import promises from 'node:timers/promises'
import { promisify } from 'node:util'

/** Preloaded into a process under test: every wait and every deadline is shorter by the factor that QUICK says. Nothing else is changed. */
const factor = Number(process.env.QUICK)

const { setTimeout: wait } = timers
const { setTimeout: sleep } = promises
const abortAfter = AbortSignal.timeout

const waitLess = (callback: () => void, ms = 0, ...values: []) => wait(callback, ms / factor, ...values)
const sleepLess: typeof sleep = (ms = 0, value, options) => sleep(ms / factor, value, options)

Object.assign(timers, { setTimeout: Object.assign(waitLess, { [promisify.custom]: sleepLess }) })
Object.assign(promises, { setTimeout: sleepLess })
Object.assign(globalThis, { setTimeout: timers.setTimeout })
AbortSignal.timeout = (ms) => abortAfter(Math.round(ms / factor))
syncBuiltinESMExports()
