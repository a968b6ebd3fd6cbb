// Takes the picture of a pull-request comment: npm run generate, then node scripts/picture.ts [--open] [FILE]. Needs Chromium and pngquant.
// --open unfolds the details. FILE is docs/comment.png where it is not given.
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { INPUTS } from '../src/generated/inputs.ts'
import { gate, renderMarkdown } from '../src/library/index.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')

/** CSS pixels; the picture has twice as many. */
const WIDTH = 900
const SCALE = 2
const DAY_MS = 24 * 60 * 60 * 1000

const STYLE = `
  :root { color: #1f2328; background: #fff; font: 14px/1.5 Inter, "Liberation Sans", Arial, sans-serif, "Noto Color Emoji" }
  body { margin: 0; padding: 12px }
  article { border: 1px solid #d1d9e0; border-radius: 6px; overflow: hidden }
  header { padding: 8px 16px; color: #59636e; background: #f6f8fa; border-bottom: 1px solid #d1d9e0 }
  header b { color: #1f2328 }
  header span { margin-left: 4px; padding: 0 6px; font-size: 12px; border: 1px solid #d1d9e0; border-radius: 1em }
  main { padding: 16px }
  main > :first-child { margin-top: 0 }
  main > :last-child { margin-bottom: 0 }
  h3 { margin: 24px 0 16px; font-size: 1.25em; line-height: 1.25 }
  p, table, details { margin: 0 0 16px }
  table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; font-variant-numeric: tabular-nums }
  th, td { padding: 6px 13px; border: 1px solid #d1d9e0 }
  tbody tr:nth-child(2n) { background: #f6f8fa }
  code { padding: .2em .4em; font: 85% "DejaVu Sans Mono", monospace; background: #818b981f; border-radius: 6px; white-space: break-spaces }
  sub { position: relative; bottom: -.25em; font-size: 75%; line-height: 0; vertical-align: baseline }
  summary { cursor: pointer }
  ul { padding-left: 2em }`

/** The comment on a pull request like examples/pr-regression, in Markdown, from a workspace laid out as the quick start of the README has it. */
async function renderComment(folder: string): Promise<string> {
  const [policy, baseline] = ['catalog/policies/cost_governance.yaml', '.github/llm-cost-baseline.json']
  await cp(join(root, 'examples/pr-regression'), folder, { recursive: true })
  for (const file of [policy, baseline]) await mkdir(join(folder, dirname(file)), { recursive: true })
  await cp(join(root, 'examples/cost_governance.yaml'), join(folder, policy))
  const summary: object = JSON.parse(await readFile(join(root, 'examples/baseline_summary.json'), 'utf8'))
  // The comment shows the baseline's age: one that grows would change the picture every day.
  const createdAt = new Date(Date.now() - 2 * DAY_MS).toISOString()
  await writeFile(join(folder, baseline), JSON.stringify({ ...summary, created_at: createdAt }))
  const report = await gate({ workingDirectory: folder, baselinePath: baseline, commit: '3f9c2ab' })
  // On a pull request somebody may accept it.
  const settings = { ...report.settings, approval_label: INPUTS['approval-label'].default }
  return renderMarkdown({ ...report, settings })
}

function renderPage(markdown: string, isOpen: boolean): string {
  const comment = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  const body = isOpen ? comment.replaceAll('<details>', '<details open>') : comment
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>
<article><header><b>github-actions</b> <span>bot</span> commented</header><main>${body}</main></article>
<script>document.body.dataset.height = Math.ceil(document.body.getBoundingClientRect().height)</script>`
}

async function runChromium(folder: string, page: string, height: number, ...flags: string[]): Promise<string> {
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  const view = ['--hide-scrollbars', `--window-size=${WIDTH},${height}`, `--force-device-scale-factor=${SCALE}`]
  const profile = `--user-data-dir=${join(folder, 'profile')}`
  const words = ['--headless', '--no-sandbox', '--disable-gpu', ...quiet, ...view, profile, ...flags, `file://${page}`]
  return (await run(process.env.CHROMIUM ?? 'chromium', words, { maxBuffer: 1 << 26 })).stdout
}

const words = process.argv.slice(2)
const file = resolve(words.find((word) => !word.startsWith('--')) ?? join(root, 'docs/comment.png'))
const folder = await mkdtemp(join(tmpdir(), 'llm-cost-gate-picture-'))
try {
  const page = join(folder, 'comment.html')
  await writeFile(page, renderPage(await renderComment(join(folder, 'workspace')), words.includes('--open')))
  // A screenshot is as high as the window: the page itself says how high it is.
  const height = Number(/data-height="(\d+)"/.exec(await runChromium(folder, page, 600, '--dump-dom'))?.[1])
  const picture = join(folder, 'comment.png')
  await runChromium(folder, page, height, `--screenshot=${picture}`)
  // Chromium writes 24-bit colour; text in few colours needs a third of that.
  await run('pngquant', ['--force', '--strip', '--speed', '1', '--quality', '65-90', '--output', file, picture])
} finally {
  await rm(folder, { recursive: true, force: true })
}
