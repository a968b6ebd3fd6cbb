import type { FewerUnits, WorkDifference, Workload } from '../generated/types.ts'
import { compareFigure } from './change.ts'
import type { Side, SideStats } from './side.ts'

/** Shares of calls that are no further apart are alike: a suite is not the same to the last call each time. */
const ALIKE = 0.05
/** Of so many runs one more or less is the least that counts: of a thousand it explains nothing. */
const RUNS = 100

/** What head did that the baseline did not, or the other way round; null where nothing differs, as far as both sides say. */
export function compareWorkload(baseline: Side, head: Side): Workload | null {
  const cases = compareCases(baseline, head)
  const runs = compareRuns(baseline, head)
  const differs = [
    cases,
    runs,
    compareSteps(baseline, head),
    compareShares('from_disk', shareOf(baseline, 'fromDiskCalls'), shareOf(head, 'fromDiskCalls')),
    compareShares('unpriced', shareOf(baseline, 'unpricedCalls'), shareOf(head, 'unpricedCalls')),
  ].filter((difference) => difference !== null)
  if (differs.length === 0) return null
  // As many other cases cost what they cost: there is nothing to divide by.
  const unit = cases !== null && cases.baseline !== cases.head ? 'case' : runs !== null ? 'run' : null
  return {
    differs,
    unit,
    ...perUnit(baseline, head, unit === 'case' ? cases : unit === 'run' ? runs : null),
    fewer: findFewer(cases, runs),
  }
}

/** The names where both sides know them, else their number alone. */
function compareCases(baseline: Side, head: Side): WorkDifference | null {
  const [before, after] = [baseline.cases, head.cases]
  if (before?.size && after?.size) return compareNames('cases', before, after)
  const [count, now] = [baseline.work?.cases, head.work?.cases]
  return count && now && count !== now ? { figure: 'cases', baseline: count, head: now, shared: null } : null
}

function compareRuns(baseline: Side, head: Side): WorkDifference | null {
  const [before, after] = [baseline.figures.runs, head.figures.runs]
  return before && after && Math.abs(after - before) * RUNS >= before
    ? { figure: 'runs', baseline: before, head: after, shared: null }
    : null
}

/** A step that only now and then runs is no other work: those of one side alone have to make up some of its calls. */
function compareSteps(baseline: Side, head: Side): WorkDifference | null {
  const [before, after] = [baseline.steps, head.steps]
  if (!before?.size || !after?.size) return null
  const isMuch = shareBeside(before, after) > ALIKE || shareBeside(after, before) > ALIKE
  return isMuch ? compareNames('steps', before, after) : null
}

/** Which part of the calls of one side is in steps that the other does not have. */
function shareBeside(one: NonNullable<Side['steps']>, other: NonNullable<Side['steps']>): number {
  const count = (all: Iterable<readonly [string, SideStats]>) => [...all].reduce((sum, [, { calls }]) => sum + (calls ?? 0), 0)
  const all = count(one)
  return all === 0 ? 0 : count([...one].filter(([name]) => !other.has(name))) / all
}

function compareNames(figure: 'cases' | 'steps', before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>) {
  const shared = [...after.keys()].filter((name) => before.has(name)).length
  return shared === before.size && shared === after.size ? null : { figure, baseline: before.size, head: after.size, shared }
}

function shareOf({ work, figures }: Side, kind: 'fromDiskCalls' | 'unpricedCalls'): number | null {
  const part = work?.[kind] ?? null
  return part === null || !figures.calls ? null : part / figures.calls
}

function compareShares(figure: 'from_disk' | 'unpriced', baseline: number | null, head: number | null): WorkDifference | null {
  if (baseline === null || head === null || Math.abs(head - baseline) <= ALIKE) return null
  return { figure, baseline, head, shared: null }
}

function perUnit(baseline: Side, head: Side, units: WorkDifference | null): Pick<Workload, 'baseline_usd' | 'head_usd' | 'percent'> {
  if (units === null) return { baseline_usd: null, head_usd: null, percent: null }
  const [before, after] = [baseline.totalUsd / units.baseline, head.totalUsd / units.head]
  return { baseline_usd: before, head_usd: after, percent: compareFigure(before, after).percent }
}

function findFewer(cases: WorkDifference | null, runs: WorkDifference | null): FewerUnits | null {
  const isFewer = (units: WorkDifference | null): units is WorkDifference => units !== null && units.head < units.baseline
  if (isFewer(cases)) return { figure: 'cases', baseline: cases.baseline, head: cases.head }
  return isFewer(runs) ? { figure: 'runs', baseline: runs.baseline, head: runs.head } : null
}
