// Written by scripts/build.sh.
import { library } from "./main.js";
export const { BudgetExceededError, BudgetGuard, InputError, compare, explain, gate, judge, price, query, readPolicy, renderHtml, renderMarkdown, renderSummaryText, renderText, report, runs, summarize, trends } = await library();
