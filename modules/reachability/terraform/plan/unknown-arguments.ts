import { symbolicText } from "../expressions/symbolic-text";
import { ABSENT, unknownValue, type Value } from "../expressions/value";
import { attributeReference } from "../resources/terraform-resource";
import { isChosen } from "./chosen-instances";
import { plainReference } from "./plain-reference";
import { isComputed, isOfEndpointType, nounOf, takesList } from "./plan-arguments";
import type { PlanContext } from "./plan-context";
import { readPlanExpression } from "./plan-expression";
import type { PlanModule } from "./plan-module";
import {
  type InstanceKey,
  isWanted,
  onlyThing,
  type Sighting,
  thingMeant,
  valueOfSightings,
  type Wanted,
} from "./plan-sightings";
import { evaluateTemplate } from "./plan-template";
import { isUnknown, type PlanInstance } from "./planned-resource";
import { type ArgumentPart, DYNAMIC } from "./planned-value";
import { definitionLookedUp } from "./task-definition-lookup";

/** Finds the arguments of a resource again that only the apply knows, by what its expressions refer to. */
export class UnknownArguments {
  readonly #resource: PlanInstance;
  readonly #module: PlanModule;
  readonly #context: PlanContext;

  constructor(resource: PlanInstance, module: PlanModule, context: PlanContext) {
    this.#resource = resource;
    this.#module = module;
    this.#context = context;
  }

  /** What an argument names. What nobody has given to a resource is absent; of a data source it is what it looks up. */
  find(part: ArgumentPart): Value {
    const { name, expression } = part;
    if (expression === undefined) {
      return this.#resource.mode === "data" ? attributeReference(this.#resource, name) : ABSENT;
    }
    const list = takesList(name);
    const noun = nounOf(this.#resource.type, name);
    const isOfThing = noun !== undefined || /(?:^|_)(?:id|arn)s?$/.test(name);
    const plain = isOfThing ? plainReference(this.#module, expression, this.#resource.planned) : undefined;
    const meant = plain === undefined ? undefined : thingMeant(plain, { noun, list });
    if (meant !== undefined) return this.#only(meant, list);
    const search = () => this.#search(part, { noun, list, isOfThing });
    const { planned } = this.#resource;
    return isOfThing && this.#isSameForAll(part)
      ? this.#module.sameForAll(`${planned.name} ${name}`, search)
      : search();
  }

  /** Whether every instance of the resource has the argument that it is, since nothing in its expression tells them apart. */
  #isSameForAll({ name, expression }: ArgumentPart): boolean {
    const { name: resource, key } = this.#resource.planned;
    if (key === undefined || this.#module.expressionsOf(resource)?.[name] !== expression) return false;
    const { byInstance, eachValue, template } = readPlanExpression(expression);
    return !byInstance && eachValue === undefined && template === undefined;
  }

  #search(
    { name, expression, siblings }: ArgumentPart,
    { noun, list, isOfThing }: Pick<Wanted, "noun" | "list"> & { readonly isOfThing: boolean },
  ): Value {
    const exact = this.#exact(expression);
    if (exact !== undefined) {
      const parts = exact.kind === "list" ? exact.items : [exact];
      const isWhole = parts.every((part) => noun === undefined || isWanted(part, { noun, list: true }));
      if (isWhole) return this.#prefixed(exact);
    }
    if (!isOfThing) return this.#composed(name, expression);
    const found = this.#sightings(expression, {
      noun,
      list,
      consumer: this.#resource.planned.name,
      instance: this.#instance,
    });
    const only = onlyThing(found);
    if (only !== undefined) return this.#only(only, list);
    // Nothing that only the apply knows can be in it, so that it is not given, and AWS makes it.
    if (found.length === 0 && isComputed(name)) return ABSENT;
    const value = valueOfSightings(found, list, isComputed(name), () => this.#claims(name));
    const blocks = siblings.filter((sibling) => sibling === true).length;
    const isVague = blocks > 1 && value.kind === "list" && value.items.length > 1;
    if (isVague) return unknownValue(`the plan does not tell which ${name} belong to which block`);
    const refersToMore =
      readPlanExpression(expression).references.length > found.filter(({ by }) => by === "name").length;
    if (isChosen(value, { argument: name, found, refersToMore }, (each) => this.#resourceOf(each))) {
      return unknownValue(`of the instances to which ${name} refers, the plan does not tell which are meant`);
    }
    return this.#prefixed(value);
  }

  #only(thing: Value, list: boolean): Value {
    return this.#prefixed(list ? { kind: "list", items: [thing] } : thing);
  }

  /** An attribute of what a data source looks up, where that is in the plan: it reads it when that is created. */
  lookedUp(attribute: string): Value | undefined {
    const { mode, type, planned } = this.#resource;
    if (mode !== "data" || !isUnknown(planned, attribute)) return undefined;
    if (type !== "aws_ecs_task_definition") return this.#lookedUpById(attribute);
    const definition = definitionLookedUp(this.#resource, this.#context.resources);
    return definition === this.#resource ? undefined : definition?.attribute(attribute);
  }

  #lookedUpById(attribute: string): Value | undefined {
    const { type, planned } = this.#resource;
    const noun = nounOf(type, "id");
    const expression = this.#module.expressionsOf(planned.name)?.["id"];
    if (noun === undefined || expression === undefined) return undefined;
    const wanted = { noun, list: false, instance: this.#instance };
    const [first, ...others] = this.#context.names
      .sightings(this.#module, expression, wanted)
      .flatMap(({ values }) => values)
      .map((value) => {
        const meant = this.#resourceOf(value);
        return meant === this.#resource ? undefined : meant?.attribute(attribute);
      });
    // Which one of several it is does not matter where all have the same, such as the VPC of some subnets.
    const isSame = first !== undefined && others.every((each) => symbolicText(each ?? ABSENT) === symbolicText(first));
    return isSame && first.kind !== "unknown" ? first : undefined;
  }

  /** The value of an expression that the plan has as such. */
  #exact(expression: unknown): Value | undefined {
    const { template } = readPlanExpression(expression);
    const value =
      template === undefined
        ? undefined
        : evaluateTemplate(this.#module, template, this.#resource.planned.key, this.#context.budget);
    return value?.kind === "unknown" ? undefined : value;
  }

  #sightings(expression: unknown, wanted: Wanted): readonly Sighting[] {
    const { names } = this.#context;
    if (expression === DYNAMIC) return names.visible(this.#module, wanted);
    return names.sightings(this.#module, expression, wanted).concat(this.#each(expression, wanted));
  }

  /** What `each.value` can stand for in an expression. */
  #each(expression: unknown, wanted: Wanted): readonly Sighting[] {
    const { name, key } = this.#resource.planned;
    const { eachValue } = readPlanExpression(expression);
    if (eachValue === undefined || key === undefined) return [];
    const over = this.#module.blocks.get(name)?.["for_each_expression"];
    if (over === undefined) return [];
    const inMap: Wanted = { ...wanted, list: false, trail: [key, ...eachValue] };
    const found = this.#context.names.sightings(this.#module, over, inMap);
    const isCertain = found.some(({ by }) => by === "name");
    return found.map((sighting): Sighting => {
      const [only, ...others] = sighting.values;
      // Over the instances of a resource the key tells which of them it is.
      const isSameKey = others.length === 0 && this.#resourceOf(only)?.planned.key === key;
      if (isSameKey) return { ...sighting, by: "name" };
      return sighting.by === "local" && isCertain ? sighting : { ...sighting, by: "each" };
    });
  }

  /** The claims: how many instances take an argument that only the apply knows. */
  #claims(name: string): number {
    return this.#module.instancesOf(this.#resource.planned.name).filter(({ planned }) => {
      return isUnknown(planned, name) && isOfEndpointType(name, planned.values["vpc_endpoint_type"]);
    }).length;
  }

  #composed(name: string, expression: unknown): Value {
    const texts = readPlanExpression(expression).references.map(({ text }) => text);
    const of = texts.length === 0 ? "" : ` of ${texts.join(", ")}`;
    return unknownValue(
      `only the apply knows ${name} of ${this.#resource.address}, and the plan does not tell how it is made${of}`,
    );
  }

  get #instance(): InstanceKey | undefined {
    const { name, key } = this.#resource.planned;
    return key === undefined ? undefined : { key, count: this.#module.instancesOf(name).length };
  }

  #resourceOf(value: Value | undefined): PlanInstance | undefined {
    return value?.kind === "reference" ? this.#context.resources.get(value.address) : undefined;
  }

  /** Resources have their prefix; variables and local values get it here. */
  #prefixed(value: Value): Value {
    const { prefix } = this.#context;
    if (prefix === "") return value;
    if (value.kind === "list") return { kind: "list", items: value.items.map((item) => this.#prefixed(item)) };
    const isName = value.kind === "reference" && value.type === undefined && !value.address.startsWith(prefix);
    return isName ? { ...value, address: `${prefix}${value.address}` } : value;
  }
}
