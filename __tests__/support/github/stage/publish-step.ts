// A step that publishes what a test hands it, so that the toolkit meets a runner's environment in a process of its own.
import { warning } from '@actions/core'
import { createClient } from '../../../../src/github/api/client.ts'
import { readOccasion } from '../../../../src/github/facts/event.ts'
import { writeLog } from '../../../../src/github/publish/log.ts'
import { publish } from '../../../../src/github/publish/publish.ts'

const { outputs, comment, ...rest } = JSON.parse(process.env.PUBLICATION ?? '')
const { repository, pull, headSha } = await readOccasion(process.env)
const sticky = comment && { ...comment, render: () => comment.body }
const { isMarked } = await publish(
  { ...rest, outputs: new Map(outputs), comment: sticky },
  {
    env: process.env,
    repository,
    pullNumber: pull?.number ?? null,
    headSha,
    client: () => createClient({ token: process.env['INPUT_GITHUB-TOKEN'] ?? '', apiUrl: process.env.GITHUB_API_URL ?? '' }),
    warn: warning,
    say: writeLog,
  },
)
writeLog(`marked: ${isMarked}`)
