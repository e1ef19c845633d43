import { arnRegion } from "../../../aws/arn-region";
import { isEmptyText } from "../expressions/known-value";
import { objectAt, textAt } from "../expressions/terraform-json";
import { literal, unknownValue, type Value } from "../expressions/value";
import { hasOwnRegion } from "../resources/own-region";
import { readPlanExpression } from "./plan-expression";
import type { PlanSource } from "./plan-module";
import type { PlannedResource } from "./planned-resource";

/** The Regions of the providers of a plan: as they are configured, or as what they have looked up or are to create tells. */
export class PlanRegions {
  readonly #source: PlanSource;
  readonly #learnt = new Map<string, string>();
  readonly #byProvider = new Map<string, Value>();

  constructor(source: PlanSource) {
    this.#source = source;
  }

  /** Takes what a resource tells of the Region of its provider. */
  learn(provider: string, { type, values }: PlannedResource): void {
    if (this.#learnt.has(provider) || textAt(values, "region") !== undefined) return;
    const region =
      type === "aws_region"
        ? textAt(values, "id")
        : // Zones of the Region itself have one letter more; Local Zones are named otherwise.
          /^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]$/.exec(textAt(values, "availability_zone") ?? "")?.[1];
    if (region !== undefined && region !== "") this.#learnt.set(provider, region);
  }

  /** The Region of a resource: its own, or that of its provider, after all resources have told what they tell. */
  of(resource: PlannedResource, provider: string): Value {
    const own = ownRegion(resource);
    if (own !== undefined && own !== "") return literal(own);
    const region = this.#byProvider.get(provider) ?? this.#ofProvider(provider);
    this.#byProvider.set(provider, region);
    return region;
  }

  /** @param provider its key, for example `"aws"` or `"module.a:aws.west"` */
  #ofProvider(provider: string): Value {
    const configured = objectAt(this.#source.providers, provider);
    const expressions = objectAt(configured, "expressions");
    const { constant, references } = readPlanExpression(expressions["region"]);
    if (constant !== undefined && !isEmptyText(constant)) return constant;
    const [first, ...others] = references;
    const isRoot = textAt(configured, "module_address") === undefined;
    const variable =
      isRoot && first?.steps[0] === "var" && first.steps.length === 2 && others.length === 0 ? first.steps[1] : "";
    // The provider takes an empty text for none.
    const given = textAt(objectAt(this.#source.variables, String(variable)), "value") || this.#learnt.get(provider);
    return given === undefined
      ? unknownValue(`the plan does not tell the Region of the provider "${provider}"`)
      : literal(given);
  }
}

/** From provider 6 on a resource has a Region of its own, which the plan fills in; what exists has one in its ARN. */
function ownRegion({ values, mode, type }: PlannedResource): string | undefined {
  const region = hasOwnRegion({ mode, type }) ? textAt(values, "region") : undefined;
  // What is looked up may be anywhere.
  const arn = mode === "managed" ? textAt(values, "arn") : undefined;
  return region ?? (arn === undefined ? undefined : arnRegion(arn));
}
