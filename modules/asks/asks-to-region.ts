import { endpointServiceFacts } from "../aws/endpoint-services/endpoint-service-facts";
import { isRegion } from "../aws/region";
import { type Fix, type FixLanguage, mapFix } from "../issues/fix";
import { type Issue, issue } from "../issues/issue";
import { isPending } from "../values/pending";
import { isCapitalWord } from "../values/placeholder";
import type { Ask, AskFinding } from "./ask";
import type { AskContext } from "./ask-context";
import { foreignRegion, type PlanSurroundings, reachesRegion } from "./plan-surroundings";

/** What lies in the Region, and how to bring it into the task's. */
export interface RegionalThing {
  /** For example `the repository "…"`. */
  readonly name: string;
  /** How it gets into the task's Region, for example `"replicate the repository"`. */
  readonly fix: Fix;
}

/**
 * What is asked of one thing in a Region: asks where that is the task's own Region or unknown, or where endpoints to the
 * other Region exist; else the thing is out of reach.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html
 */
export function* asksToRegion(
  asks: readonly Ask[],
  region: string | undefined,
  { surroundings }: Pick<AskContext, "surroundings">,
  thing: RegionalThing,
): Generator<AskFinding> {
  const [any] = asks;
  if (region !== undefined && any !== undefined && !isRegionOrPlaceholder(region)) {
    yield { remark: noRegion(region, any.path) };
  }
  const foreign = foreignRegion(region, surroundings);
  const missing: Ask[] = [];
  for (const ask of asks) {
    if (foreign === undefined || ask.withoutEndpoint === true) yield ask;
    else if (!reachesRegion(ask.service, foreign, surroundings)) missing.push(ask);
    else yield { ...ask, type: "Interface", region: foreign, text: `${ask.text}, in ${foreign}` };
  }
  const [first, ...others] = missing;
  if (foreign === undefined || first === undefined) return;
  yield { unreachable: otherRegionIssue([first, ...others], foreign, surroundings, thing) };
}

/** How endpoints are named that lead to a service in another Region. */
const ENDPOINT_THERE: Readonly<Record<FixLanguage, (service: string, region: string) => string>> = {
  library: (service, region) =>
    `name the endpoints that lead there: { service: "${service}", type: "Interface", serviceRegion: "${region}" }`,
  ecs: (service, region) => `create interface endpoints that lead there, for example to "${service}" in ${region}`,
  terraform: (service, region) =>
    `add interface endpoints that lead there, for example to "${service}" with service_region = "${region}"`,
};

/** Whether a text is a Region name, or stands for one: `REGION`, `your-region` and `<region>` do. */
function isRegionOrPlaceholder(region: string): boolean {
  return isPending(region) || isRegion(region) || isCapitalWord(region) || /region/i.test(region);
}

function noRegion(region: string, path: string): Issue {
  return issue("region-unknown", {
    severity: "warning",
    path,
    problem: `"${region}" is not the name of a Region`,
    why: "what lies in another Region than the task's is out of reach, and of this it cannot be told",
    fix: 'write one as AWS does, for example "eu-west-1"',
  });
}

function otherRegionIssue(
  missing: readonly [Ask, ...Ask[]],
  region: string,
  surroundings: PlanSurroundings,
  { name, fix }: RegionalThing,
): Issue {
  const [{ service, path }] = missing;
  const { crossRegion, title } = endpointServiceFacts(service);
  const services = missing.map((ask) => `"${ask.service}"`).join(", ");
  const problem = `${name} is in ${region}, the task in ${surroundings.region}`;
  if (crossRegion !== true) {
    return issue("other-region", {
      path,
      problem,
      why: `the call goes to ${title} in ${region}, which is not among the services that an endpoint can reach in another Region`,
      fix,
    });
  }
  return issue("other-region", {
    path,
    problem,
    why: `gateway endpoints reach their own Region only, and no interface endpoint leads to ${services} in ${region}`,
    fix: mapFix(fix, (text, language) => `${text}; or ${ENDPOINT_THERE[language](service, region)}`),
  });
}
