import { posix } from 'node:path'
import type { Links } from '../../generated/types.ts'
import { pathInRepository } from '../../trust/repository.ts'
import type { Job } from '../job.ts'

/** Where on GitHub a job runs. */
export function linksOf({ env, occasion, folders }: Job): Links {
  const { run, repository } = occasion
  const file = pathInRepository(folders, 'any-file')
  return {
    run_url: run.url,
    repository_url: `${env.GITHUB_SERVER_URL || 'https://github.com'}/${repository.owner}/${repository.repo}`,
    folder: file === null ? null : posix.dirname(file),
  }
}
