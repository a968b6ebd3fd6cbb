import { isObject } from '../../../../src/github/api/answer.ts'

/** What an expression may speak of, by name: `github`, `matrix` and so on. */
export type Contexts = Readonly<Record<string, unknown>>

/** A text with its expressions filled in. Throws at one that this reader does not know: it must not pass for an empty one. */
export function fill(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) => String(evaluate(expression, contexts)))
}

/** Whether a condition holds, with or without its braces. */
export function holds(condition: string, contexts: Contexts): boolean {
  return Boolean(evaluate(/^\s*\$\{\{(.*)\}\}\s*$/.exec(condition)?.[1] ?? condition, contexts))
}

/** Whether a condition replaces the one that everything before succeeded. */
export function isUnconditional(condition: string | undefined): boolean {
  return condition?.includes('always()') ?? false
}

/** Reads `a.b == 'text'`, `a.b != 'text'`, `a || b` and `always()`, as GitHub does. */
function evaluate(expression: string, contexts: Contexts): unknown {
  const tokens = expression.match(/\|\||==|!=|'[^']*'|always\(\)|[\w-]+(?:\.[\w-]+)*|\S/g) ?? []
  const readOperand = (): unknown => {
    const token = tokens.shift() ?? ''
    if (token === 'always()') return true
    if (token.startsWith("'")) return token.slice(1, -1)
    if (!/^\w/.test(token)) throw new Error(`the expression cannot be read: ${expression}`)
    return find(token, contexts)
  }
  const readComparison = (): unknown => {
    const left = readOperand()
    const operator = tokens[0]
    if (operator !== '==' && operator !== '!=') return left
    tokens.shift()
    return (left === readOperand()) === (operator === '==')
  }
  let value = readComparison()
  while (tokens[0] === '||') {
    tokens.shift()
    const other = readComparison()
    value = value || other
  }
  if (tokens.length > 0) throw new Error(`the expression cannot be read: ${expression}`)
  return value
}

/** A value by its path. Of an event, an output or the secrets, what is missing is empty; all else has to be there. */
function find(path: string, contexts: Contexts): unknown {
  const keys = path.split('.')
  let value: unknown = contexts
  keys.forEach((key, depth) => {
    const isKnown = isObject(value) && Object.hasOwn(value, key)
    if (!isKnown && (depth === 0 || (depth === 1 && keys[0] !== 'secrets'))) throw new Error(`there is no ${path}`)
    value = isObject(value) && isKnown ? value[key] : undefined
  })
  return value ?? ''
}
