import type { AcceptedIssue, DependencyProof, Proof, TaskProof } from "../../../../modules/reachability/model/proof";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";

/** A block of Terraform JSON that a test changes. */
export type Block = Record<string, unknown>;
type Blocks = Record<string, Record<string, Block>>;

/** Terraform JSON as a test writes it, or as a stack is synthesized. */
export interface FixtureJson {
  readonly [member: string]: unknown;
  readonly resource?: Blocks;
  readonly data?: Blocks;
}

/** Terraform JSON that tests break: resources by address, for example `"aws_vpc.main"`. */
export class TerraformFixture {
  readonly json: {
    [member: string]: unknown;
    resource: Blocks;
    data: Blocks;
  };

  constructor({ resource = {}, data = {}, ...others }: FixtureJson) {
    this.json = structuredClone({ ...others, resource, data });
  }

  /** The block of a resource. */
  at(address: string): Block {
    const [blocks, type, name] = this.#place(address);
    const block = blocks[type]?.[name];
    if (block === undefined) throw new Error(`there is no ${address}`);
    return block;
  }

  /** Adds a resource, or replaces it. */
  add(address: string, block: Block): this {
    const [blocks, type, name] = this.#place(address);
    blocks[type] = { ...blocks[type], [name]: block };
    return this;
  }

  /** Changes arguments; `undefined` removes one. */
  set(address: string, changes: Block): this {
    Object.assign(this.at(address), changes);
    return this;
  }

  /** Removes a resource. */
  remove(address: string): this {
    const [blocks, type, name] = this.#place(address);
    this.at(address);
    delete blocks[type]?.[name];
    return this;
  }

  /** Another copy. */
  clone(): TerraformFixture {
    return new TerraformFixture(this.json);
  }

  /** The proof of this JSON alone. */
  prove(): Proof {
    return proveReachability([this.json]);
  }

  #place(address: string): readonly [Blocks, string, string] {
    const [first = "", second = "", third = ""] = address.split(".");
    return first === "data" ? [this.json.data, second, third] : [this.json.resource, first, second];
  }
}

/** The only task of a proof. */
export function onlyTask(proof: Proof): TaskProof {
  const [task, ...others] = proof.tasks;
  if (task === undefined || others.length > 0) throw new Error(`${proof.tasks.length} tasks`);
  return task;
}

/** What was proved of one service. */
export function dependency(proof: Proof, service: string): DependencyProof {
  const found = onlyTask(proof).dependencies.find((each) => each.service === service);
  if (found === undefined) throw new Error(`the task does not call ${service}`);
  return found;
}

/** The text of a hop of a call, and its verdict. */
export function hop(proof: Proof, service: string, name: string): string {
  const found = dependency(proof, service).hops.find((each) => each.hop === name);
  return found === undefined ? "not walked" : `${found.verdict}: ${found.text}`;
}

/** Every issue of a proof. */
export function issuesOf(proof: Proof): readonly AcceptedIssue[] {
  return [
    ...proof.tasks.flatMap(({ dependencies, issues }) => [
      ...dependencies.flatMap(({ issue }) => (issue === undefined ? [] : [issue])),
      ...issues,
    ]),
    ...proof.conflicts,
  ];
}

/** The issues with a code. */
export function issuesWith(proof: Proof, code: string): readonly AcceptedIssue[] {
  return issuesOf(proof).filter((issue) => issue.code === code);
}
