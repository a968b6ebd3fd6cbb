import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Measurement {
  readonly ms: number
  /** Peak resident memory; 0 where the system does not tell. */
  readonly peakMb: number
  readonly stdout: string
}

/** Runs a command to its end. Rejects where it fails, with what it said. */
export function measure(command: string, args: readonly string[], cwd?: string): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let [stdout, stderr, peakKb] = ['', '', 0]
    child.stdout.on('data', (data) => (stdout += data))
    child.stderr.on('data', (data) => (stderr += data))
    const timer = setInterval(() => (peakKb = Math.max(peakKb, readPeak(child.pid))), 20)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(timer)
      if (code === 0) resolve({ ms: performance.now() - start, peakMb: peakKb / 1024, stdout })
      else reject(new Error(`${command} exited with ${code}: ${stderr}`))
    })
  })
}

/** Linux keeps the high-water mark itself. */
function readPeak(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** The middle of several runs, by time. */
export async function median(times: number, run: () => Promise<Measurement>): Promise<Measurement> {
  const runs: Measurement[] = []
  for (let index = 0; index < times; index++) runs.push(await run())
  const middle = runs.sort((a, b) => a.ms - b.ms)[Math.floor(times / 2)]
  if (!middle) throw new Error('nothing was measured')
  return middle
}
