import { nearest } from "../text/nearest";

/** What to type in place of the name of a subnet that a network does not have. */
export function writeSubnet(name: string, known: readonly string[]): string {
  const [first] = known;
  if (first === undefined) return `give the network the subnet "${name}"; it has none`;
  return `write "${nearest(name, known) ?? first}"; the subnets are ${known.join(", ")}`;
}
