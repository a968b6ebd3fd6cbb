import type { BarSeriesOption, TreemapSeriesOption } from 'echarts/charts'
import { BarChart, TreemapChart } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import { GridComponent } from 'echarts/components'
import { type ComposeOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { escapeHtml } from '../html.ts'
import { INK } from '../palette.ts'
import { swatch, withPatterns } from './pattern.ts'

use([BarChart, TreemapChart, GridComponent, SVGRenderer])

export type Option = ComposeOption<BarSeriesOption | TreemapSeriesOption | GridComponentOption>

/** One picture in two sizes, of which the page shows the one that fits. */
export interface Chart {
  /** Part of ids, ours. */
  readonly id: string
  /** What it shows: text. */
  readonly title: string
  /** What there is to see, in a sentence or two: text. */
  readonly description: string
  readonly draw: (size: Size) => Option
  /** Names of series, and the colour that the picture has for each. */
  readonly legend?: readonly { readonly name: string; readonly colour: string }[]
  /** Whether patterns tell colours apart; where names stand on the shapes they would only be in the way. */
  readonly isPatterned: boolean
  /** Height in pixels. */
  readonly height: (size: Size) => number
}

export type Size = 'wide' | 'narrow'
/** Pixels: of a column of text, and of a phone. */
export const WIDTHS: Record<Size, number> = { wide: 1000, narrow: 340 }
export const FONT = 'system-ui,sans-serif'

/** The figure as HTML. */
export function figure(chart: Chart): string {
  const pictures = (['wide', 'narrow'] as const).map((size) => picture(chart, size)).join('\n')
  const legend = (chart.legend ?? []).map(({ name, colour }) => `<li>${swatch(colour)} ${escapeHtml(name)}</li>`)
  return `<figure>\n<figcaption>${escapeHtml(chart.title)}</figcaption>\n${legend.length === 0 ? '' : `<ul class="legend">${legend.join('')}</ul>\n`}${pictures}\n</figure>`
}

/** What a picture says is said in words, too: the two sizes have ids of their own, and the hidden one is read to nobody. */
function picture({ id, title, description, draw, height, isPatterned }: Chart, size: Size): string {
  const own = `${id}-${size}`
  const [width, high] = [WIDTHS[size], height(size)]
  const shapes = clean(render(draw(size), width, high), own)
  const body = isPatterned ? withPatterns(shapes) : shapes
  const words = `<title id="${own}-t">${escapeHtml(title)}</title><desc id="${own}-d">${escapeHtml(description)}</desc>`
  const name = `role="img" aria-labelledby="${own}-t" aria-describedby="${own}-d"`
  return `<svg class="${size}" ${name} width="${width}" height="${high}" viewBox="0 0 ${width} ${high}">${words}${body}</svg>`
}

function render(option: Option, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: FONT, color: INK.light }, ...option })
    return chart.renderToSVGString()
  } finally {
    // Without it its timer keeps the process alive.
    chart.dispose()
  }
}

/**
 * Only the shapes: what reacts to a pointer is no use, and numbers in ids and classes count all charts of a process. Text is escaped by the library, so
 * no quote in it can look like an attribute.
 */
function clean(svg: string, id: string): string {
  return svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style ?>.*?<\/style>/gs, '')
    .replace(/ class="zr[^"]*"/g, '')
    .replace(/ ecmeta_\w+="[^"]*"/g, '')
    .replace(/ (?:pointer-events|xml:space)="[^"]*"/g, '')
    .replace(/ id="zr\d+-/g, ` id="${id}-`)
    .replace(/="url\(#zr\d+-/g, `="url(#${id}-`)
    .replace(/font-family:[^;"]*;/g, '')
    .replace(/\n\s*/g, '\n')
}
