/** A colour in a light and in a dark page. Charts carry the light one; the style sheet swaps it, so light ones are unique. */
export interface Colour {
  readonly light: string
  readonly dark: string
}

/** What stands behind everything. */
export const PAPER: Colour = { light: '#ffffff', dark: '#0d1117' }
export const INK: Colour = { light: '#1f2328', dark: '#e6edf3' }
/** Notes, titles of columns, axes. */
export const MUTED: Colour = { light: '#59636e', dark: '#9198a1' }
export const LINE: Colour = { light: '#d1d9e0', dark: '#3d444d' }
/** Behind cards and titles of tables. */
export const SHADE: Colour = { light: '#f6f8fa', dark: '#151b23' }
/** Where the keyboard is. */
export const FOCUS: Colour = { light: '#0969da', dark: '#4493f8' }
/** Words and bars of what is broken, near its limit, and kept. */
export const BAD: Colour = { light: '#cf222e', dark: '#ff7b72' }
export const WARN: Colour = { light: '#925c00', dark: '#d8a22a' }
export const GOOD: Colour = { light: '#197935', dark: '#41bb52' }
/** Words on a series. */
export const ON_SERIES: Colour = { light: '#fffffe', dark: '#0d1116' }
/** Lines of the patterns on a series. */
export const PATTERN: Colour = { light: '#fefeff', dark: '#0e1116' }
/** What is neither: baseline, now, and all the rest of a stack. */
export const PLAIN: Colour = { light: '#57606a', dark: '#8b949e' }

/** Series of a chart in their order; a legend and a pattern tell them apart, too. */
export const SERIES: readonly Colour[] = [
  { light: '#0550ae', dark: '#58a6ff' },
  { light: '#b84a00', dark: '#f0883e' },
  { light: '#1b7c3d', dark: '#3fb950' },
  { light: '#8250df', dark: '#bc8cff' },
  { light: '#8a5d00', dark: '#d29922' },
  { light: '#b8357f', dark: '#f778ba' },
]

/** Every colour that a chart may have. */
export const CHART_COLOURS: readonly Colour[] = [PAPER, INK, MUTED, LINE, BAD, GOOD, ON_SERIES, PATTERN, PLAIN, ...SERIES]
