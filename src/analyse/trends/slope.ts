/** Slope of the line that fits points best by least squares, y per x; null with fewer than two points. */
export function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): number | null {
  if (points.length < 2) return null
  const mean = (of: (point: { x: number; y: number }) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)]
  const spread = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
  return points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread
}
