import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleLibrary } from "../scripts/build-library";
import { type Comparison, comparisonTable } from "./comparison";
import { measure } from "./measure";
import type { Workspace } from "./workspace";

/** A resource in a plan, in the configuration of a plan, or in what was read before it. */
interface PlannedResource {
  readonly type: string;
  readonly name: string;
}

/** What is multiplied of the JSON of a plan. */
interface Plan {
  readonly resource_changes: readonly PlannedResource[];
  readonly configuration: { readonly root_module: { readonly resources: readonly PlannedResource[] } };
}

const PLAN = "__tests__/modules/reachability/terraform/plans/dedicated-endpoint-subnets/new.json";
const TASK = "docs/samples/orders.json";
/** The only name that an account takes once; each copy has its own. */
const LOG_GROUP = "/ecs/app";
const RESOURCES = 1000;

/** The built command beside an empty Node process: a plan of endpoints, and the check of a plan with many resources. */
export function benchCommand({ project, directory, repetitions }: Workspace): string {
  const library = join(directory, "command");
  bundleLibrary(library);
  writeFileSync(join(directory, "empty.cjs"), "");
  const plan: Plan = JSON.parse(readFileSync(join(project, PLAN), "utf8"));
  const others: Plan = { ...plan, ...without(plan, /^aws_ecs_/) };
  writeFileSync(join(directory, "one-service.json"), JSON.stringify(sum(plan, others)));
  writeFileSync(join(directory, "services.json"), JSON.stringify(sum(plan, plan)));
  const command = `node ${join(library, "cli/main.js")}`;
  const measured = measure(
    {
      empty: { line: "node empty.cjs", cwd: directory },
      plan: { line: `${command} plan ${join(project, TASK)}`, cwd: directory },
      one: { line: `${command} check one-service.json`, cwd: directory },
      many: { line: `${command} check services.json`, cwd: directory },
    },
    { repetitions: repetitions * 3, directory },
  );
  const row = (name: string, of: "plan" | "one" | "many", allowedRatio?: number): Comparison[] => {
    const [ofCommand, baseline] = [measured.get(of), measured.get("empty")];
    return ofCommand === undefined || baseline === undefined
      ? []
      : [{ name, measured: ofCommand, baseline, ...(allowedRatio === undefined ? {} : { allowedRatio }) }];
  };
  return comparisonTable("The command; the baseline is an empty Node process", [
    ...row("plan of a task definition", "plan", 1.6),
    ...row(`check of a service among ${RESOURCES} resources of networks`, "one", 3),
    ...row(`check of ${RESOURCES} resources with a service in each network`, "many"),
  ]);
}

/** A plan without resources of some types. */
function without({ resource_changes, configuration }: Plan, types: RegExp): Plan {
  const isOther = ({ type }: PlannedResource) => !types.test(type);
  return {
    resource_changes: resource_changes.filter(isOther),
    configuration: { root_module: { resources: configuration.root_module.resources.filter(isOther) } },
  };
}

/** A plan, and as many copies of another, each under names of its own, that there are enough resources. */
function sum(plan: Plan, other: Plan): Plan {
  const count = Math.ceil((RESOURCES - plan.resource_changes.length) / other.resource_changes.length);
  const all = [plan, ...Array.from({ length: count }, (_, index) => renamed(other, index))];
  return {
    ...plan,
    resource_changes: all.flatMap(({ resource_changes }) => resource_changes),
    configuration: {
      ...plan.configuration,
      root_module: {
        ...plan.configuration.root_module,
        resources: all.flatMap(({ configuration }) => configuration.root_module.resources),
      },
    },
  };
}

function renamed(plan: Plan, index: number): Plan {
  const named = new Map(plan.configuration.root_module.resources.map(({ type, name }) => [`${type}.${name}`, name]));
  const names = new Set(named.values());
  const rename = (key: string, value: unknown) =>
    key === "name" && typeof value === "string" && names.has(value) ? `${value}_${index}` : value;
  const text = JSON.stringify(plan, rename)
    .replaceAll(/(?<![\w.])(aws_\w+\.\w+)/g, (address) => (named.has(address) ? `${address}_${index}` : address))
    .replaceAll(LOG_GROUP, `${LOG_GROUP}-${index}`);
  return JSON.parse(text);
}
