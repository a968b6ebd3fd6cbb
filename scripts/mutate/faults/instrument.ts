import { findSites, type Site } from './sites.ts'

/** What asks, in a source with all its faults, whether this one is planted. */
export const ASK = 'globalThis.__mutant'

/** A source with all its faults in it, numbered from `first` on in the order of `listVariants`; none is planted unless the switch says so. */
export function instrument(source: string, first: number): string {
  const sites = findSites(source)
  let id = first
  let next = 0
  const render = (start: number, end: number): string => {
    let text = ''
    let at = start
    for (let site = sites[next]; site !== undefined && site.start < end; site = sites[next]) {
      next += 1
      const own = id
      id += site.variants.length
      text += source.slice(at, site.start) + plant(site, own, render(site.start, site.end))
      at = site.end
    }
    return text + source.slice(at, end)
  }
  return render(0, source.length)
}

function plant({ kind, variants }: Site, first: number, sound: string): string {
  if (kind === 'statement') return `{ if (!${ASK}(${first})) { ${sound} } }`
  if (kind === 'name') {
    const [dots, name] = sound.includes('?.') ? ['?.', sound.split('?.')[1]] : ['', sound.split('.')[1]]
    return `${dots}[${ASK}(${first}) ? '${variants[0]}' : '${name?.trim()}']`
  }
  const choices = variants.map((variant, index) => `${ASK}(${first + index}) ? (${variant}) : `)
  return `(${choices.join('')}${sound})`
}
