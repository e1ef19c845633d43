import type { RouteTable, Tag } from "@aws-sdk/client-ec2";

/** Whether a route table is that of subnets without one of their own. */
export function isMain({ Associations = [] }: RouteTable): boolean {
  return Associations.some((each) => each.Main === true);
}

/** The tag `Name`, the only one that is kept. */
export function nameOf(tags: readonly Tag[] = []): { readonly name?: string } {
  const name = tags.find(({ Key }) => Key === "Name")?.Value;
  return name === undefined || name === "" ? {} : { name };
}

/** The order of things in the file. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
