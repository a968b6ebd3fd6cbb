import { toolsIn } from '../../apart.ts'
import { get, list, text } from '../../fields.ts'
import { Misread } from '../../tool.ts'
import { idsOf } from '../names.ts'
import type { Said } from '../said.ts'
import type { Spot } from '../spots.ts'
import { figuresOf } from './usage.ts'

/** What an answer says that it is. */
export const OBJECT = /^(chat\.completion(\.chunk)?|text_completion|response)$/

/** An answer in the form of OpenAI's APIs, which many servers send; null where it is none. */
export function readOpenai(spot: Spot): readonly Said[] | null {
  const { answer } = spot
  const kind = text(answer, 'object') ?? ''
  if (kind === 'batch') return refuseBatch(answer)
  const isAnswer = OBJECT.test(kind)
  const figures = figuresOf(answer)
  if (figures === null && !isAnswer) return null
  const id = text(answer, 'id')
  const isChunk = kind.endsWith('.chunk')
  // The first chunk of some servers tells of a filter, and belongs to no answer.
  if (isChunk && figures === null && id === null && list(answer, 'choices').length === 0) return []
  const isPart = isChunk || (figures === null && id !== null)
  return [
    {
      ...figures,
      ...toolsIn(answer),
      ids: isAnswer && id !== null ? [id] : idsOf(spot),
      isPart,
      serviceTier: text(answer, 'service_tier'),
    },
  ]
}

/** A batch adds up the answers in its output file: both together would count twice. */
function refuseBatch(answer: object): [] {
  if ((get(answer, 'usage') ?? null) === null) return []
  throw new Misread('$.usage', 'adds up the answers of a batch: give the output file of the batch in its place')
}
