/** A folder or a loose file directly in src/. */
export interface Room {
  readonly name: string
  /** Takes data and gives data: knows no file system, no network, no clock and no environment. */
  readonly isPure?: boolean
}

/** The house from top to bottom: a room may import from those below it, and from nothing else but its own. */
export const FLOORS: readonly (readonly Room[])[] = [
  [{ name: 'main.ts' }],
  [{ name: 'action' }, { name: 'terminal' }, { name: 'library' }],
  [{ name: 'gate.ts' }],
  [{ name: 'trust' }, { name: 'render', isPure: true }],
  [{ name: 'analyse', isPure: true }],
  [{ name: 'baseline' }],
  [{ name: 'github' }, { name: 'measure' }],
  [{ name: 'judge', isPure: true }],
  [{ name: 'policy', isPure: true }],
  [{ name: 'compare', isPure: true }],
  [{ name: 'summarize', isPure: true }],
  [{ name: 'read' }, { name: 'price', isPure: true }],
  [{ name: 'settings.ts' }],
  [{ name: 'usage', isPure: true }],
  [{ name: 'words', isPure: true }],
  [{ name: 'files' }],
  [{ name: 'text', isPure: true }],
  [
    { name: 'errors.ts', isPure: true },
    { name: 'time.ts', isPure: true },
    { name: 'once.ts', isPure: true },
  ],
  [{ name: 'generated' }],
]

/** What no pure room imports, even where it lies below: these read, ask and write. */
export const OUTSIDE_WORLD: readonly string[] = ['read', 'github', 'trust', 'action', 'terminal']

/** Arrows that are wrong whatever the floors say. */
export const NEVER: readonly { readonly from: string; readonly to: string; readonly why: string }[] = [
  { from: 'judge', to: 'render', why: 'a finding brings its own words: words/ has what both need' },
]

/** Files directly in src/, at the most. */
export const MOST_LOOSE = 6
/** Files in one folder, its subfolders not counted. */
export const MOST_FILES = 15

/** Rows of the map in the README, in the order in which a run passes them. Each room says what it is in a README.md of one line. */
export const MAP: readonly (readonly string[])[] = [
  ['action', 'terminal', 'library'],
  ['read'],
  ['price'],
  ['measure', 'summarize'],
  ['baseline', 'compare'],
  ['policy', 'judge'],
  ['analyse'],
  ['render', 'words'],
  ['github', 'trust'],
  ['usage', 'files', 'text'],
]
