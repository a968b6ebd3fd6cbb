/** Draws from distributions, the same for the same seed. */
export function drawer(seed: number) {
  // mulberry32
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  // Box and Muller
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return {
    /** Log-normal. */
    cost: (mu: number, sigma: number) => Math.exp(mu + sigma * normal()),
    successes: (count: number, chance: number) => Array.from({ length: count }, uniform).filter((one) => one < chance).length,
  }
}
