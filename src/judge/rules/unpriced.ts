import { count } from '../../words/format.ts'

/** Why a cost that seems low may not be: some calls are in no amount. */
export function describeUnpriced(calls: number): string {
  return `${count(calls, 'call')} ${calls === 1 ? 'has' : 'have'} no known price`
}
