/** Names of the data sources that find what stands at addresses, no two the same: keys may differ in their marks only. */
export function dataNames(addresses: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    [...new Set(addresses)].map((address) => {
      const name = `adopted_${address.replace(/[^A-Za-z0-9_-]+/g, "_")}`;
      let free = name;
      for (let count = 2; taken.has(free); count++) free = `${name}_${count}`;
      taken.add(free);
      return [address, free];
    }),
  );
}
