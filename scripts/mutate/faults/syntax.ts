import { parseAst } from 'vitest/node'

/** A node of the syntax tree (ESTree with the nodes of TypeScript). */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

/** Where a node stands: the field of its parent that holds it. */
export interface Place {
  readonly parent: Node
  readonly field: string
  /** Whether it is a link of `a?.b.c()`: between the links nothing may be written. */
  readonly isLink: boolean
  /** Whether it is computed once, when the file is loaded. */
  readonly isStatic: boolean
}

const TOP: Omit<Place, 'parent'> = { field: '', isLink: false, isStatic: true }

/** Nodes of TypeScript that hold a value; all others are gone at run time. */
const HOLDERS = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'])
/** Fields that go on along `a?.b.c()`. */
const LINKS = ['expression', 'object', 'callee']
const WITHOUT_VALUES = new Set(['ImportDeclaration', 'ImportExpression', 'ExportAllDeclaration'])

export function parse(source: string): Node {
  return parseAst(source, { lang: 'ts', preserveParens: true }) as unknown as Node
}

/** Visits what is computed at run time, parents before their children. */
export function walk(node: Node, visit: (node: Node, place: Place) => void, place: Place = { parent: node, ...TOP }): void {
  if (!isComputed(node)) return
  visit(node, place)
  const isLink = node.type === 'ChainExpression' || place.isLink
  const isStatic = place.isStatic && !/Function|PropertyDefinition/.test(node.type)
  for (const [field, value] of Object.entries(node)) {
    if (isName(node, field)) continue
    const below = { parent: node, field, isLink: isLink && LINKS.includes(field), isStatic }
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, below)
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function isComputed(node: Node): boolean {
  if (node.type.startsWith('TS')) return HOLDERS.has(node.type)
  return !WITHOUT_VALUES.has(node.type) && node.declare !== true
}

/** Keys of objects, members after a dot, and where an export comes from. */
function isName(node: Node, field: string): boolean {
  if (field === 'key' || (field === 'property' && node.type === 'MemberExpression')) return node.computed !== true
  return field === 'source' && node.type === 'ExportNamedDeclaration'
}
