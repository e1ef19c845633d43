/**
 * What leads back to itself: the groups in which everything is reached from everything else, as Tarjan finds them, each sorted.
 *
 * @param graph where each name leads to; names that it has no entry for are left out
 */
export function circles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const open: string[] = [];
  /** @returns the earliest name still open that the name reaches, by its number */
  const visit = (name: string): number => {
    const number = order.size;
    order.set(name, number);
    open.push(name);
    let earliest = number;
    for (const next of graph.get(name) ?? []) {
      if (!graph.has(next)) continue;
      const known = order.get(next);
      if (known === undefined) earliest = Math.min(earliest, visit(next));
      else if (open.includes(next)) earliest = Math.min(earliest, known);
    }
    if (earliest === number) {
      const group = open.splice(open.indexOf(name));
      if (group.length > 1 || graph.get(name)?.includes(name) === true) found.push(group.sort());
    }
    return earliest;
  };
  for (const name of graph.keys()) if (!order.has(name)) visit(name);
  return found.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}
