import { describe, expect, it } from 'vitest'
import {
  BAD,
  CHART_COLOURS,
  type Colour,
  FOCUS,
  GOOD,
  INK,
  MUTED,
  ON_SERIES,
  PAPER,
  PLAIN,
  SERIES,
  SHADE,
  WARN,
} from '../../../src/render/page/palette.ts'

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const least = (front: readonly Colour[], back: readonly Colour[], mode: keyof Colour) =>
  Math.min(...front.flatMap((one) => back.map((other) => contrast(one[mode], other[mode]))))

describe.each(['light', 'dark'] as const)('in a %s page', (mode) => {
  it('words have the contrast of WCAG AA', () => {
    expect(least([INK, MUTED, FOCUS, BAD, WARN, GOOD], [PAPER, SHADE], mode)).toBeGreaterThanOrEqual(4.5)
    expect(least([ON_SERIES], SERIES, mode)).toBeGreaterThanOrEqual(4.5)
  })

  it('bars have it against what is behind them', () => {
    expect(least([...SERIES, PLAIN, BAD, GOOD], [PAPER, SHADE], mode)).toBeGreaterThanOrEqual(3)
  })

  it('no two colours of charts are the same', () => {
    const colours = CHART_COLOURS.map((colour) => colour[mode])
    expect(mode === 'light' ? colours.filter((one, at) => colours.indexOf(one) !== at) : []).toEqual([])
  })
})

it('black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6)
})
