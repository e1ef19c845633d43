/** A place in the picture, in pixels from its upper left corner. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A rectangle of the picture. */
export interface Area extends Spot {
  readonly width: number;
  readonly height: number;
}

/** All edges of boxes lie on a grid of so many pixels, and lines run on it. */
export const UNIT = 8;

/** The next place on the grid. */
export function onGrid(length: number): number {
  return Math.ceil(length / UNIT) * UNIT;
}

export function rightOf({ x, width }: Area): number {
  return x + width;
}

export function bottomOf({ y, height }: Area): number {
  return y + height;
}

export function centreOf({ x, y, width, height }: Area): Spot {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Whether two areas share more than an edge. */
export function overlaps(a: Area, b: Area): boolean {
  return a.x < rightOf(b) && b.x < rightOf(a) && a.y < bottomOf(b) && b.y < bottomOf(a);
}

/** Whether an area lies wholly in another. */
export function isInside(inner: Area, outer: Area): boolean {
  return (
    inner.x >= outer.x && inner.y >= outer.y && rightOf(inner) <= rightOf(outer) && bottomOf(inner) <= bottomOf(outer)
  );
}

/** The smallest area that holds all. */
export function around(areas: readonly Area[]): Area {
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  return { x, y, width: Math.max(...areas.map(rightOf)) - x, height: Math.max(...areas.map(bottomOf)) - y };
}
