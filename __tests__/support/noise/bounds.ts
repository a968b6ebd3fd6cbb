/** Upper end of Wilson's interval for a share: with 1.96 the true one lies above it in one of 40 cases. */
export function upperBound(count: number, of: number, deviations = 1.96): number {
  const [share, square] = [count / of, deviations ** 2 / of]
  return (share + square / 2 + deviations * Math.sqrt((share * (1 - share)) / of + square / (4 * of))) / (1 + square)
}

/** What a share that is really `share` falls below in one of a hundred cases. */
export function lowest(share: number, of: number): number {
  return share - 2.33 * Math.sqrt((share * (1 - share)) / of)
}
