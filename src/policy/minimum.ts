/** Whether less is worse: of every other rule more is. */
export function isMinimum(rule: string): boolean {
  return rule.startsWith('min_') || rule === 'required_steps'
}
