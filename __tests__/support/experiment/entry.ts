// The command line from its sources, for a process of its own.
import { cli } from '../../../src/main.ts'

process.exitCode = await cli()
