import type { Noise, Report } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { signedPercent, signedWholePercent, usd } from '../../words/format.ts'
import { totalOf } from '../verdict/total.ts'
import { writeDoubt } from './doubt.ts'
import { writeHidden, writeProof } from './proof.ts'

/** Whether the growth of the total is chance, as a reader of the verdict is told; nothing where nobody knows the noise, or nothing grew. */
export function writeNoise(report: Report, voice: Voice, strong: (words: string) => string): string[] {
  const { noise } = report
  if (noise === null) return []
  return [writeState(report, noise, voice, strong), writeNewest(report, noise)].filter((line) => line !== null)
}

function writeState(report: Report, noise: Noise, voice: Voice, strong: (words: string) => string): string | null {
  switch (noise.state) {
    case 'fail':
      return writeProof(report, noise, strong)
    case 'inconclusive':
      return writeDoubt(report, noise, voice, strong)
    case 'hidden':
      return writeHidden(report, noise, strong)
    case 'pass':
      return writeKept(noise)
    case 'unknown':
      return null
  }
}

/** A pass says where chance ends, too: a quiet suite can grow by more than chance and keep the limit. */
function writeKept({ measured_percent: measured, reach_percent: reach }: Noise): string | null {
  if (measured === null || reach === null || measured <= 0) return null
  const chance = signedWholePercent(reach, measured)
  return measured <= reach
    ? `Inside the noise (chance reaches ${chance}).`
    : `More than chance (it reaches ${chance}), and within the limit.`
}

/** Both figures, where the newest record and the baseline lie on two sides of the limit. */
function writeNewest(report: Report, { newest }: Noise): string | null {
  const total = totalOf(report)
  if (newest === null || newest.percent === null || total === null || total.percent === null) return null
  const limit = report.settings.max_increase_percent
  const side = (percent: number) => `${signedPercent(percent, limit)}, ${percent > limit ? 'above' : 'within'} the limit`
  return `Against the newest record alone (${usd(newest.usd, total.before)}) it is ${side(newest.percent)}; against the baseline (${usd(total.before, newest.usd)}) ${side(total.percent)}.`
}
