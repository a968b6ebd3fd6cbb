import { BAD, CHART_COLOURS, type Colour, FOCUS, GOOD, INK, LINE, MUTED, ON_SERIES, PAPER, PLAIN, SERIES, SHADE, WARN } from './palette.ts'

const VARIABLES: Readonly<Record<string, Colour>> = {
  paper: PAPER,
  ink: INK,
  muted: MUTED,
  line: LINE,
  shade: SHADE,
  focus: FOCUS,
  bad: BAD,
  warn: WARN,
  good: GOOD,
  bar: SERIES[0] ?? PLAIN,
  on: ON_SERIES,
  plain: PLAIN,
}

const RULES = `*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:break-word}
header,main,footer{max-width:1080px;margin:0 auto;padding:0 16px}
header{padding-top:24px}
h1{font-size:26px;line-height:1.25;margin:0 0 8px}
h2{font-size:21px;margin:40px 0 0;padding-bottom:6px;border-bottom:1px solid var(--line)}
h3{font-size:17px;margin:28px 0 8px}
h4{font-size:15px;margin:16px 0 4px}
p{margin:6px 0}
ul{margin:6px 0;padding-left:22px}
code{font:.88em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
a{color:var(--focus)}
td code{overflow-wrap:break-word}
nav ul{margin-top:12px;list-style:none;display:flex;flex-wrap:wrap;gap:4px 18px;padding:0}
.note{color:var(--muted);font-size:14px}
.verdict{border-left:6px solid var(--plain);padding:12px 16px;background:var(--shade);border-radius:6px}
.verdict.fail{border-color:var(--bad)}.verdict.warn,.verdict.inconclusive{border-color:var(--warn)}.verdict.pass{border-color:var(--good)}
.scroll{overflow-x:auto;max-width:100%;border:1px solid var(--line);border-radius:6px;margin:8px 0}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:14px}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:6px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
tbody tr:last-child>*{border-bottom:0}
tbody th{font-weight:400;min-width:130px}
thead th{background:var(--shade);color:var(--muted);font-weight:600;white-space:nowrap}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
th button{all:unset;cursor:pointer;color:inherit;font:inherit}
th button:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
th button::after{content:"\\2195\\FE0E";margin-left:4px;opacity:.75}
th[aria-sort=ascending] button::after{content:"\\2191"}
th[aria-sort=descending] button::after{content:"\\2193"}
.filter{display:flex;flex-wrap:wrap;align-items:center;gap:6px 10px;font-size:14px;margin:8px 0}
.filter input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--muted);border-radius:6px;padding:4px 8px;width:220px;max-width:100%}
.badge{color:var(--muted)}.badge.bad{color:var(--bad)}.badge.warn{color:var(--warn)}.badge.good{color:var(--good)}
figure{margin:8px 0;overflow:hidden}
figcaption{color:var(--muted);font-size:14px}
svg.patterns{position:absolute}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:2px 16px;padding:0;margin:4px 0;font-size:14px}
.legend li{overflow-wrap:anywhere}
svg.swatch{display:inline-block;vertical-align:-2px}
.badge{display:inline-block;font-size:12px;line-height:1.5;font-weight:600;padding:0 7px;border:1px solid currentColor;border-radius:10px;white-space:nowrap;vertical-align:1px}
h1 .badge{font-size:15px;padding:0 10px;border-radius:12px;vertical-align:4px;text-transform:uppercase}
svg{display:block;max-width:100%;height:auto}
svg.wide{width:100%}
svg.narrow{display:none}
.limits{list-style:none;padding:0}
.limits li{padding:8px 0;border-bottom:1px solid var(--line)}
.limits .row{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 16px}
.track{position:relative;height:12px;background:var(--shade);border:1px solid var(--muted);border-radius:3px;margin:4px 0;overflow:hidden}
.fill{position:absolute;top:0;bottom:0;left:0;background:var(--bar)}
.fill.bad{background:repeating-linear-gradient(45deg,var(--bad) 0 6px,var(--paper) 6px 8px)}
.fill.ahead{background:repeating-linear-gradient(90deg,var(--muted) 0 2px,transparent 2px 6px)}
.mark{position:absolute;top:0;bottom:0;width:3px;margin-left:-1.5px;background:var(--ink)}
details{margin:8px 0}
summary{cursor:pointer;color:var(--focus)}
footer{padding:32px 16px;color:var(--muted);font-size:14px}
@media (max-width:700px){svg.wide{display:none}svg.narrow{display:block}h1{font-size:21px}th,td{padding:5px 7px}}
@media print{body{font-size:11pt}nav,.filter{display:none}.scroll{overflow:visible;border:0}section,figure,tr{break-inside:avoid}section:has(tr:nth-child(20)){break-inside:auto}thead{display:table-header-group}th button::after{content:""}.fill,.mark,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`

/** The style sheet: dark where the reader's screen is, never on paper. */
export function writeStyle(): string {
  const variables = (mode: keyof Colour) =>
    `:root{${Object.entries(VARIABLES)
      .map(([name, colour]) => `--${name}:${colour[mode]}`)
      .join(';')}}`
  const swap = CHART_COLOURS.flatMap(({ light, dark }) => [
    `svg [fill="${light}"]{fill:${dark}}`,
    `svg [stroke="${light}"]{stroke:${dark}}`,
  ]).join('\n')
  return `${variables('light')}\n${RULES}\n@media screen and (prefers-color-scheme:dark){${variables('dark')}\n${swap}}`
}
