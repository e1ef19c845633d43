import type { AddressRange } from "../model/address-range";

/** IPv4 addresses together with ports: every address of the range on every port. */
export interface Box extends AddressRange {
  readonly fromPort: number;
  readonly toPort: number;
}

/** What two boxes have in common. */
export function overlap(a: Box, b: Box): Box | undefined {
  const [first, last] = [Math.max(a.first, b.first), Math.min(a.last, b.last)];
  const [fromPort, toPort] = [Math.max(a.fromPort, b.fromPort), Math.min(a.toPort, b.toPort)];
  return first <= last && fromPort <= toPort ? { first, last, fromPort, toPort } : undefined;
}

/** What is left of a box when another is cut out of it. */
export function cutOut(box: Box, cut: Box): readonly Box[] {
  const common = overlap(box, cut);
  if (common === undefined) return [box];
  const { first, last, fromPort, toPort } = common;
  const parts: readonly Box[] = [
    { ...box, toPort: fromPort - 1 },
    { ...box, fromPort: toPort + 1 },
    { first: box.first, last: first - 1, fromPort, toPort },
    { first: last + 1, last: box.last, fromPort, toPort },
  ];
  return parts.filter((part) => part.first <= part.last && part.fromPort <= part.toPort);
}
