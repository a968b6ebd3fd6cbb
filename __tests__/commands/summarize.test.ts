import { agreeSummary, answerOf, reviewed, SAMPLES } from '../support/commands/samples.ts'

agreeSummary('summarize', async (sample) => JSON.parse(await answerOf(sample, 'summarize --format json')))
reviewed('summarize', SAMPLES, (sample) => answerOf(sample, 'summarize'))
