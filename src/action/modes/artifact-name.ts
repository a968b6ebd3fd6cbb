/** An artifact's name for a comment key, so that several gates in one run keep apart. */
export function artifactName(name: string, key: string): string {
  return key === 'default' ? name : `${name}-${key}`
}
