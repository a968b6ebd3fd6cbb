/** How many rows each part of a comment may have. */
export interface Room {
  readonly findings: number
  readonly models: number
  /** Causes per driver. */
  readonly causes: number
  /** Rows of each folded table; 0 leaves the folded parts out. */
  readonly folded: number
}

/** From generous to tight: what matters least shrinks first, findings last. */
const ROOMS: readonly Room[] = [
  { findings: 30, models: 15, causes: 3, folded: 50 },
  { findings: 30, models: 15, causes: 3, folded: 20 },
  { findings: 30, models: 15, causes: 3, folded: 8 },
  { findings: 20, models: 10, causes: 2, folded: 3 },
  { findings: 15, models: 8, causes: 1, folded: 0 },
  { findings: 8, models: 3, causes: 1, folded: 0 },
  { findings: 3, models: 1, causes: 0, folded: 0 },
]

/** The most generous rendering of at most `maxLength` characters, or the bare `fallback`, cut. */
export function fit(render: (room: Room) => string, maxLength: number, fallback: string, rooms: readonly Room[] = ROOMS): string {
  for (const room of rooms) {
    const body = render(room)
    if (body.length <= maxLength) return body
  }
  return fallback.slice(0, maxLength)
}
