import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'
import promises from 'node:timers/promises'
import { promisify } from 'node:util'

/** Preloaded into a process under test: every wait is shorter by the factor that QUICK says, every deadline by QUICK_DEADLINES. Nothing else is changed. */
const factor = Number(process.env.QUICK)
const deadlineFactor = Number(process.env.QUICK_DEADLINES ?? factor)
/** What calls back later than this is a deadline: that of an upload is a minute, and no client waits so long. Unit: milliseconds. */
const LONGEST_WAIT = 30_000

const { setTimeout: wait } = timers
const { setTimeout: sleep } = promises
const abortAfter = AbortSignal.timeout

const waitLess = (callback: () => void, ms = 0, ...values: []) =>
  wait(callback, ms / (ms > LONGEST_WAIT ? deadlineFactor : factor), ...values)
const sleepLess: typeof sleep = (ms = 0, value, options) => sleep(ms / factor, value, options)

Object.assign(timers, { setTimeout: Object.assign(waitLess, { [promisify.custom]: sleepLess }) })
Object.assign(promises, { setTimeout: sleepLess })
Object.assign(globalThis, { setTimeout: timers.setTimeout })
AbortSignal.timeout = (ms) => abortAfter(Math.round(ms / deadlineFactor))
syncBuiltinESMExports()
