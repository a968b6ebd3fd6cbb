import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isObject } from './schema.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: unknown
}

interface Content {
  readonly content?: { readonly 'application/json'?: { readonly schema: unknown } }
}

interface Operation {
  readonly operationId: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content>>
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** An operation of GitHub's API. */
export interface Endpoint {
  /** As Octokit writes it, for example `GET /repos/{owner}/{repo}`. */
  readonly route: string
  readonly operation: Operation
  readonly pattern: RegExp
}

const file = join(import.meta.dirname, '../../fixtures/github/openapi-subset.json')
const { paths }: OpenApi = JSON.parse(readFileSync(file, 'utf8'), allowGone)

// GitHub shows a head's repository as null once it is deleted, which its description leaves out.
function allowGone(key: string, value: unknown): unknown {
  if (!isObject(value)) return value
  if (key === 'head_repository') return { ...value, nullable: true }
  const { properties } = value
  if (key !== 'head' || !isObject(properties) || !isObject(properties.repo) || !('label' in properties)) return value
  return { ...value, properties: { ...properties, repo: { ...properties.repo, nullable: true } } }
}

/** All operations of GitHub's description, those with the most fixed parts of a path first. */
export const endpoints: readonly Endpoint[] = Object.entries(paths)
  .sort(([one], [other]) => countFixed(other) - countFixed(one))
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path}`,
      operation,
      pattern: new RegExp(`^${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, toGroup)}$`),
    })),
  )

// A path in a repository and a ref may have slashes, encoded or not.
function toGroup(_: string, name: string): string {
  return name === 'path' || name === 'ref' || name === 'basehead' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`
}

function countFixed(path: string): number {
  return path.split('/').filter((part) => !part.startsWith('{')).length
}
