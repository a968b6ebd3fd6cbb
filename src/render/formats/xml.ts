/** Anything that XML 1.0 has no place for, escaped or not: https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text as it may stand between tags and in an attribute. A runner obeys `##[command]` anywhere in a line. */
export function xmlText(raw: string): string {
  return raw
    .replace(FORBIDDEN, '\uFFFD')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
    .replaceAll('##[', '##&#91;')
}

/** An element with these attributes; without content it is empty. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value)).replace(/[\t\n\r]/g, ' ')}"`)
  const tag = `<${name}${written.join('')}`
  return content.length === 0 ? `${tag}/>` : `${tag}>\n${indent(content.join('\n'))}\n</${name}>`
}

/** An element with text alone, which is kept as it is. */
export function textElement(name: string, attributes: Readonly<Record<string, string>>, text: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(value).replace(/[\t\n\r]/g, ' ')}"`)
  return `<${name}${written.join('')}>${xmlText(text)}</${name}>`
}

function indent(lines: string): string {
  return lines.replace(/^(?= *<)/gm, '  ')
}
