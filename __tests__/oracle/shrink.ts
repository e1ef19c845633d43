import { isUnknown, type RandomNetwork } from "./network";

/** The smallest network that still has a fault: whatever can be taken away is. */
export function shrink(network: RandomNetwork, hasFault: (network: RandomNetwork) => boolean): RandomNetwork {
  let smallest = network;
  for (let found: RandomNetwork | undefined = network; found !== undefined; ) {
    smallest = found;
    found = smallerOnes(smallest).find((each) => isWhole(each) && hasFault(each));
  }
  return smallest;
}

function smallerOnes(network: RandomNetwork): readonly RandomNetwork[] {
  return smaller(network).filter((each): each is RandomNetwork => typeof each === "object" && each !== null);
}

/** A value with one thing less. */
function smaller(value: unknown): readonly unknown[] {
  if (isUnknown(value)) return value.of;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return [
      ...items.map((_, index) => items.filter((_item, other) => other !== index)),
      ...items.flatMap((item, index) => smaller(item).map((less) => items.with(index, less))),
    ];
  }
  if (typeof value !== "object" || value === null) return [];
  const members: readonly (readonly [string, unknown])[] = Object.entries(value);
  return members.flatMap(([name, member]) => [
    ...(name === "acl" || name === "table" ? [Object.fromEntries(members.filter(([other]) => other !== name))] : []),
    ...smaller(member).map((less) => ({ ...value, [name]: less })),
  ]);
}

/** Whether everything that is named is there. */
function isWhole({ subnets, tables, acls, nats, endpoints, taskSubnets }: RandomNetwork): boolean {
  const has = (things: readonly { readonly name: string }[], name: string | undefined) =>
    name === undefined || things.some((thing) => thing.name === name);
  const all = <T>(value: T | { readonly of: readonly T[] }): readonly T[] =>
    typeof value === "object" && value !== null && "of" in value ? value.of : [value];
  return (
    taskSubnets.length > 0 &&
    taskSubnets.every((name) => has(subnets, name)) &&
    subnets.every(({ table, acl }) => has(tables, table) && has(acls, acl)) &&
    nats.every(({ subnet }) => has(subnets, subnet)) &&
    tables.every(({ routes }) => routes.every(({ target }) => typeof target !== "object" || has(nats, target.nat))) &&
    endpoints.every(
      (endpoint) =>
        all(endpoint.subnets).every((names) => names.every((name) => has(subnets, name))) &&
        all(endpoint.tables).every((names) => names.every((name) => name === "main" || has(tables, name))),
    )
  );
}
