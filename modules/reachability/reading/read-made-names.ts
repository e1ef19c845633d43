import { knownValue } from "../model/fact";
import type { MadeName } from "../model/made-name";
import { isAbsent } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { textFact } from "./facts";
import { identityFact } from "./identities";
import type { ResourceIndex } from "./resource-index";

const KINDS = {
  aws_ecs_cluster: "cluster",
  aws_cloudwatch_log_group: "log group",
  aws_security_group: "security group",
} as const satisfies Readonly<Record<string, MadeName["kind"]>>;

/** What is created under a name that only one of its kind can have, where the name and the place are known. */
export function readMadeNames(index: ResourceIndex): readonly MadeName[] {
  return index.all.flatMap((resource) => {
    const { address, type, mode } = resource;
    // What a snapshot has found goes by its id; it may be what the Terraform at hand manages.
    if (mode !== "managed" || !isKind(type) || !address.includes(`${type}.`)) return [];
    const name = knownValue(textFact(resource.argument("name")));
    const place = placeOf(resource, index);
    return name === undefined || place === undefined ? [] : [{ address, kind: KINDS[type], name, place }];
  });
}

function isKind(type: string): type is keyof typeof KINDS {
  return Object.hasOwn(KINDS, type);
}

/** Within what a name is taken once: a provider stands for an account, and for a Region where the resource names none. */
function placeOf(resource: TerraformResource, index: ResourceIndex): string | undefined {
  const own = resource.argument("region");
  const region = isAbsent(own) ? "" : knownValue(textFact(own));
  if (region === undefined) return undefined;
  if (resource.type !== "aws_security_group") return `${resource.provider} ${region}`;
  const vpc = knownValue(identityFact(resource.argument("vpc_id"), index));
  return vpc === undefined ? undefined : `${resource.provider} ${region} ${vpc.text}`;
}
