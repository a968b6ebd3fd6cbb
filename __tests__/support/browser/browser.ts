import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { type BrowserEvent, talk } from './pipe.ts'

const PLACES = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser of this machine; null: it has none, so tests in it are skipped. */
export const CHROMIUM = PLACES.find((place) => place !== undefined && existsSync(place)) ?? null
/** What stands behind the name of a test that is skipped without one. */
export const WITHOUT = CHROMIUM === null ? ' (skipped: no Chromium here; CHROME_PATH names one)' : ''

export interface Look {
  readonly width?: number
  readonly height?: number
  readonly scheme?: 'light' | 'dark'
  /** Whether scripts of the page run. */
  readonly scripts?: boolean
}

export interface Page {
  /** Value of an expression in the page. */
  readonly evaluate: <T>(expression: string) => Promise<T>
  /** Presses a key: `Tab`, `Enter`, or a letter. */
  readonly press: (key: string) => Promise<void>
  readonly type: (text: string) => Promise<void>
  readonly picture: () => Promise<Buffer>
  /** Addresses that were asked for, the page itself included. */
  readonly requests: readonly string[]
  /** What stands in the console, and what was thrown or refused. */
  readonly complaints: readonly string[]
}

export interface Browser {
  readonly open: (url: string, look?: Look) => Promise<Page>
  readonly close: () => Promise<void>
}

/** Starts the browser without a window, with a profile of its own. */
export async function startBrowser(): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'llm-cost-gate-browser-'))
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run', '--remote-debugging-pipe']
  const child = spawn(CHROMIUM ?? '', [...flags, `--user-data-dir=${profile}`], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const listeners = new Set<(event: BrowserEvent) => void>()
  const send = talk(child.stdio[4] as Readable, child.stdio[3] as Writable, (event) => {
    for (const listener of listeners) listener(event)
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  return {
    open: (url, look) => open(send, listeners, url, look),
    async close() {
      await send('Browser.close').catch(() => child.kill())
      await gone
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

type Send = ReturnType<typeof talk>

async function open(
  send: Send,
  listeners: Set<(event: BrowserEvent) => void>,
  url: string,
  { width = 1280, height = 900, scheme = 'light', scripts = true }: Look = {},
): Promise<Page> {
  const requests: string[] = []
  const complaints: string[] = []
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string }
  const ask = (method: string, params: object = {}) => send(method, params, sessionId)
  const loaded = new Promise<void>((resolve) => {
    listeners.add(({ method, params, sessionId: from }) => {
      if (from !== sessionId) return
      if (method === 'Network.requestWillBeSent') requests.push((params.request as { url: string }).url)
      if (method === 'Runtime.consoleAPICalled' || method === 'Runtime.exceptionThrown' || method === 'Log.entryAdded')
        complaints.push(JSON.stringify(params))
      if (method === 'Page.loadEventFired') resolve()
    })
  })
  for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await ask(`${domain}.enable`)
  await ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
  await ask('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] })
  await ask('Emulation.setScriptExecutionDisabled', { value: !scripts })
  await ask('Page.navigate', { url })
  await loaded
  return {
    requests,
    complaints,
    async evaluate<T>(expression: string): Promise<T> {
      const answer = (await ask('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })) as {
        result: { value: T }
        exceptionDetails?: { exception?: { description?: string } }
      }
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? 'the page threw')
      return answer.result.value
    },
    async press(key) {
      const text = key === 'Enter' ? '\r' : undefined
      const codes: Record<string, number> = { Tab: 9, Enter: 13 }
      const event = { key, code: key, text, windowsVirtualKeyCode: codes[key] ?? 0 }
      await ask('Input.dispatchKeyEvent', { type: text === undefined ? 'rawKeyDown' : 'keyDown', ...event })
      await ask('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
    },
    async type(text) {
      await ask('Input.insertText', { text })
    },
    async picture() {
      const { data } = (await ask('Page.captureScreenshot', { format: 'png' })) as { data: string }
      return Buffer.from(data, 'base64')
    },
  }
}
