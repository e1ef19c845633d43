import type { Ask, AskedRequest } from "../../asks/ask";
import { LAYER } from "../../asks/ecr-pull";
import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { endpointServiceFacts, isEndpointServiceName } from "../../aws/endpoint-services/endpoint-service-facts";
import type { InstanceSpec } from "./instance-spec";

const EVERYTHING = { kind: "everything" } as const;

/** What AWS offers to everybody in buckets of its own, of which not all names are established. */
const DOWNLOADS = { by: "anonymous", requests: [{ actions: ["s3:GetObject"], on: EVERYTHING }] } as const;

/**
 * What Session Manager needs. The agent's releases before 3.3.40.0 use `ec2messages`, later ones `ssmmessages` where it can
 * be reached. The rights are those of a session and nothing else: the managed policy `AmazonSSMManagedInstanceCore` may read
 * every parameter of the account as well.
 *
 * Sources: https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html, read 2026-11-20, and
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
 */
const SESSION_MANAGER: readonly (Pick<Ask, "service" | "text" | "failure" | "requests"> & Partial<Pick<Ask, "by">>)[] =
  [
    {
      service: "ssm",
      requests: [sessionRequest(["ssm:UpdateInstanceInformation"])],
      text: "the SSM Agent registers with Systems Manager",
      failure: "the instance never shows up in Session Manager",
    },
    {
      service: "ssmmessages",
      requests: [
        sessionRequest([
          "ssmmessages:CreateControlChannel",
          "ssmmessages:CreateDataChannel",
          "ssmmessages:OpenControlChannel",
          "ssmmessages:OpenDataChannel",
        ]),
      ],
      text: "Session Manager opens its sessions through it",
      failure: "no session opens",
    },
    {
      service: "ec2messages",
      text: "older releases of the SSM Agent get their messages through it",
      failure: "an older agent does not come online",
    },
    {
      service: "s3",
      ...DOWNLOADS,
      text: "updates of the SSM Agent are in S3",
      failure: "the agent stays as old as the image",
    },
  ];

function sessionRequest(actions: readonly string[]): AskedRequest {
  return { sid: "SessionManager", actions, on: EVERYTHING };
}

/** What an instance asks. A service outside the catalog is reported elsewhere. */
export function* instanceAsks({ sessionManager, packages, uses }: InstanceSpec): Generator<Ask> {
  const by = "instance-role" as const;
  if (sessionManager !== false) {
    for (const asked of SESSION_MANAGER) yield { by, ...asked, rule: "session-manager", path: "sessionManager" };
  }
  if (packages !== undefined && packages.length > 0) {
    // Source: AL2023's dnf asks al2023-repos-<Region>-de612dc2.s3.dualstack.<Region>.amazonaws.com;
    // https://awstut.com/en/2021/12/11/run-yum-on-a-private-subnet-instance/, read 2026-11-21.
    const text = "the repositories of Amazon Linux 2023 are in S3";
    const failure = "dnf gives up after a while and nothing is installed";
    yield { rule: "amazon-linux-packages", service: "s3", ...DOWNLOADS, text, failure, path: "packages" };
  }
  for (const [index, service] of (uses ?? []).entries()) {
    if (isEndpointServiceName(service)) yield* useAsks(service, `uses[${index}]`);
  }
}

function* useAsks(service: EndpointServiceName, path: string): Generator<Ask> {
  if (service === "ecr.dkr") {
    const text = "ECR keeps image layers in S3";
    const failure = "the login works and the pull times out";
    yield { rule: "ecr-pull", service: "s3", by: "ecr", requests: [LAYER], text, failure, path };
  }
  const text = `the instance calls ${endpointServiceFacts(service).title}`;
  yield { rule: "declared-use", service, by: "instance-role", text, failure: "the calls time out", path };
}
