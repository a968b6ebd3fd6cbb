// Checks that the sources keep the rules of the house (CONTRIBUTING.md). Prints each violation, and exits with 1 where there is one.
import { join } from 'node:path'
import { findViolations } from './house/rules.ts'

const violations = findViolations(process.argv[2] ?? join(import.meta.dirname, '..'))
for (const violation of violations) console.error(violation)
process.exitCode = violations.length === 0 ? 0 : 1
