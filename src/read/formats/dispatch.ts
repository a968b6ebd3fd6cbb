import type { Source } from '../../generated/types.ts'
import type { Outcome } from '../../usage/usage.ts'
import { findFault } from '../foreign/foreign.ts'
import { shapeOf } from '../foreign/shapes.ts'
import type { InvalidLog } from '../invalid.ts'
import { isDeep, isRecord, parseForeign, parseLine, TOO_DEEP } from '../json.ts'
import type { Line } from '../lines.ts'
import type { Place } from './call.ts'
import { type Collector, guard, type Sink, type Tool } from './tool.ts'
import { TOOLS } from './tools.ts'
import type { Told } from './views.ts'

const NOTHING: ReadonlySet<string> = new Set()

/** Hands each value to the tool whose it is, and keeps what the tools find. */
export class Dispatch {
  private readonly invalid: InvalidLog
  private readonly open = new Map<Source['format'], { readonly tool: Tool; readonly collector: Collector; readonly sink: Sink }>()
  private readonly told: Told[] = []
  private readonly ends = new Map<string, Outcome>()
  /** Tools whose values stand in the file, the last one first: what has no marks of its own is of one of them. */
  private seen: readonly Source['format'][] = []

  constructor(invalid: InvalidLog) {
    this.invalid = invalid
  }

  line(line: Line, file: string, tool: Source['format']): void {
    if (this.seen.length === 0) this.see(tool)
    const strict = parseLine(line)
    const mended = strict.fault === null || line.fault !== null ? strict : parseForeign(line.text)
    const parsed = mended.fault === null ? mended : strict
    const place = { file, line: line.number, path: '$' }
    if (parsed.fault === null) this.lineValue(parsed.value, place)
    else if (!this.isText(line)) this.refuse(place, parsed.fault)
  }

  /** A document, or the items of a list one by one. */
  document(value: unknown, file: string, tool: Source['format']): void {
    this.see(tool)
    if (isDeep(value)) this.refuse({ file, path: '$' }, TOO_DEEP)
    else this.value(value, { file, path: '$' })
  }

  /** Most lines are too short to be deep; whether one is costs as much as parsing it. */
  private lineValue(value: unknown, place: Place): void {
    try {
      this.value(value, place)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      this.refuse(place, TOO_DEEP)
    }
  }

  private value(value: unknown, place: Place): void {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) this.value(item, { ...place, path: `${place.path}[${index}]` })
    else if (isRecord(value)) this.record(value, place)
    else if (!this.mixesText()) this.refuse(place, `must be a JSON object, got ${value === null ? 'null' : `a ${typeof value}`}`)
  }

  private record(record: object, place: Place): void {
    const tool = shapeOf(record)?.tool
    if (tool !== undefined) this.see(tool)
    for (const id of this.seen) {
      const { collector, sink } = this.opened(id)
      let isTaken = true
      guard(sink, place, () => {
        isTaken = collector.take(record, place)
      })
      if (isTaken) return
    }
    const fault = findFault(record, NOTHING, {})
    const { what } = this.opened(this.seen[0]).tool
    if (fault !== null) this.refuse({ ...place, path: fault.path }, `stands in ${what}, which has no such lines: ${fault.message}`)
  }

  private see(tool: Source['format']): void {
    if (this.seen[0] !== tool) this.seen = [tool, ...this.seen.filter((one) => one !== tool)]
  }

  endFile(file: string): void {
    for (const { collector } of this.open.values()) collector.endFile?.(file)
    this.seen = []
  }

  finish(): { readonly told: readonly Told[]; readonly ends: ReadonlyMap<string, Outcome> } {
    for (const { collector } of this.open.values()) collector.finish?.()
    return { told: this.told, ends: this.ends }
  }

  private isText({ text, fault }: Line): boolean {
    return this.mixesText() && fault === null && !/^\s*[{[]/.test(text)
  }

  private mixesText(): boolean {
    return this.seen.some((id) => this.opened(id).tool.mixesText)
  }

  private opened(id: Source['format'] | undefined) {
    const known = id === undefined ? undefined : this.open.get(id)
    if (known !== undefined) return known
    const tool = TOOLS.find((one) => one.id === id)
    if (id === undefined || tool === undefined) throw new Error(`there is no tool ${id}`)
    const sink: Sink = {
      call: (call) => this.told.push({ tool: id, call }),
      end: (run, outcome) => this.ends.set(run, this.ends.get(run) === 'failure' ? 'failure' : outcome),
      refuse: (place, message) => this.refuse(place, message),
    }
    const opened = { tool, sink, collector: tool.open(sink) }
    this.open.set(id, opened)
    return opened
  }

  private refuse({ file, line, path }: Place, message: string): void {
    this.invalid.add(file, line, message, path)
  }
}
