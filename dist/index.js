// Written by scripts/build.sh.
import { library } from "./main.js";
export const { BudgetExceededError, BudgetGuard, InputError, compare, explain, gate, judge, price, readPolicy, renderMarkdown, renderSummaryText, renderText, summarize } = await library();
