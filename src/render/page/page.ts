import type { Report } from '../../generated/types.ts'
import { PLAIN } from '../../words/escape.ts'
import { integer } from '../../words/format.ts'
import { isMeasured } from '../verdict/total.ts'
import { writeVerdict } from '../verdict/verdict.ts'
import { writeDocument } from './document.ts'
import { embedReport } from './embed.ts'
import { HTML } from './html.ts'
import { renderCauses } from './sections/change/causes.ts'
import { renderLargest } from './sections/change/largest.ts'
import { renderLimits } from './sections/change/limits.ts'
import { renderRuns } from './sections/change/runs.ts'
import { renderCustomers, renderSubjects } from './sections/change/subjects.ts'
import { renderVerdict } from './sections/change/verdict.ts'
import { renderHistory } from './sections/cost/history.ts'
import { renderMonth } from './sections/cost/month.ts'
import { renderSavings } from './sections/cost/savings.ts'
import { renderSpend } from './sections/cost/spend.ts'
import { renderSuccess } from './sections/cost/success.ts'
import { renderLeftOut } from './sections/trust/left-out.ts'
import { renderPrices } from './sections/trust/prices.ts'
import { renderRules } from './sections/trust/rules.ts'
import { renderSettings } from './sections/trust/settings.ts'
import { renderSources } from './sections/trust/sources.ts'

/** The report as one HTML file: needs no network and no script, and the same report gives the same bytes. */
export function renderPage(report: Report): string {
  const measured = <T>(sections: readonly T[]): readonly T[] => (isMeasured(report) ? sections : [])
  return writeDocument({
    title: writeVerdict(report, PLAIN, false),
    header: renderVerdict(report),
    parts: [
      {
        id: 'change',
        title: 'What changed',
        sections: [
          renderLimits(report),
          ...measured([renderCauses(report), renderRuns(report), ...renderSubjects(report), renderLargest(report)]),
        ],
      },
      {
        id: 'cost',
        title: 'What it costs',
        sections: measured([
          renderHistory(report),
          renderMonth(report),
          renderSpend(report),
          renderCustomers(report),
          renderSuccess(report),
          renderSavings(report),
        ]),
      },
      {
        id: 'trust',
        title: 'What this rests on',
        sections: [
          renderSources(report),
          renderLeftOut(report),
          renderPrices(report),
          renderSettings(report),
          renderRules(report),
          renderData(report),
        ],
      },
    ],
    footer: renderFooter(report),
  })
}

function renderData(report: Report): string | null {
  const embedded = embedReport(report)
  if (embedded === null) return null
  const { json, leftOut, isCut } = embedded
  const lists = leftOut === 0 ? '' : ` ${integer(leftOut)} entries of long lists are left out here.`
  const cut = isCut ? `${lists} report.json has all of it.` : ''
  return [
    '<section aria-labelledby="data">',
    '<h3 id="data">Data</h3>',
    `<p class="note">The report as JSON is part of this page, in the script element <code>report</code>.${cut}</p>`,
    `<script type="application/json" id="report">${json}</script>`,
    '</section>',
  ].join('\n')
}

function renderFooter({ tool, created_at, head }: Report): string {
  const commit = head.commit === null ? '' : `, commit ${HTML.name(head.commit.slice(0, 7))}`
  return `Written by ${HTML.text(`${tool.name} ${tool.version}`)} on ${HTML.text(created_at.slice(0, 16).replace('T', ' '))} UTC${commit}.`
}
