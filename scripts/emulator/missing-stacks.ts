import type { CdktfRun } from "./logged-cdktf";
import type { SynthesizedStack } from "./synthesized-app";

type StackInApp = Pick<SynthesizedStack, "name" | "dependencies">;

/**
 * The stacks without which others cannot be deployed, or destroyed. cdktf-cli asks for all that the manifest names; here counts
 * what stands: a stack on which another depends may be deployed already, and one that depends on another may be none.
 *
 * @param chosen names of the stacks that are deployed or destroyed
 * @param standing names of the stacks that stand in the account
 */
export function missingStacks(
  command: CdktfRun["command"],
  chosen: readonly string[],
  stacks: readonly StackInApp[],
  standing: readonly string[],
): readonly string[] {
  return othersNeeded(command, chosen, stacks).filter((name) => standing.includes(name) === (command === "destroy"));
}

/** The stacks that cdktf-cli asks for besides the chosen ones. */
function othersNeeded(
  command: CdktfRun["command"],
  chosen: readonly string[],
  stacks: readonly StackInApp[],
): readonly string[] {
  const needed =
    command === "deploy"
      ? stacks.filter(({ name }) =>
          stacks.some((each) => chosen.includes(each.name) && each.dependencies.includes(name)),
        )
      : stacks.filter(({ dependencies }) => dependencies.some((name) => chosen.includes(name)));
  return needed.map(({ name }) => name).filter((name) => !chosen.includes(name));
}

/**
 * The runs of cdktf-cli: one for all stacks; where it would ask for others that are not needed here, one for each stack. Told to
 * leave others alone it heeds no order, and starts the first of several to destroy again and again until it is done.
 */
export function cdktfRuns(
  command: CdktfRun["command"],
  chosen: readonly string[],
  stacks: readonly StackInApp[],
  standing: readonly string[],
): readonly CdktfRun[] {
  const isEnough = missingStacks(command, chosen, stacks, standing).length === 0;
  if (!isEnough || othersNeeded(command, chosen, stacks).length === 0) {
    return [{ command, stacks: chosen, leavesOthers: false }];
  }
  return inOrder(command, chosen, stacks).map((name) => ({ command, stacks: [name], leavesOthers: true }));
}

/** Dependencies come first where stacks are deployed, and last where they are destroyed. */
function inOrder(
  command: CdktfRun["command"],
  chosen: readonly string[],
  stacks: readonly StackInApp[],
): readonly string[] {
  const dependenciesOf = (name: string) => stacks.find((stack) => stack.name === name)?.dependencies ?? [];
  const ordered = new Set<string>();
  const add = (name: string): void => {
    if (ordered.has(name) || !chosen.includes(name)) return;
    for (const each of dependenciesOf(name)) add(each);
    ordered.add(name);
  };
  for (const name of chosen) add(name);
  return command === "deploy" ? [...ordered] : [...ordered].reverse();
}
