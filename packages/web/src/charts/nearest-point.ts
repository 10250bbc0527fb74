/**
 * The point of a plot that lies nearest to a place on its x axis; null when there is none. Both run from 0 to 1.
 *
 * @example nearestPoint([{ x: 0 }, { x: 0.5 }, { x: 1 }], 0.6) // 1
 */
export function nearestPoint(points: readonly { x: number }[], x: number): number | null {
  let nearest: number | null = null;
  for (const [index, point] of points.entries()) {
    if (nearest === null || Math.abs(point.x - x) < Math.abs((points[nearest]?.x ?? Infinity) - x)) nearest = index;
  }
  return nearest;
}
