import type { KnownHistory } from '../../compare/noise/known.js';
import type { StudentQuantile } from '../../compare/noise/measured.js';
/** What is known of the noise of a suite before head is judged. */
export interface Chance extends KnownHistory {
    /** The quantile of Student's t distribution; null where there are too few records to ask for it. */
    readonly student: StudentQuantile | null;
}
