import type { Block, TerraformFixture } from "./terraform-fixture";

/** Resources that only tie others together, and are nothing without one of them. */
const TIES = /_(?:association|rule|attachment|endpoint_policy)$/;

/** A copy without a resource, and without what hangs on it: rules and associations that refer to it, and `depends_on`. */
export function withoutResource(terraform: TerraformFixture, address: string): TerraformFixture {
  const left = terraform.clone();
  const gone = [address];
  for (const each of gone) {
    left.remove(each);
    for (const [other, block] of blocksOf(left)) {
      const waitsFor = block["depends_on"];
      if (Array.isArray(waitsFor)) block["depends_on"] = waitsFor.filter((one) => one !== each);
      if (gone.includes(other) || !JSON.stringify(block).includes(`\${${each}.`)) continue;
      if (!TIES.test(other.split(".")[0] ?? "")) throw new Error(`${other} refers to ${each}`);
      gone.push(other);
    }
  }
  return left;
}

/** Every resource with its address. */
export function blocksOf({ json }: TerraformFixture): readonly (readonly [address: string, block: Block])[] {
  return Object.entries(json.resource).flatMap(([type, blocks]) =>
    Object.entries(blocks).map(([name, block]) => [`${type}.${name}`, block] as const),
  );
}

/** The resources of a type with their addresses. */
export function resourcesOf(terraform: TerraformFixture, type: string) {
  return blocksOf(terraform).filter(([address]) => address.startsWith(`${type}.`));
}

/** The `Name` among the tags of a resource. */
export function nameTag(block: Block): string {
  return /"Name":"([^"]*)"/.exec(JSON.stringify(block["tags"]) ?? "")?.[1] ?? "";
}

/** A list of texts in a block. */
export function textsOf(block: Block, argument: string): readonly string[] {
  const value = block[argument];
  return Array.isArray(value) ? value.map(String) : [];
}
