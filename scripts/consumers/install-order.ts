import type { Consumer } from "./consumer";

/** A project that is installed, and another one before it whose packages stay. */
export interface Install {
  readonly consumer: Consumer;
  /** The project to whose packages npm adds what is missing. @default - npm starts with an empty folder */
  readonly after?: Consumer;
}

/**
 * The order in which installs cost least. A project that needs all packages of another, in the same versions, takes over what
 * is installed there, and npm adds to it, as it does for a user who adds a package.
 */
export function installOrder(consumers: readonly Consumer[]): readonly Install[] {
  const order: Install[] = [];
  const free: Consumer[] = [];
  for (const consumer of consumers.toSorted((a, b) => a.packages.size - b.packages.size)) {
    const index = free.findLastIndex((other) => hasAllOf(consumer, other));
    const [after] = index === -1 ? [] : free.splice(index, 1);
    order.push(after === undefined ? { consumer } : { consumer, after });
    free.push(consumer);
  }
  return order;
}

function hasAllOf(consumer: Consumer, other: Consumer): boolean {
  return [...other.packages].every(([name, version]) => consumer.packages.get(name) === version);
}
