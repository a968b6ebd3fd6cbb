/**
 * Byte strings of a limited length in numbered places, in memory that is allocated once. Compares four bytes at a time: a call into
 * the engine would cost more than comparing a name or some metadata.
 */
export class Store {
  private readonly bytes: Buffer
  readonly words: Int32Array
  private readonly lengths: Int32Array
  private readonly room: number

  /** @param room longest byte string, a multiple of 4. */
  constructor(places: number, room: number) {
    const memory = new ArrayBuffer(places * room)
    this.bytes = Buffer.from(memory)
    this.words = new Int32Array(memory)
    this.lengths = new Int32Array(places).fill(-1)
    this.room = room
  }

  isFree(place: number): boolean {
    return this.lengths[place] === -1
  }

  /** Whether the place holds these bytes. */
  holds(place: number, view: DataView, start: number, stop: number): boolean {
    if (this.lengths[place] !== stop - start) return false
    const { words } = this
    let at = start
    let word = (place * this.room) >> 2
    for (; at + 4 <= stop; at += 4, word += 1) if (words[word] !== view.getInt32(at, true)) return false
    for (let byte = 4 * word; at < stop; at += 1, byte += 1) if (this.bytes[byte] !== view.getUint8(at)) return false
    return true
  }

  put(place: number, bytes: Buffer, start: number, stop: number): void {
    bytes.copy(this.bytes, place * this.room, start, stop)
    this.lengths[place] = stop - start
  }
}
