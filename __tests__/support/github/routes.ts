import type { Operations } from './answer.ts'
import { artifacts } from './routes/artifacts.ts'
import { comments } from './routes/comments.ts'
import { commits } from './routes/commits.ts'
import { issues } from './routes/issues.ts'
import { pulls } from './routes/pulls.ts'
import { repository } from './routes/repository.ts'
import { runs } from './routes/runs.ts'
import { statuses } from './routes/statuses.ts'
import { tickets } from './routes/tickets.ts'

/** What this server plays of GitHub's REST API. */
export const routes: Operations = new Map([
  ...[...repository, ...commits, ...comments, ...pulls, ...issues],
  ...[...runs, ...artifacts, ...statuses, ...tickets],
])
