import { asksToRegion } from "../../asks/asks-to-region";
import { arnRegion } from "../../aws/arn-region";
import { endpointServiceFacts, isEndpointServiceName } from "../../aws/endpoint-services/endpoint-service-facts";
import { unknownServiceIssue } from "../../issues/unknown-service-issue";
import type { UncheckedGrant } from "../../task/grants/grant";
import { accessWords, grantedArns, grantRequests, isOfMount } from "../../task/grants/grant-requests";
import { applicationAsk, remarksOnCall } from "./application-call";
import type { AskRule } from "./ask-rule";

/** What the application calls, with the rights to it: one ask for each Region in which the things are. */
export const grants: AskRule = {
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
  *asks({ task, context }) {
    for (const [index, grant] of (task.grants ?? []).entries()) {
      const path = `grants[${index}]`;
      const { service } = grant;
      if (!isEndpointServiceName(service)) {
        yield { unreachable: unknownServiceIssue(service, path) };
        continue;
      }
      for (const [region, arns] of byRegion(grantedArns(grant))) {
        const requests = arns.flatMap((arn) => grantRequests(grant, arn, index));
        const ask = {
          ...applicationAsk({ rule: "grant", service, path, requests, doing: doing(grant) }),
          ...(isOfMount(grant) ? { withoutEndpoint: true } : {}),
        };
        yield* asksToRegion([ask], region, context, {
          name: `what ${path} is about at ${endpointServiceFacts(service).title}`,
          fix: `use one in ${context.surroundings.region}`,
        });
      }
      yield* remarksOnCall(service, path);
    }
  },
};

function byRegion(arns: readonly string[]): ReadonlyMap<string | undefined, readonly string[]> {
  const result = new Map<string | undefined, string[]>();
  for (const arn of arns) {
    const region = arnRegion(arn);
    result.set(region, [...(result.get(region) ?? []), arn]);
  }
  return result;
}

function doing(grant: UncheckedGrant): string {
  return (grant.actions ?? accessWords(grant)).join(", ");
}
