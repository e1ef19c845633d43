import { describe, expect, it } from "vitest";
import { asksOf } from "../../../../modules/planning/rules/asks-of";
import { groupedBy } from "../../../../modules/values/grouped-by";
import { admits, type ConcreteRequest } from "../../../support/policy-evaluator";
import { filledIn, type PlannedRequest, plannedRequests, ROLES } from "./concrete-requests";
import { ACCOUNT, everyKnownRequest, REGION, synthesizeService, writtenPolicies } from "./every-source";

const written = writtenPolicies(synthesizeService(everyKnownRequest), filledIn);
const planned = plannedRequests(everyKnownRequest);
const throughEndpoints = planned.filter(
  ({ service, isThroughEndpoint }) => isThroughEndpoint && written.endpoints[service] !== undefined,
);
const ofRoles = planned.filter(({ isOfRole }) => isOfRole);

/** A request that nobody plans. */
interface Stranger {
  /** What makes it one, for example `"another queue"`. */
  readonly kind: string;
  readonly service: string;
  readonly by: PlannedRequest["by"];
  readonly request: ConcreteRequest;
}

const OTHER_ACCOUNT = "999999999999";

/** Words in which the ARNs of the task name its things, and what stands before the ids of its keys. */
const NAMES = /orders|docker-hub|guardduty|starport|0a1b2c3d|fs-0123/g;

/** What a thing is called, by the service in its ARN. */
const THINGS: Readonly<Record<string, string>> = {
  ecr: "repository",
  s3: "bucket",
  secretsmanager: "secret",
  ssm: "parameter",
  sqs: "queue",
  kms: "key",
  logs: "log group",
  dynamodb: "table",
};

/** Actions that change what the task only reads, and that make, delete or open things, by the prefix of the service. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  ecr: ["PutImage", "InitiateLayerUpload", "UploadLayerPart", "CompleteLayerUpload"],
  s3: ["PutObjectAcl", "PutObjectTagging", "RestoreObject", "ReplicateObject"],
  secretsmanager: ["PutSecretValue", "UpdateSecret", "RotateSecret"],
  ssm: ["PutParameter", "LabelParameterVersion"],
  logs: ["PutMetricFilter", "PutRetentionPolicy", "DeleteLogStream"],
  kms: ["ReEncryptTo", "Sign", "GenerateMac"],
  dynamodb: ["PartiQLUpdate", "RestoreTableFromBackup", "ImportTable"],
  sqs: ["PurgeQueue", "StartMessageMoveTask"],
  sns: ["Subscribe", "PublishBatch"],
  kinesis: ["SplitShard", "MergeShards"],
};
const ADMINISTRATION: Readonly<Record<string, readonly string[]>> = {
  ecr: ["DeleteRepository", "SetRepositoryPolicy", "BatchDeleteImage"],
  s3: ["PutBucketPolicy", "DeleteBucket", "PutBucketPublicAccessBlock"],
  secretsmanager: ["DeleteSecret", "PutResourcePolicy"],
  ssm: ["DeleteParameter", "SendCommand", "StartSession"],
  logs: ["DeleteLogGroup", "PutResourcePolicy", "PutSubscriptionFilter"],
  kms: ["ScheduleKeyDeletion", "PutKeyPolicy", "CreateGrant"],
  dynamodb: ["DeleteTable", "UpdateTable", "PutResourcePolicy"],
  sqs: ["DeleteQueue", "AddPermission", "SetQueueAttributes"],
  sns: ["DeleteTopic", "AddPermission"],
  kinesis: ["DeleteStream", "RegisterStreamConsumer"],
  lambda: ["UpdateFunctionCode", "AddPermission"],
  states: ["UpdateStateMachine", "DeleteStateMachine"],
  sts: ["GetFederationToken", "AssumeRoot"],
};

/** The same request on another thing, and other actions on the same. */
function* beside({ service, by, request }: PlannedRequest): Generator<Stranger> {
  const { action, resource, context } = request;
  const [prefix = ""] = action.split(":");
  const actions = [
    ["write actions", WRITES],
    ["administration", ADMINISTRATION],
  ] as const;
  for (const [kind, table] of actions) {
    for (const name of table[prefix] ?? []) {
      yield { kind, service, by, request: { ...request, action: `${prefix}:${name}` } };
    }
  }
  yield { kind: "every other service", service, by, request: { ...request, action: "iam:PassRole" } };
  // An action without a resource has no other.
  if (resource === "*") return;
  const things = [
    [`another ${THINGS[resource.split(":")[2] ?? ""] ?? "thing"}`, resource.replaceAll(NAMES, "payments")],
    ["another account", resource.replaceAll(ACCOUNT, OTHER_ACCOUNT)],
    ["another Region", resource.replaceAll(REGION, "us-east-1")],
  ] as const;
  const alias = context?.["kms:ResourceAliases"];
  for (const [kind, other] of things) {
    if (other === resource || (alias !== undefined && kind === "another key")) continue;
    yield { kind, service, by, request: { ...request, resource: other } };
  }
  if (alias === undefined) return;
  const otherAlias = { ...context, "kms:ResourceAliases": ["alias/payments"] };
  yield { kind: "another key", service, by, request: { ...request, context: otherAlias } };
}

/** The same request by somebody else. */
function* byOthers({ service, by, request }: PlannedRequest): Generator<Stranger> {
  const { role, ...unsigned } = request;
  if (role === undefined) return;
  const other = by === "task-role" ? ROLES["execution-role"] : ROLES["task-role"];
  const kinds = [
    ["another role", { ...unsigned, role: `arn:aws:iam::${ACCOUNT}:role/payments-task-1` }],
    ["a role of another account", { ...unsigned, role: role.replace(ACCOUNT, OTHER_ACCOUNT) }],
    ["the task's other role", { ...unsigned, role: other }],
    ["nobody's role", unsigned],
  ] as const;
  for (const [kind, each] of kinds) yield { kind, service, by, request: each };
}

/** Each request once, without those that the plan has after all. */
function outside(strangers: readonly Stranger[], known: readonly PlannedRequest[]): readonly Stranger[] {
  const keyOf = ({ service, by, request }: Pick<Stranger, "service" | "by" | "request">) =>
    JSON.stringify([service, by, request]);
  const planned = new Set(known.map(keyOf));
  const unique = new Map(strangers.map((stranger) => [keyOf(stranger), stranger]));
  return [...unique].filter(([key]) => !planned.has(key)).map(([, stranger]) => stranger);
}

const atEndpoints = outside(
  throughEndpoints.flatMap((each) => [...beside(each), ...byOthers(each)]),
  throughEndpoints,
);
const atRoles = outside(
  ofRoles.flatMap((each) => [...beside(each)]),
  ofRoles,
);

const kindsOf = (strangers: readonly Stranger[]) =>
  Array.from(
    groupedBy(strangers, ({ kind }) => kind),
    ([kind, requests]) => ({ kind, requests, count: requests.length }),
  );

const statementsOfRole = (by: PlannedRequest["by"]) =>
  by === "execution-role" || by === "task-role" ? written.roles[by] : [];

it("the task has no call of which no request is known", () => {
  expect(asksOf(everyKnownRequest).filter(({ requests }) => requests === undefined)).toEqual([]);
});

describe("the policies of the endpoints of a task whose requests are all known", () => {
  it(`admit each of its ${throughEndpoints.length} requests`, () => {
    expect(throughEndpoints.length).toBeGreaterThan(60);
    const refused = throughEndpoints.filter(
      ({ service, request }) => !admits(written.endpoints[service] ?? [], request),
    );
    expect(refused).toEqual([]);
  });

  it.each(kindsOf(atEndpoints))("deny $count requests of $kind", ({ requests }) => {
    const admitted = requests.filter(({ service, request }) => admits(written.endpoints[service] ?? [], request));
    expect(admitted).toEqual([]);
  });

  it(`deny ${atEndpoints.length} requests in all, of every kind`, () => {
    expect(atEndpoints.length).toBeGreaterThanOrEqual(200);
    expect(kindsOf(atEndpoints).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        ...["another repository", "another bucket", "another secret", "another parameter", "another queue"],
        ...["another key", "another log group", "another account", "another Region", "write actions"],
        ...["administration", "another role", "a role of another account", "the task's other role", "nobody's role"],
      ]),
    );
  });
});

describe("the statements of its roles", () => {
  it(`allow each of its ${ofRoles.length} requests`, () => {
    expect(ofRoles.length).toBeGreaterThan(80);
    expect(ofRoles.filter(({ by, request }) => !admits(statementsOfRole(by), request))).toEqual([]);
  });

  it.each(kindsOf(atRoles))("deny $count requests of $kind", ({ requests }) => {
    expect(requests.filter(({ by, request }) => admits(statementsOfRole(by), request))).toEqual([]);
  });

  it("deny the pull of an image from outside of the VPC", () => {
    const pulls = ofRoles.filter(({ request }) => request.action === "ecr:BatchGetImage");
    expect(pulls.length).toBeGreaterThan(1);
    for (const { by, request } of pulls) {
      expect(admits(statementsOfRole(by), { ...request, context: { "aws:SourceVpc": ["vpc-other"] } })).toBe(false);
    }
  });

  it(`deny ${atRoles.length} requests in all`, () => {
    expect(atRoles.length).toBeGreaterThanOrEqual(200);
  });
});
