/** Shorter measurements would tell of the steps of the clock: of some kernels they are 10 ms. */
const LEAST_MS = 200

/**
 * How many times the work of the first the second is, in CPU time of this thread: what others do on a busy machine is not in it, and
 * sizes that differ fourfold tell 4 from 16 all the same.
 */
export function growth(small: () => unknown, large: () => unknown): number {
  // What the compiler does at first is in neither.
  small()
  large()
  return cpuOf(large) / cpuOf(small)
}

/** Milliseconds of one run. */
function cpuOf(work: () => unknown): number {
  const before = process.threadCpuUsage()
  for (let runs = 1; ; runs++) {
    work()
    const { user, system } = process.threadCpuUsage(before)
    const spent = (user + system) / 1000
    if (spent >= LEAST_MS) return spent / runs
  }
}
