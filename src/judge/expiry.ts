import type { Expiry, Policy } from '../policy/policy.ts'
import type { Rule } from '../policy/rule.ts'
import { decide, type Ruling } from './ruling.ts'

/** The rules that still apply on a day (YYYY-MM-DD): without an expired exception the less specific limits of its group decide. */
export function rulesInForce<R extends Rule>(rules: readonly R[], today: string): R[] {
  return rules.filter(({ expires = null }) => expires === null || today <= expires)
}

/** Says which limits have expired, as a warning, because somebody may rely on them, and which will. */
export function judgeExpiries({ expiries }: Pick<Policy, 'expiries'>, today: string): Ruling[] {
  return expiries.map((expiry) => {
    const { lastDay, policy } = expiry
    const isOver = today > lastDay
    const end = isOver
      ? `expired after ${lastDay} and do not apply any more: remove them, or give them a later day`
      : `apply until ${lastDay}, that day included`
    return decide(true, isOver ? 'warning' : 'notice', {
      rule: 'expires',
      subject: { kind: 'data', name: null },
      message: `${nameLimits(expiry)} ${end}`,
      policy,
    })
  })
}

function nameLimits({ group, pattern, policy }: Expiry): string {
  const place = `${group} at ${policy.path}:${policy.line}`
  return pattern === null ? `the limits of ${place}` : `the limits on ${pattern} in ${place}`
}
