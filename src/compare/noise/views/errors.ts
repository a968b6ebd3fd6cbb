/** Of 100 unchanged pull requests at most one is to be blocked: what each view may add to that, as a part of 1. */
export const ERRORS = { total: 0.003, tokensPerCall: 0.002, pricePerToken: 0.002, agents: 0.003 }
