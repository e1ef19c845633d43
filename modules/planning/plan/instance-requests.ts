import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import {
  defaultEndpointType,
  endpointServiceFacts,
  isEndpointServiceName,
} from "../../aws/endpoint-services/endpoint-service-facts";
import type { InstanceSpec } from "../instance/instance-spec";
import type { EndpointRequest } from "./union";

/**
 * What Session Manager needs besides its rights. The agent's releases before 3.3.40.0 use `ec2messages`, later ones
 * `ssmmessages` where it can be reached.
 *
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html, read 2026-11-20.
 */
const SESSION_MANAGER: readonly (readonly [service: EndpointServiceName, text: string, failure: string])[] = [
  ["ssm", "the SSM Agent registers with Systems Manager", "the instance never shows up in Session Manager"],
  ["ssmmessages", "Session Manager opens its sessions through it", "no session opens"],
  [
    "ec2messages",
    "older releases of the SSM Agent get their messages through it",
    "an older agent does not come online",
  ],
  ["s3", "updates of the SSM Agent are in S3", "the agent stays as old as the image"],
];

/** The endpoints that an instance needs, each with its reason. A service outside the catalog is reported elsewhere. */
export function instanceRequests({ name, sessionManager, packages, uses }: InstanceSpec): EndpointRequest[] {
  const requests: EndpointRequest[] = [];
  const request = (service: EndpointServiceName, rule: string, text: string, failure: string, source: string) =>
    requests.push({
      ...{ service, type: defaultEndpointType(service) },
      reason: { rule, text, failure, task: name, source },
    });
  if (sessionManager !== false) {
    for (const [service, text, failure] of SESSION_MANAGER) {
      request(service, "session-manager", text, failure, "sessionManager");
    }
  }
  if (packages !== undefined && packages.length > 0) {
    // Source: AL2023's dnf asks al2023-repos-<Region>-de612dc2.s3.dualstack.<Region>.amazonaws.com;
    // https://awstut.com/en/2021/12/11/run-yum-on-a-private-subnet-instance/, read 2026-11-21.
    const text = "the repositories of Amazon Linux 2023 are in S3";
    request("s3", "amazon-linux-packages", text, "dnf gives up after a while and nothing is installed", "packages");
  }
  for (const [index, service] of (uses ?? []).entries()) {
    if (!isEndpointServiceName(service)) continue;
    if (service === "ecr.dkr") {
      const text = "ECR keeps image layers in S3";
      request("s3", "ecr-pull", text, "the login works and the pull times out", `uses[${index}]`);
    }
    const text = `the instance calls ${endpointServiceFacts(service).title}`;
    request(service, "declared-use", text, "the calls time out", `uses[${index}]`);
  }
  return requests;
}
