import { symbolicText } from "../expressions/symbolic-text";
import { isObject } from "../expressions/terraform-json";
import { ABSENT, isAbsent, type ReferenceValue, unknownValue, type Value } from "../expressions/value";
import { derivedAttribute } from "../resources/derived-attributes";
import type { TerraformResource } from "../resources/terraform-resource";
import { isComputed, isOfEndpointType, nounOf, takesList } from "./plan-arguments";
import { hasText, hasUnknown, itemsOf } from "./plan-marks";
import type { PlanModule } from "./plan-module";
import { readPlanExpression, valueOfJson } from "./plan-references";
import { isWanted, type Sighting, valueOfSightings, type Wanted } from "./plan-sightings";
import { evaluateTemplate } from "./plan-template";
import type { PlannedResource, PlanSurroundings } from "./planned-resource";

/**
 * Arguments that show what other resources have done where they are not given, for example the rules of a group that are
 * resources of their own. Those resources count, since the plan may change them.
 */
const MIRRORS: ReadonlySet<string> = new Set(["policy", "route_table_ids", "security_group_ids", "subnet_ids"]);

/** The same of blocks. A plan does not tell whether `dynamic` has given them. */
const MIRRORED_BLOCKS: ReadonlySet<string> = new Set(["egress", "ingress", "route"]);

/** One instance of a resource or data source in a plan. */
export class PlanResource implements TerraformResource {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly key: string | number | undefined;
  readonly region: Value;
  readonly provider: string;
  readonly created: boolean;
  readonly #planned: PlannedResource;
  readonly #module: PlanModule;
  readonly #prefix: string;
  readonly #surroundings: PlanSurroundings;
  readonly #arguments = new Map<string, Value>();

  constructor(
    planned: PlannedResource,
    module: PlanModule,
    prefix: string,
    provider: { readonly address: string; readonly region: Value },
    surroundings: PlanSurroundings,
  ) {
    this.address = `${prefix}${planned.address}`;
    this.mode = planned.mode;
    this.type = planned.type;
    this.name = planned.name;
    this.key = planned.key;
    this.created = planned.created;
    this.region = provider.region;
    this.provider = provider.address;
    this.#planned = planned;
    this.#module = module;
    this.#prefix = prefix;
    this.#surroundings = surroundings;
  }

  /** Whether only the apply knows its id. */
  get hasNewId(): boolean {
    return this.#planned.unknown["id"] === true;
  }

  /** Whether only the apply knows an argument. */
  isUnknown(name: string): boolean {
    return this.#planned.unknown[name] === true;
  }

  /** Whether the plan knows all of an argument, and that is text or has text in it. A number may be the length of what is not known. */
  isText(name: string): boolean {
    return hasText(this.#planned.values[name]) && !hasUnknown(this.#planned.unknown[name]);
  }

  argument(name: string): Value {
    const known = this.#arguments.get(name);
    if (known !== undefined) return known;
    this.#arguments.set(name, unknownValue(`${this.address} refers to itself`));
    const expressions = this.#module.expressionsOf(this.name);
    const expression = expressions?.[name];
    const isGiven = expressions === undefined || expression !== undefined;
    const combined = !isGiven && this.#isMirror(name) ? ABSENT : this.#combine(name, expression);
    const isOpaque = combined.kind === "unknown" || (combined.kind === "reference" && combined.type === undefined);
    const vpc = name === "vpc_id" && isOpaque ? this.#surroundings.onlyNewVpc : undefined;
    const value = vpc === undefined ? combined : vpc.attribute("id");
    this.#arguments.set(name, value);
    return value;
  }

  attribute(name: string): Value {
    const value = this.argument(name);
    const isOwn = value.kind === "reference" && value.address === this.address;
    if (!isAbsent(value) && !isOwn) return value;
    return derivedAttribute(this, name) ?? this.#lookedUp(name) ?? this.#own(name);
  }

  #own(attribute: string): ReferenceValue {
    return { kind: "reference", address: this.address, type: this.type, attribute };
  }

  /** What exists shows in its blocks what other resources have added; `dynamic` blocks look the same. */
  #isMirror(name: string): boolean {
    if (MIRRORS.has(name)) return true;
    if (!MIRRORED_BLOCKS.has(name)) return false;
    if (this.isUnknown(name)) return true;
    return !this.created && this.#surroundings.addsTo(this.type, String(this.#planned.values["id"]));
  }

  /** An attribute of what a data source looks up by its id, where that is in the plan: it reads it when that is created. */
  #lookedUp(name: string): Value | undefined {
    const noun = this.mode === "data" ? nounOf(this.type, "id") : undefined;
    const expression = this.#module.expressionsOf(this.name)?.["id"];
    if (noun === undefined || expression === undefined || !this.isUnknown(name)) return undefined;
    const found = this.#module.sightings(expression, { noun, list: false, ...this.#key() });
    const [first, ...others] = found
      .flatMap(({ values }) => values)
      .map((value) => {
        const meant = value.kind === "reference" ? this.#surroundings.resources.get(value.address) : undefined;
        return meant === undefined || meant === this ? undefined : meant.attribute(name);
      });
    // Which one of several it is does not matter where all have the same, such as the VPC of some subnets.
    const isSame = first !== undefined && others.every((each) => symbolicText(each ?? ABSENT) === symbolicText(first));
    return isSame && first.kind !== "unknown" ? first : undefined;
  }

  #combine(name: string, expression: unknown): Value {
    const [value, unknown] = [this.#planned.values[name], this.#planned.unknown[name]];
    // An attribute that has no expression is not given; a block without one is dynamic.
    if (unknown === true && expression === undefined) return this.#own(name);
    return this.#merge(name, value, unknown, expression === undefined ? DYNAMIC : expression, [unknown]);
  }

  /**
   * A planned value; where it is not known, what the configuration says of it.
   *
   * @param siblings what is not known in the blocks that have the same expression
   */
  #merge(name: string, value: unknown, unknown: unknown, expression: unknown, siblings: readonly unknown[]): Value {
    if (unknown === true) return expression === undefined ? this.#own(name) : this.#name(name, expression, siblings);
    if (Array.isArray(value) || Array.isArray(unknown)) {
      const [values, marks] = [itemsOf(value), itemsOf(unknown)];
      const items = Array.from({ length: Math.max(values.length, marks.length) }, (_, index) => {
        const own = Array.isArray(expression) ? expression[index] : expression;
        return this.#merge(name, values[index], marks[index], own, Array.isArray(expression) ? [marks[index]] : marks);
      });
      return { kind: "list", items };
    }
    if (isObject(value) || isObject(unknown)) return this.#block(value, unknown, expression, siblings);
    // The provider writes what is not given as an empty text.
    return value === undefined || value === "" ? ABSENT : valueOfJson(value);
  }

  #block(value: unknown, unknown: unknown, expression: unknown, siblings: readonly unknown[]): Value {
    const values = isObject(value) ? value : {};
    const marks = isObject(unknown) ? unknown : {};
    const isShared = expression === DYNAMIC || (isObject(expression) && Array.isArray(expression["references"]));
    const members = [...new Set([...Object.keys(values), ...Object.keys(marks)])].map((name) => {
      const own = isObject(expression) && !isShared ? expression[name] : expression;
      const others = siblings.flatMap((sibling) => (isObject(sibling) ? [sibling[name]] : []));
      return [name, this.#merge(name, values[name], marks[name], own, isShared ? others : [marks[name]])] as const;
    });
    return { kind: "object", members: Object.fromEntries(members) };
  }

  /** What an argument names that only the apply knows. */
  #name(name: string, expression: unknown, siblings: readonly unknown[]): Value {
    const list = takesList(name);
    const noun = nounOf(this.type, name);
    const exact = this.#exact(expression);
    const parts = exact?.kind === "list" ? exact.items : [exact];
    const isWhole = parts.every(
      (part) => part !== undefined && (noun === undefined || isWanted(part, { noun, list: true })),
    );
    if (exact !== undefined && isWhole) return this.#prefixed(exact);
    if (noun === undefined && !/(?:^|_)(?:id|arn)s?$/.test(name)) return this.#composed(name, expression);
    const wanted: Wanted = { ...(noun === undefined ? {} : { noun }), list, consumer: this.name, ...this.#key() };
    const blocks = siblings.filter((sibling) => sibling === true).length;
    const found =
      expression === DYNAMIC
        ? this.#module.visible(wanted)
        : [...this.#module.sightings(expression, wanted), ...this.#each(expression, wanted)];
    // Nothing that only the apply knows can be in it, so that it is not given, and AWS makes it.
    if (found.length === 0 && isComputed(name)) return this.#own(name);
    const value = valueOfSightings(found, list, isComputed(name), this.#claims(name));
    const isVague = blocks > 1 && value.kind === "list" && value.items.length > 1;
    if (isVague) return unknownValue(`the plan does not tell which ${name} belong to which block`);
    // "family:revision" names the task definition of which only the revision is not known.
    const isRevision = value.kind === "reference" && value.attribute === "revision";
    return this.#prefixed(isRevision ? { ...value, attribute: "arn" } : value);
  }

  /** The value of an expression that the plan has as such. */
  #exact(expression: unknown): Value | undefined {
    const { template } = expression === DYNAMIC ? {} : readPlanExpression(expression);
    const value = template === undefined ? undefined : evaluateTemplate(this.#module, template, this.key);
    return value?.kind === "unknown" ? undefined : value;
  }

  /** What `each.value` can stand for in an expression. */
  #each(expression: unknown, wanted: Wanted): readonly Sighting[] {
    const { eachValue } = readPlanExpression(expression);
    const over = this.#module.blocks.get(this.name)?.["for_each_expression"];
    if (eachValue === undefined || over === undefined || this.key === undefined) return [];
    const found = this.#module.sightings(over, { ...wanted, list: false, trail: [this.key, ...eachValue] });
    const isCertain = found.some(({ by }) => by === "name");
    return found.map((sighting): Sighting => {
      const [only, ...others] = sighting.values;
      const meant = only?.kind === "reference" ? this.#surroundings.resources.get(only.address) : undefined;
      // Over the instances of a resource the key tells which of them it is.
      if (others.length === 0 && meant?.key === this.key) return { ...sighting, by: "name" };
      return sighting.by === "local" && isCertain ? sighting : { ...sighting, by: "each" };
    });
  }

  /** How many instances take an argument that only the apply knows. */
  #claims(name: string): number {
    return this.#module.instancesOf(this.name).filter((instance) => {
      return instance.isUnknown(name) && isOfEndpointType(name, instance.#planned.values["vpc_endpoint_type"]);
    }).length;
  }

  #composed(name: string, expression: unknown): Value {
    const texts = expression === DYNAMIC ? [] : readPlanExpression(expression).references.map(({ text }) => text);
    const of = texts.length === 0 ? "" : ` of ${texts.join(", ")}`;
    return unknownValue(
      `only the apply knows ${name} of ${this.address}, and the plan does not tell how it is made${of}`,
    );
  }

  #key(): Pick<Wanted, "key" | "count"> {
    const { key } = this;
    return key === undefined ? {} : { key, count: this.#module.instancesOf(this.name).length };
  }

  #prefixed(value: Value): Value {
    if (this.#prefix === "") return value;
    if (value.kind === "list") return { kind: "list", items: value.items.map((item) => this.#prefixed(item)) };
    // Resources have their prefix; variables and local values get it here.
    const isName = value.kind === "reference" && value.type === undefined && !value.address.startsWith(this.#prefix);
    return isName ? { ...value, address: `${this.#prefix}${value.address}` } : value;
  }
}

/** Stands for the expression of a dynamic block, which a plan leaves out. */
const DYNAMIC = Symbol("dynamic");
