import { relative } from 'node:path'
import { createVitest, type TestSpecification, type Vitest } from 'vitest/node'
import { instrument } from './faults/instrument.ts'
import { listMutants } from './faults/mutants.ts'
import type { Scope } from './plan.ts'

/** Vitest with all mutants in the sources, and one worker that keeps what it loaded. */
export function startVitest({ root, files, tests, setupFiles }: Scope): Promise<Vitest> {
  const first = new Map<string, number>()
  for (const { file, id } of listMutants(files, root)) if (!first.has(file)) first.set(file, id)
  const options = {
    config: false as const,
    root,
    watch: false,
    include: [...tests],
    setupFiles: [...setupFiles],
    runner: `${import.meta.dirname}/runner.ts`,
    isolate: false,
    // It would keep the numbers of faults in files that did not change themselves.
    fsModuleCache: false,
    maxWorkers: 1,
    silent: true,
    reporters: [],
    update: false,
    testTimeout: 120_000,
    dangerouslyIgnoreUnhandledErrors: true,
  }
  const plugin = {
    name: 'mutants',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      const number = first.get(relative(root, id))
      return number === undefined ? null : { code: instrument(code, number), map: null }
    },
  }
  return createVitest('test', options, { plugins: [plugin] })
}

/** The tests that load a source, those of its own folder first. Known once all tests have run. */
export function testsOf(vitest: Vitest, source: string, all: readonly TestSpecification[]): TestSpecification[] {
  const graphs = vitest.projects.flatMap(({ vite }) => Object.values(vite.environments).map(({ moduleGraph }) => moduleGraph))
  const files = new Set<string>()
  const climb = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    for (const graph of graphs) {
      for (const module of graph.getModulesByFile(file) ?? []) for (const { file: above } of module.importers) if (above) climb(above)
    }
  }
  climb(source)
  const room = relative(vitest.config.root, source).split('/').slice(1, -1).join('/')
  const isNear = ({ moduleId }: TestSpecification) => moduleId.startsWith(`${vitest.config.root}/__tests__/${room}/`)
  const tests = all.filter(({ moduleId }) => files.has(moduleId))
  return [...tests.filter(isNear), ...tests.filter((test) => !isNear(test))]
}
