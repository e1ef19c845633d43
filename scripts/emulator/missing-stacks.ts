import type { SynthesizedStack } from "./synthesized-app";

/**
 * The stacks without which others cannot be deployed, or destroyed. cdktf-cli asks for all that the manifest names; here counts
 * what stands: a stack on which another depends may be deployed already, and one that depends on another may be none.
 *
 * @param chosen names of the stacks that are deployed or destroyed
 * @param standing names of the stacks that stand in the account
 */
export function missingStacks(
  command: "deploy" | "destroy",
  chosen: readonly string[],
  stacks: readonly Pick<SynthesizedStack, "name" | "dependencies">[],
  standing: readonly string[],
): string[] {
  const isMissing = ({ name }: { readonly name: string }) =>
    !chosen.includes(name) && standing.includes(name) === (command === "destroy");
  const needed =
    command === "deploy"
      ? stacks.filter(({ name }) =>
          stacks.some((each) => chosen.includes(each.name) && each.dependencies.includes(name)),
        )
      : stacks.filter(({ dependencies }) => dependencies.some((name) => chosen.includes(name)));
  return needed.filter(isMissing).map(({ name }) => name);
}
