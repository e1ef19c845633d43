import { hasUnknown } from "../expressions/known-value";
import type { TerraformJson } from "../expressions/terraform-json";
import { ABSENT, isAbsent, unknownValue, type Value } from "../expressions/value";
import { derivedAttribute } from "../resources/derived-attributes";
import { attributeReference } from "../resources/terraform-resource";
import { isComputed } from "./plan-arguments";
import type { PlanContext } from "./plan-context";
import type { PlanModule } from "./plan-module";
import { hasUnknownPart, isUnknown, type PlanInstance, type PlannedResource } from "./planned-resource";
import { DYNAMIC, plannedValue, singleValue } from "./planned-value";
import { UnknownArguments } from "./unknown-arguments";

/** Blocks that show what other resources have done where they are not given. A plan does not tell whether `dynamic` has given them. */
const MIRRORED_BLOCKS: ReadonlySet<string> = new Set(["egress", "entry", "ingress", "route"]);

/** One instance of a resource or data source in a plan. */
export class PlanResource implements PlanInstance {
  readonly planned: PlannedResource;
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly region: Value;
  readonly provider: string;
  readonly created: boolean;
  readonly isRead: boolean;
  readonly account?: string;
  readonly #context: PlanContext;
  readonly #expressions: TerraformJson | undefined;
  readonly #unknown: UnknownArguments;
  readonly #arguments = new Map<string, Value>();

  constructor(planned: PlannedResource, module: PlanModule, provider: string, region: Value, context: PlanContext) {
    this.planned = planned;
    this.address = `${context.prefix}${planned.address}`;
    this.mode = planned.mode;
    this.type = planned.type;
    this.region = region;
    this.provider = `${context.prefix}${provider}`;
    this.created = planned.created;
    this.isRead = planned.isRead;
    const account = context.accounts.get(this.provider);
    if (account !== undefined) this.account = account;
    this.#context = context;
    this.#expressions = module.expressionsOf(planned.name);
    this.#unknown = new UnknownArguments(this, module, context);
  }

  /** Only the configuration beside the plan has comments. */
  get said(): Value | undefined {
    return this.#context.beside?.(this.address)?.said;
  }

  argument(name: string): Value {
    const known = this.#arguments.get(name) ?? this.#asGiven(name);
    if (known !== undefined) return known;
    this.#arguments.set(name, unknownValue(`${this.address} refers to itself`));
    const read = this.#filled(
      name,
      this.#context.budget.spend(() => this.#read(name)),
    );
    const isOpaque = read.kind === "unknown" || (read.kind === "reference" && read.type === undefined);
    const vpc = name === "vpc_id" && isOpaque ? this.#context.onlyNewVpc : undefined;
    const value = vpc === undefined ? read : vpc.attribute("id");
    this.#arguments.set(name, value);
    return value;
  }

  attribute(name: string): Value {
    const value = this.argument(name);
    const isLookup = value.kind === "reference" && value.address === this.address;
    if (!isAbsent(value) && !isLookup) return value;
    return derivedAttribute(this, name) ?? this.#unknown.lookedUp(name) ?? attributeReference(this, name);
  }

  /**
   * What the plan leaves unknown is taken from the configuration beside it, also where its references seem to tell: they do not
   * say whether all instances of a resource are meant, or those that a `for` with a condition takes.
   */
  #filled(name: string, read: Value): Value {
    const { beside: configuration } = this.#context;
    if (configuration === undefined || !(hasUnknown(read) || hasUnknownPart(this.planned.unknown[name]))) return read;
    const beside = configuration(this.address)?.argument(name);
    if (beside === undefined || beside.kind === "unknown") return read;
    return read.kind === "unknown" || !hasUnknown(beside) ? beside : read;
  }

  /** An argument that needs no expression: a single value that the plan knows, or what nobody has given. That is what most are. */
  #asGiven(name: string): Value | undefined {
    const { values, unknown } = this.planned;
    const [value, mark] = [values[name], unknown[name]];
    if (mark === undefined) {
      if (value === undefined || value === null) return ABSENT;
      return typeof value === "object" || isComputed(name) ? undefined : singleValue(value);
    }
    const isOwn = mark === true && this.mode === "managed" && this.#context.beside === undefined;
    return isOwn && this.#expressions !== undefined && this.#expressions[name] === undefined ? ABSENT : undefined;
  }

  #read(name: string): Value {
    const { values, unknown } = this.planned;
    const expressions = this.#expressions;
    const expression = expressions?.[name];
    // Without the configuration nobody knows what is given.
    if (expressions === undefined && isUnknown(this.planned, name)) return attributeReference(this, name);
    if (expressions !== undefined && expression === undefined && this.#isMirror(name)) return ABSENT;
    // An attribute that has no expression is not given; a block without one is dynamic.
    const isBlock = expression === undefined && !isUnknown(this.planned, name);
    const part = { name, expression: isBlock ? DYNAMIC : expression, siblings: [unknown[name]] };
    return plannedValue(values[name], unknown[name], part, this.#unknown);
  }

  /**
   * Whether an argument that is not given shows what other resources have done, for example the rules of a group that are
   * resources of their own. Those resources count, since the plan may change them.
   */
  #isMirror(name: string): boolean {
    // What a data source has read is not given, and is what counts.
    if (this.mode === "data" && this.isRead) return false;
    if (isComputed(name)) return true;
    if (!MIRRORED_BLOCKS.has(name)) return false;
    if (isUnknown(this.planned, name)) return true;
    // What exists shows what others have added to it; `dynamic` blocks look the same.
    return !this.created && this.#context.addsTo(this.type, String(this.planned.values["id"]));
  }
}
