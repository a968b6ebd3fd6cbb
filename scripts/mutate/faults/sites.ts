import { mutateExpression } from './operators.ts'
import { isNode, type Node, type Place, parse, walk } from './syntax.ts'

/** A place in a source and the faults that are planted there, one at a time. */
export interface Site {
  readonly kind: 'expression' | 'statement' | 'name'
  readonly start: number
  readonly end: number
  /** What stands instead; of a statement nothing, of a name the other name. */
  readonly variants: readonly string[]
  /** Whether it is computed once, when the file is loaded. */
  readonly isStatic: boolean
}

/** Methods that differ in a word. */
const NAMES: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  max: 'min',
  min: 'max',
  floor: 'ceil',
  ceil: 'floor',
  round: 'floor',
  padStart: 'padEnd',
  padEnd: 'padStart',
}
const STATEMENTS = new Set(['ExpressionStatement', 'ContinueStatement', 'BreakStatement'])

/** All sites of a source, outer ones before those within them. */
export function findSites(source: string): Site[] {
  const sites: Site[] = []
  const textOf = ({ start, end }: Node) => source.slice(start, end)
  walk(parse(source), (node, place) => {
    for (const site of [siteOfName(node, place), siteOfStatement(node, place), siteOfExpression(node, place, textOf)])
      if (site !== null) sites.push(site)
  })
  return sites.sort((one, other) => one.start - other.start || other.end - one.end)
}

function siteOfExpression(node: Node, place: Place, textOf: (node: Node) => string): Site | null {
  const variants = [...new Set(mutateExpression(node, place, textOf))].filter((variant) => variant !== textOf(node))
  return variants.length === 0 ? null : { kind: 'expression', start: node.start, end: node.end, variants, isStatic: place.isStatic }
}

function siteOfStatement(node: Node, { isStatic }: Place): Site | null {
  if (!STATEMENTS.has(node.type) || isNode(node.directive) || typeof node.directive === 'string' || callsSuper(node)) return null
  return { kind: 'statement', start: node.start, end: node.end, variants: [''], isStatic }
}

/** From the end of the object, so that the dot is in it. */
function siteOfName({ type, computed, object, property }: Node, { isStatic }: Place): Site | null {
  if (type !== 'MemberExpression' || computed === true || !isNode(object) || !isNode(property)) return null
  const other = NAMES[String(property.name)]
  return other === undefined ? null : { kind: 'name', start: object.end, end: property.end, variants: [other], isStatic }
}

function callsSuper({ expression }: Node): boolean {
  return isNode(expression) && isNode(expression.callee) && expression.callee.type === 'Super'
}
