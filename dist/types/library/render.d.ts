import type { CostSummary, Report } from '../generated/types.js';
/** The report as the terminal shows it, without colours. */
export declare function renderText(report: Report): string;
/** The report as the comment on a pull request; what finds no room in `maxLength` characters is left out and said so. */
export declare function renderMarkdown(report: Report, { maxLength }?: {
    readonly maxLength?: number;
}): string;
/** The report as one HTML page with charts and tables, which needs no network and no script. */
export declare function renderHtml(report: Report): Promise<string>;
/** A cost summary as the terminal shows it, without colours. */
export declare function renderSummaryText(summary: CostSummary): string;
