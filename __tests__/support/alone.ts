/** In the text of tests that shorten the waits of their own process, or measure its memory: nobody else may run in it. */
export const ALONE = /e2e\/quick\.ts|stage\/(upserts|tickets)\.ts|process\.(memory|resource)Usage/
