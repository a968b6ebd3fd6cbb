import { isEnough } from '../../compare/noise/known.ts'
import { measureSubject, SUBJECTS_ERROR, type SubjectNoise } from '../../compare/noise/subject.ts'
import type { HistoryPoint } from '../../generated/types.ts'
import type { Chance } from './chance.ts'

/** Kinds of subjects that records remember. */
export type KnownKind = 'model' | 'agent'

/** What chance does to the cost of one model or agent; null where that is not known. */
export type MeasureOne = (kind: KnownKind, name: string, headUsd: number, limitPercent: number) => SubjectNoise | null

/** @param judged how many models and agents are judged: the more there are, the more of them chance moves far. */
export function measureSubjects(chance: Chance | null, judged: number): MeasureOne {
  if (chance === null || chance.student === null || !isEnough(chance.records)) return () => null
  const { records, student } = chance
  return (kind, name, head, limitPercent) => {
    const totals = records.map((record) => costOf(record, kind, name))
    return measureSubject({ totals, head, error: SUBJECTS_ERROR / Math.max(1, judged), limitPercent, t: student })
  }
}

function costOf({ models, agents }: HistoryPoint, kind: KnownKind, name: string): number | null {
  const stats = kind === 'model' ? models : agents
  // Names are hostile: `constructor` is none of theirs.
  return Object.hasOwn(stats, name) ? (stats[name]?.cost_usd ?? null) : null
}
