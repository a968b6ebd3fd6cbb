import { join } from 'node:path'
import { makeFolder, writeJson, writeText } from '../files/write.ts'
import { writeLog } from '../github/publish/log.ts'
import type { Stamp } from '../github/publish/marker.ts'
import { type Destination, publish } from '../github/publish/publish.ts'
import { renderReportCsv } from '../render/report/csv.ts'
import { renderReportText } from '../render/report/text.ts'
import { settle } from './exit.ts'
import type { Job } from './job.ts'
import { report } from './modes/report.ts'
import { publicationOfCostReport } from './report-publication.ts'

/** Reports on a period and publishes that. Returns the exit code. An alert is never lost: without the issue that was asked for, the step fails. */
export async function runReportStep(job: Job, destination: Destination, stamp: Stamp): Promise<number> {
  const document = await report(job)
  const isAlert = document.judgement?.alerts === true && !job.settings['dry-run']
  writeLog(renderReportText(document, (_style, text) => text))
  settle(isAlert ? 1 : 0)
  const folder = await makeFolder(job.env.RUNNER_TEMP)
  const files = { json: join(folder, 'cost-report.json'), csv: join(folder, 'cost-report.csv') }
  await writeJson(files.json, document)
  await writeText(files.csv, renderReportCsv(document))
  const { isIssueWritten } = await publish(publicationOfCostReport(document, folder, files, job, stamp), destination)
  return isAlert && !isIssueWritten ? 1 : 0
}
