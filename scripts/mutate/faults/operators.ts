import { isNode, type Node, type Place } from './syntax.ts'

/** What stands instead of an operator: the limit moved by one value, and the comparison turned round. */
const BINARY: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
}
const ASSIGNMENT: Readonly<Record<string, string>> = { '+=': '-=', '-=': '+=', '*=': '/=', '/=': '*=' }
/** The next word where a word is one of a few. */
const WORDS: Readonly<Record<string, string>> = {
  error: 'warning',
  warning: 'notice',
  notice: 'warning',
  fail: 'pass',
  pass: 'fail',
  warn: 'pass',
}
/** Methods that give back something of the kind that they are called on: the call is left out. */
const DROPPED = new Set(['filter', 'sort', 'toSorted', 'reverse', 'toReversed', 'slice', 'trim'])

/** All faults of an expression, each as the text that stands in its place. */
export function mutateExpression(node: Node, place: Place, textOf: (node: Node) => string): string[] {
  const condition = place.parent.type === 'IfStatement' && place.field === 'test' ? ['false'] : []
  const absent = place.parent.type === 'AssignmentPattern' && place.field === 'right' ? ['undefined'] : []
  return [...condition, ...absent, ...mutateByType(node, place, textOf)]
}

function mutateByType(node: Node, place: Place, textOf: (node: Node) => string): string[] {
  const text = (field: string) => (isNode(node[field]) ? textOf(node[field]) : '')
  const operator = String(node.operator)
  switch (node.type) {
    case 'BinaryExpression':
      if (operator === 'in' || operator === 'instanceof') return [`!(${textOf(node)})`]
      if (operator === '+' && [node.left, node.right].some(isText)) return []
      return (BINARY[operator] ?? []).map((other) => `${text('left')} ${other} ${text('right')}`)
    case 'LogicalExpression':
      // One side alone is told from both by fewer tests than `||` is from `&&`: who kills the two kills that one too.
      return operator === '??' ? [text('left')] : [text('left'), text('right')]
    case 'UnaryExpression':
      return operator === '!' || operator === '-' ? [text('argument')] : []
    case 'ConditionalExpression':
      return [`${text('test')} ? ${text('alternate')} : ${text('consequent')}`]
    case 'AssignmentExpression':
      return ASSIGNMENT[operator] === undefined ? [] : [`${text('left')} ${ASSIGNMENT[operator]} ${text('right')}`]
    case 'UpdateExpression':
      return [textOf(node).replace(operator, operator === '++' ? '--' : '++')]
    case 'CallExpression':
      return place.isLink ? [] : dropCall(node, textOf)
    case 'Literal':
      return mutateLiteral(node.value, place)
    default:
      return []
  }
}

function dropCall({ callee }: Node, textOf: (node: Node) => string): string[] {
  if (!isNode(callee) || callee.type !== 'MemberExpression' || !isNode(callee.property) || !isNode(callee.object)) return []
  return DROPPED.has(String(callee.property.name)) ? [textOf(callee.object)] : []
}

/** Texts for people have golden files: of texts, only single words are changed. */
function mutateLiteral(value: unknown, { parent, field }: Place): string[] {
  if (typeof value === 'number') return [value === 0 ? '1' : String(value + 1)]
  if (typeof value === 'bigint') return [`${value + 1n}n`]
  if (typeof value === 'boolean') return [String(!value)]
  // A comparison is turned round already.
  const isCompared = parent.type === 'BinaryExpression' && (field === 'left' || field === 'right')
  if (typeof value !== 'string' || isCompared || !/^[a-z][\w-]*$/i.test(value)) return []
  return [`'${WORDS[value] ?? ''}'`]
}

function isText(node: unknown): boolean {
  return isNode(node) && (node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string'))
}
