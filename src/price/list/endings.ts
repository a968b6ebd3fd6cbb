import { isSnapshot } from './snapshot.ts'

/** What may follow a model's name and leaves it the same model, one at a time from the end. */
const ENDING =
  /^(.+?)(?:[-@](latest|default|00\d|\d{8}|\d{4}-\d{2}-\d{2}|\d{2}-\d{4}|\d{2}-\d{2}|\d{4})|-v[01](?::\d+)?|(?<=[-@]\d{8})-v\d+(?::\d+)?|:\d+|-preview)$/
/** A date, a version and a context window; a hostile name could have thousands. */
const MOST = 4

/** Shorter names of what a name means, the longest first: without a date, a snapshot's number, `-latest`, `-preview`, or the version that Amazon Bedrock adds. */
export function* withoutEndings(name: string): Generator<string> {
  let rest = name
  for (let count = 0; count < MOST; count++) {
    const [, shorter, snapshot] = ENDING.exec(rest) ?? []
    if (shorter === undefined || (snapshot !== undefined && snapshot !== 'default' && !isSnapshot(snapshot))) return
    rest = shorter
    yield rest
  }
}
