import { Configuration, type RemoteOutputs } from "./configuration/configuration";
import { readsStateOf } from "./configuration/remote-state";
import { Budget } from "./expressions/budget";
import { objectAt, type TerraformJson, textAt } from "./expressions/terraform-json";
import { isPlan, readPlan } from "./plan/read-plan";
import { readAcceptances } from "./resources/annotations";
import type { TerraformReading } from "./resources/terraform-resource";

/** Reads configurations and plans together: references from one to the outputs of another are followed. */
export function readTerraform(inputs: readonly TerraformJson[]): TerraformReading {
  const prefixes = inputs.length === 1 ? [""] : uniqueNames(inputs).map((name) => `${name}/`);
  const producers = new Map<TerraformJson, number>();
  const remoteOutput: RemoteOutputs = (remoteState, output) => {
    const producer = producers.get(remoteState) ?? inputs.findIndex((other) => readsStateOf(remoteState, other));
    producers.set(remoteState, producer);
    return configurations[producer]?.output(output);
  };
  const stack = new Budget();
  const configurations = inputs.map((json, index) =>
    isPlan(json) ? undefined : new Configuration(json, prefixes[index] ?? "", remoteOutput, new Budget(stack)),
  );
  return {
    resources: inputs.flatMap(
      (json, index) => configurations[index]?.resources ?? readPlan(json, prefixes[index] ?? ""),
    ),
    modules: configurations.flatMap((configuration) => configuration?.modules ?? []),
    accepted: inputs.flatMap((json, index) => (isPlan(json) ? [] : readAcceptances(json, prefixes[index] ?? ""))),
  };
}

/** cdktf writes the name of the stack into the JSON; a name that comes twice gets a number. */
function uniqueNames(inputs: readonly TerraformJson[]): readonly string[] {
  const seen = new Map<string, number>();
  return inputs.map((json) => {
    const name = textAt(objectAt(objectAt(json, "//"), "metadata"), "stackName") ?? "input";
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 && name !== "input" ? name : `${name}-${count}`;
  });
}
