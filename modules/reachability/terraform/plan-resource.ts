import { derivedAttribute } from "./derived-attributes";
import type { PlanModule } from "./plan-module";
import { valueOfJson } from "./plan-references";
import { isObject, type TerraformJson } from "./terraform-json";
import type { TerraformResource } from "./terraform-resource";
import { ABSENT, isAbsent, type ReferenceValue, unknownValue, type Value } from "./value";

/** A resource of a plan, as it is after the apply. */
export interface PlannedResource {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  /** Its name in its module, for example `"aws_vpc.main"`. */
  readonly name: string;
  readonly key?: string | number;
  readonly values: TerraformJson;
  /** Which of the values only the apply knows: `true`, or the same for what is inside. */
  readonly unknown: TerraformJson;
  readonly created: boolean;
}

/** Arguments that take a list. What a plan refers to in them are elements. */
const LISTS: ReadonlySet<string> = new Set([
  "availability_zones",
  "cidr_blocks",
  "domain_name_servers",
  "ipv6_cidr_blocks",
  "network_load_balancer_arns",
  "prefix_list_ids",
  "route_table_ids",
  "security_group_ids",
  "security_groups",
  "subnet_ids",
  "subnets",
]);

/**
 * Arguments that show what other resources have done where they are not given, for example the rules of a group that are
 * resources of their own. Those resources count, since the plan may change them.
 */
const MIRRORS: ReadonlySet<string> = new Set([
  "egress",
  "ingress",
  "policy",
  "route",
  "route_table_ids",
  "security_group_ids",
  "subnet_ids",
]);

/** What the arguments in a block can refer to, where a plan tells the references of all blocks together. */
const TYPES_OF_ARGUMENT: Readonly<Record<string, RegExp>> = {
  security_groups: /^aws_(?:default_)?security_group$/,
  prefix_list_ids: /^aws_(?:vpc_endpoint|prefix_list|ec2_managed_prefix_list)$/,
  gateway_id: /^aws_(?:internet|vpn)_gateway$/,
  nat_gateway_id: /^aws_nat_gateway$/,
  transit_gateway_id: /^aws_ec2_transit_gateway/,
  vpc_peering_connection_id: /^aws_vpc_peering_connection/,
  vpc_endpoint_id: /^aws_vpc_endpoint$/,
};

/** What the resources of a plan have in common. */
export interface PlanSurroundings {
  /**
   * The only VPC that the plan creates, where it looks up no other one after the apply has begun. Its id is the only id of a
   * VPC that the plan cannot know, so whatever VPC is not known yet is this one.
   *
   * @default - there are several, or none
   */
  onlyNewVpc?: PlanResource;
}

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

  argument(name: string): Value {
    const known = this.#arguments.get(name);
    if (known !== undefined) return known;
    this.#arguments.set(name, unknownValue(`${this.address} refers to itself`));
    const expressions = this.#module.expressionsOf(this.name);
    const expression = expressions?.[name];
    const isMirror = expressions !== undefined && expression === undefined && MIRRORS.has(name);
    const combined = isMirror
      ? ABSENT
      : this.#combine(name, this.#planned.values[name], this.#planned.unknown[name], expression);
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
    return derivedAttribute(this, name) ?? this.#own(name);
  }

  #own(attribute: string): ReferenceValue {
    return { kind: "reference", address: this.address, type: this.type, attribute };
  }

  /** A planned value; where it is not known, what the configuration says of it. */
  #combine(name: string, value: unknown, unknown: unknown, expression: unknown): Value {
    if (unknown === true) {
      if (expression === undefined) return this.#own(name);
      return this.#refer(name, expression, LISTS.has(name));
    }
    if (Array.isArray(value)) {
      const marks = Array.isArray(unknown) ? unknown : [];
      const items = value.map((item, index) => this.#element(name, item, marks, expression, index));
      return { kind: "list", items };
    }
    if (isObject(value) || isObject(unknown)) return this.#block(value, unknown, expression, [unknown]);
    // The provider writes what is not given as an empty text.
    return value === undefined || value === "" ? ABSENT : valueOfJson(value);
  }

  #refer(name: string, expression: unknown, list: boolean): Value {
    const attribute = name.endsWith("arn") || name.endsWith("arns") ? "arn" : "id";
    const key = this.key === undefined ? {} : { key: this.key };
    return this.#prefixed(this.#module.evaluate(expression, { attribute, list, ...key }));
  }

  #element(name: string, value: unknown, marks: readonly unknown[], expression: unknown, index: number): Value {
    // Blocks have an expression each; a list, and blocks that are written as an argument, have one for all.
    const own = Array.isArray(expression) ? expression[index] : expression;
    const mark = marks[index];
    if (isObject(value) || isObject(mark))
      return this.#block(value, mark, own, Array.isArray(expression) ? [mark] : marks);
    return this.#combine(name, value, mark, own);
  }

  /** @param siblings what is not known in the blocks to which the expression belongs */
  #block(value: unknown, unknown: unknown, expression: unknown, siblings: readonly unknown[]): Value {
    const values = isObject(value) ? value : {};
    const marks = isObject(unknown) ? unknown : {};
    const isShared = isObject(expression) && Array.isArray(expression["references"]);
    const members = [...new Set([...Object.keys(values), ...Object.keys(marks)])].map((name) => {
      const own = isObject(expression) && !isShared ? expression[name] : expression;
      if (!isShared || marks[name] !== true) {
        return [name, this.#combine(name, values[name], marks[name], own)] as const;
      }
      const claims = siblings.filter((sibling) => isObject(sibling) && sibling[name] === true).length;
      return [name, ofType(name, this.#refer(name, expression, true), claims)] as const;
    });
    return { kind: "object", members: Object.fromEntries(members) };
  }

  #prefixed(value: Value): Value {
    if (this.#prefix === "") return value;
    if (value.kind === "list") return { kind: "list", items: value.items.map((item) => this.#prefixed(item)) };
    // Resources have their prefix; variables and local values get it here.
    const isName = value.kind === "reference" && value.type === undefined && !value.address.startsWith(this.#prefix);
    return isName ? { ...value, address: `${this.#prefix}${value.address}` } : value;
  }
}

/**
 * What an argument in a block can mean of all that its blocks refer to together.
 *
 * @param claims in how many of the blocks the argument is not known
 */
function ofType(name: string, value: Value, claims: number): Value {
  const types = TYPES_OF_ARGUMENT[name];
  const items = value.kind === "list" ? value.items : [value];
  const meant = items.filter((item) => {
    return types === undefined || item.kind !== "reference" || item.type === undefined || types.test(item.type);
  });
  const [only, ...others] = meant;
  if (only === undefined || (others.length > 0 && (claims > 1 || !LISTS.has(name)))) {
    return unknownValue(`the plan does not tell what ${name} is in which block`);
  }
  return LISTS.has(name) ? { kind: "list", items: meant } : only;
}
