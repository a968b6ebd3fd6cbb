/** Reads a GITHUB_OUTPUT file as a runner does: `name=value` lines and `name<<END` blocks, the last of a name wins. Throws on anything else. */
export function parseOutputs(text: string): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>()
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line === '') continue
    const equals = line.indexOf('=')
    const block = line.indexOf('<<')
    if (equals >= 0 && (block < 0 || equals < block)) {
      outputs.set(line.slice(0, equals), line.slice(equals + 1))
      continue
    }
    const end = block < 0 ? '' : line.slice(block + 2)
    const last = lines.indexOf(end, index + 1)
    if (block <= 0 || end === '' || last < 0) throw new Error(`the runner cannot read the outputs: ${line}`)
    outputs.set(line.slice(0, block), lines.slice(index + 1, last).join('\n'))
    index = last
  }
  return outputs
}
