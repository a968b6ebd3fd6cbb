/** Entries of the bundle: each loads what it needs, the engine they share is loaded once. */
export async function action(): Promise<number> {
  const { runAction } = await import('./action/action.ts')
  return runAction(process.env)
}

export async function cli(): Promise<number> {
  const { runCli } = await import('./terminal/cli.ts')
  return runCli(process.argv.slice(2))
}

export async function upload(): Promise<number> {
  const { runUploader } = await import('./github/artifacts/uploader.ts')
  return runUploader()
}

/** What src/library/index.ts exports, for dist/index.js. */
export function library(): Promise<typeof import('./library/index.ts')> {
  return import('./library/index.ts')
}
