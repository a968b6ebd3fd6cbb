import { BAD, GOOD, PATTERN, PLAIN, SERIES } from '../palette.ts'

/** Of the series in their order. */
const SERIES_DRAWINGS = ['', 'M-2 10L10 -2M-2 2L2 -2M6 10L10 6', 'M2 2h2v2h-2zM6 6h2v2h-2z', 'M0 2H8M0 6H8', 'M2 0V8M6 0V8', 'M0 4H8M4 0V8']

/** What is drawn over each colour, in a square of 8: a print without colour can be read. */
const DRAWINGS: readonly (readonly [colour: string, drawing: string])[] = [
  [BAD.light, 'M-2 10L10 -2M-2 2L2 -2M6 10L10 6'],
  [GOOD.light, 'M-2 -2L10 10M6 -2L10 2M-2 6L2 10'],
  [PLAIN.light, ''],
  ...SERIES.map(({ light }, index) => [light, SERIES_DRAWINGS[index] ?? ''] as const),
]

/** Once in a page: a pattern for every colour that has one. */
export function patterns(): string {
  const all = DRAWINGS.map(([colour, drawing], index) => {
    const over = drawing === '' ? '' : `<path d="${drawing}" fill="none" stroke="${PATTERN.light}" stroke-width="1.5"/>`
    return `<pattern id="pattern-${index}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${colour}"/>${over}</pattern>`
  })
  return `<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>${all.join('')}</defs></svg>`
}

/** Shapes of a picture with the pattern of their colour. */
export function withPatterns(svg: string): string {
  return DRAWINGS.reduce((drawn, [colour], index) => drawn.replaceAll(` fill="${colour}"`, ` fill="url(#pattern-${index})"`), svg)
}

/** A sample of a colour for a legend. */
export function swatch(colour: string): string {
  return `<svg class="swatch" width="22" height="14" aria-hidden="true">${withPatterns(`<rect width="22" height="14" fill="${colour}"/>`)}</svg>`
}
