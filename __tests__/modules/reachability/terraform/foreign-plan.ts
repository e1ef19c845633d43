import { readFileSync } from "node:fs";
import type { AcceptedIssue } from "../../../../modules/reachability/model/proof";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { dependency } from "../support/terraform-fixture";
import type { PLANS, TIMES } from "./plans/plans";

interface Change {
  readonly address: string;
  readonly change: {
    actions: string[];
    after: Record<string, unknown>;
    after_unknown: Record<string, unknown>;
  };
}

interface DataSource {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly values: Record<string, unknown>;
}

interface Plan {
  [member: string]: unknown;
  resource_changes: Change[];
  prior_state: { values: { root_module: { resources: DataSource[] } } };
}

/** A plan of Terraform that never saw this library; see `plans/README.md`. Tests break it. */
export class ForeignPlan {
  readonly json: Plan;

  constructor(name: (typeof PLANS)[number], time: (typeof TIMES)[number]) {
    this.json = JSON.parse(readFileSync(new URL(`plans/${name}/${time}.json`, `file://${__dirname}/`), "utf8"));
  }

  /** Changes what a resource is after the apply. */
  set(address: string, values: Record<string, unknown>): void {
    const { after, after_unknown } = this.#at(address).change;
    Object.assign(after, values);
    for (const name of Object.keys(values)) delete after_unknown[name];
  }

  /** Changes the blocks of a resource. */
  setBlocks(address: string, name: string, values: Record<string, unknown>): void {
    const { after, after_unknown } = this.#at(address).change;
    const blocks: unknown = after[name];
    if (!Array.isArray(blocks) || blocks.length === 0) throw new Error(`${address} has no ${name}`);
    after[name] = blocks.map((block) => ({ ...block, ...values }));
    const marks: unknown = after_unknown[name];
    if (!Array.isArray(marks)) return;
    const keep = ([member]: [string, unknown]) => !Object.hasOwn(values, member);
    after_unknown[name] = marks.map((mark) => Object.fromEntries(Object.entries(mark).filter(keep)));
  }

  /** Lets the plan destroy a resource; one that is new is not there at all. */
  remove(address: string): void {
    const found = this.#at(address);
    if (found.change.actions.includes("create")) {
      this.json.resource_changes = this.json.resource_changes.filter((each) => each !== found);
    } else found.change.actions = ["delete"];
  }

  /** Makes a data source of the root one that is read only during the apply. */
  defer(address: string, attribute: string): void {
    const { resources } = this.json.prior_state.values.root_module;
    const found = resources.find((each) => each.address === address);
    if (found === undefined) throw new Error(`there is no ${address}`);
    const { values, ...entry } = found;
    const { [attribute]: _, ...after } = values;
    this.json.prior_state.values.root_module.resources = resources.filter((each) => each !== found);
    this.json.resource_changes.push({
      ...entry,
      change: { actions: ["read"], after, after_unknown: { [attribute]: true } },
    });
  }

  /** Makes an argument one that only the apply knows. */
  forget(address: string, name: string): void {
    const { after, after_unknown } = this.#at(address).change;
    delete after[name];
    after_unknown[name] = true;
  }

  /** What is wrong with the calls of one service. */
  issue(service: string): AcceptedIssue | undefined {
    return dependency(proveReachability([this.json]), service).issue;
  }

  #at(address: string): Change {
    const found = this.json.resource_changes.find((each) => each.address === address);
    if (found === undefined) throw new Error(`there is no ${address}`);
    return found;
  }
}
