import { existingImports } from "./existing-import";
import { hclBlock, hclText } from "./hcl";
import { matchResources } from "./match-resources";
import type { ResourceOfPlan, ResourcesOfPlan } from "./resources-of-plan";
import { ruleImports, standingRule } from "./rule-import";
import { removedBlocks, saidInline } from "./said-inline";
import { describeUnmanaged, unmanagedRules } from "./unmanaged-rules";

/** What somebody says of the resources. */
export interface AdoptionProps {
  /** Addresses in the state by the address that they get. */
  readonly said: ReadonlyMap<string, string>;
  /** Addresses of what would be created and exists in the account. */
  readonly exists: ReadonlySet<string>;
}

/** The blocks with which a configuration takes over what stands. */
export interface Adoption {
  /** The blocks `moved`, of what stands in the state under another address. */
  readonly moved: readonly string[];
  /** The blocks `import`, and the data sources that find their ids. */
  readonly imports: readonly string[];
  /** The blocks `removed`, of what an endpoint says itself by now. */
  readonly removed: readonly string[];
  /** Addresses in the state that nothing takes over. */
  readonly left: readonly string[];
  /** Addresses in the state that a block `removed` lets go, so that they stand in the account and nothing takes them over. */
  readonly forgotten: readonly string[];
  /** The rules within groups that stay in the account, and that nothing takes over, in words. */
  readonly unmanaged: readonly string[];
  /** Addresses of what exists, and nothing says by which id. */
  readonly unidentified: readonly string[];
}

/** Finds out of a plan how what would be created takes over what would be destroyed, or what exists. */
export function adoptionOf(resources: ResourcesOfPlan, { said, exists }: AdoptionProps): Adoption {
  const { forgotten } = resources;
  const counterparts = matchResources(resources, said);
  const taken = resources.arriving.flatMap(({ address: to }) => {
    const from = counterparts.get(to)?.address;
    return from === undefined ? [] : [{ from, to }];
  });
  const moved = new Set(taken.map(({ from }) => from));
  const rest = resources.arriving.filter(({ address }) => !counterparts.has(address));
  const rules = rest.flatMap((each) => standingRule(each, counterparts, { exists, forgotten }) ?? []);
  const imported = new Set(rules.map(({ address }) => address));
  const found = rest.filter(({ address }) => exists.has(address) && !imported.has(address));
  const existing = existingImports(found, counterparts);
  const inline = saidInline(resources, counterparts);
  const untaken = (those: readonly ResourceOfPlan[]) =>
    those.filter((each) => !moved.has(each.address) && !inline.includes(each)).map(({ address }) => address);
  return {
    moved: [...resources.moved, ...taken].map(({ from, to }) => hclBlock("moved", [`from = ${from}`, `to   = ${to}`])),
    imports: [
      ...resources.importing.map(({ to, id }) => hclBlock("import", [`to = ${to}`, `id = ${hclText(id)}`])),
      ...ruleImports(rules),
      ...[...existing.values()].flat(),
    ],
    removed: removedBlocks(inline),
    left: untaken(resources.leaving),
    forgotten: untaken(forgotten),
    unmanaged: unmanagedRules(resources, counterparts).map(describeUnmanaged),
    unidentified: found.map(({ address }) => address).filter((address) => !existing.has(address)),
  };
}

/** The file of HCL; what is not taken over stands in it as a comment. */
export function adoptionFile(adoption: Adoption): string {
  const { moved, imports, removed, left, forgotten, unmanaged, unidentified } = adoption;
  const comments = [
    ...left.map((address) => `# not taken over, and destroyed by an apply: ${address}`),
    ...forgotten.map((address) => `# not taken over, and left in the account by its block removed: ${address}`),
    ...unmanaged.map((rule) => `# stays in the account, and nothing manages it, so revoke it after the apply: ${rule}`),
    ...unidentified.map((address) => `# exists, and nothing here says its id: write an import block for ${address}`),
  ];
  const parts = [...moved, ...imports, ...removed, ...(comments.length === 0 ? [] : [comments.join("\n")])];
  return `${parts.join("\n\n")}\n`;
}
