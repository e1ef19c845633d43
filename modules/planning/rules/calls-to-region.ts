import { foreignRegion, type PlanSurroundings, reachesRegion } from "../../asks/plan-surroundings";
import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import type { Issue } from "../../issues/issue";
import type { Finding, Requirement } from "./requirement-rule";

/** What lies in the Region, and how to bring it into the task's. */
export interface RegionalThing {
  /** For example `the repository "…"`. */
  readonly name: string;
  /** How it gets into the task's Region, for example `"replicate the repository"`. */
  readonly fix: string;
}

/**
 * Calls for one thing in a Region: requirements where that is the task's own Region or unknown, or where endpoints to the
 * other Region exist; else the thing is out of reach.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html
 */
export function* callsToRegion(
  calls: readonly [Requirement, ...Requirement[]],
  region: string | undefined,
  surroundings: PlanSurroundings,
  thing: RegionalThing,
): Generator<Finding> {
  const foreign = foreignRegion(region, surroundings);
  if (foreign === undefined) {
    yield* calls;
    return;
  }
  const reached = calls.filter(({ service }) => reachesRegion(service, foreign, surroundings));
  for (const call of reached)
    yield { ...call, type: "Interface", region: foreign, text: `${call.text}, in ${foreign}` };
  const [first, ...others] = calls.filter((call) => !reached.includes(call));
  if (first === undefined) return;
  yield { unreachable: otherRegionIssue([first, ...others], foreign, surroundings, thing) };
}

function otherRegionIssue(
  missing: readonly [Requirement, ...Requirement[]],
  region: string,
  surroundings: PlanSurroundings,
  { name, fix }: RegionalThing,
): Issue {
  const [{ service, path }] = missing;
  const { crossRegion, title } = endpointServiceFacts(service);
  const services = missing.map((call) => `"${call.service}"`).join(", ");
  const problem = `${name} is in ${region}, the task in ${surroundings.region}`;
  const common = { code: "other-region" as const, path, problem };
  if (crossRegion !== true) {
    return {
      ...common,
      why: `the call goes to ${title} in ${region}, which is not among the services that an endpoint can reach in another Region`,
      fix,
    };
  }
  return {
    ...common,
    why: `gateway endpoints reach their own Region only, and no interface endpoint leads to ${services} in ${region}`,
    fix: `${fix}; or name the endpoints that lead there: { service: "${service}", type: "Interface", serviceRegion: "${region}" }`,
  };
}
