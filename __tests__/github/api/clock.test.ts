import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createClient } from '../../../src/github/api/client.ts'

/** What the log says after some requests to a GitHub whose clock is this much ahead of ours. */
async function logWith(aheadMs: number): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', date: new Date(Date.now() + aheadMs).toUTCString() })
    response.end('{"login":"dev"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const lines: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
  try {
    const client = await createClient({ token: 'test', apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
    for (let count = 0; count < 3; count++) await client.request('GET /user')
  } finally {
    write.mockRestore()
  }
  return lines.join('')
}

describe('the clock of this machine', () => {
  it.each([
    [-600_000, 'The clock of this machine is 10 minutes ahead of'],
    [3_600_000, 'The clock of this machine is 60 minutes behind'],
  ])('is told once where that of GitHub is %d ms ahead of it', async (aheadMs, told) => {
    expect((await logWith(aheadMs)).split(told)).toHaveLength(2)
  })

  it.each([0, 280_000, -280_000])('is not worth a word with %d ms', async (aheadMs) => {
    expect(await logWith(aheadMs)).toBe('')
  })
})
