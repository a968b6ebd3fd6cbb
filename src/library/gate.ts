import { localFiles } from '../files/source.ts'
import { runGate } from '../gate.ts'
import type { Report } from '../generated/types.ts'
import type { GateOptions } from './options.ts'
import { toSettings } from './settings.ts'

/** The whole gate on a workspace, as in a terminal. */
export async function gateWorkspace({ commit = null, ...options }: GateOptions): Promise<Report> {
  const settings = toSettings(options)
  return runGate(settings, {
    mode: 'gate',
    now: Date.now,
    commit,
    onProgress: () => {},
    files: localFiles(settings['working-directory']),
    findBaseline: null,
    findApproval: null,
    reviewFiles: null,
  })
}
