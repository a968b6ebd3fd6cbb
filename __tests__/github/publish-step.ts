// A step that publishes what a test hands it, so that the toolkit meets a runner's environment in a process of its own.
import { warning } from '@actions/core'
import { publish } from '../../src/github/publish.ts'

const { outputs, ...rest } = JSON.parse(process.env.PUBLICATION ?? '')
await publish({ ...rest, outputs: new Map(outputs) }, process.env, process.env['INPUT_GITHUB-TOKEN'] ?? '', warning)
