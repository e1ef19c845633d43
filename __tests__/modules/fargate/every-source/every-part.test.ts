import { describe, expect, it } from "vitest";
import { isEndpointServiceName } from "../../../../modules/aws/endpoint-services/endpoint-service-facts";
import type { Proof } from "../../../../modules/reachability/model/proof";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { admits } from "../../../support/policy-evaluator";
import { issuesOf, type TerraformFixture } from "../../reachability/support/terraform-fixture";
import { resourcesOf } from "../../reachability/support/terraform-removal";
import { filledIn, type PlannedRequest, plannedRequests } from "./concrete-requests";
import { everyKnownRequest, planOf, type WrittenStatement } from "./every-source";
import {
  brokenCalls,
  endpointPolicies,
  made,
  removalsOf,
  rolePolicies,
  type WrittenPolicy,
  widenedOf,
  withStatements,
} from "./written-parts";

const planned = plannedRequests(everyKnownRequest);
const interfaces = planOf(everyKnownRequest)
  .endpoints.filter(({ type }) => type === "Interface")
  .map(({ service }) => service);

const filled = (statements: readonly WrittenStatement[]): readonly WrittenStatement[] =>
  JSON.parse(JSON.stringify(statements).replaceAll(/\$\{[^}]*\}/g, filledIn));

/** What the evaluator refuses with what is left of a policy, and did not before. */
function refusedBy(
  { statements }: WrittenPolicy,
  left: readonly WrittenStatement[],
  requests: readonly PlannedRequest[],
): readonly PlannedRequest[] {
  const [before, after] = [filled(statements), filled(left)];
  return requests.filter(({ request }) => admits(before, request) && !admits(after, request));
}

/** The services of requests, each once. */
const servicesOf = (requests: readonly PlannedRequest[]) => [...new Set(requests.map(({ service }) => service))].sort();

/** What a task cannot do without. */
const needed = (requests: readonly PlannedRequest[]) => requests.filter(({ mayLack }) => !mayLack);

it("the task is proved, each call of it, and nothing in it is too wide", () => {
  const proof = made.prove();
  expect(proof.verdict).toBe("proved");
  const services = proof.tasks[0]?.dependencies.map(({ service }) => service);
  const outside = ["events", "registry.example.com", "splunk.example.com:8088"];
  expect(services?.toSorted()).toEqual([...endpointPolicies.map(({ of }) => of), ...outside].sort());
  expect(wide(made)).toEqual([]);
});

describe("a part of a generated policy that is taken away breaks the calls that need it, at the hop endpoint-policy", () => {
  it.each(endpointPolicies)("at $of", (policy) => {
    const requests = planned.filter(({ service, isThroughEndpoint }) => isThroughEndpoint && service === policy.of);
    for (const { name, left } of removalsOf(policy.statements)) {
      const expected = servicesOf(needed(refusedBy(policy, left, requests)));
      expect(brokenCalls(withStatements(policy, left).prove()), name).toEqual(
        expected.map((service) => `${service} endpoint-policy`),
      );
    }
  });

  it("for every statement but those which only grant, which a task may lack, or which both endpoints of ECR have", () => {
    const idle = endpointPolicies.flatMap((policy) => {
      const requests = planned.filter(({ service, isThroughEndpoint }) => isThroughEndpoint && service === policy.of);
      return policy.statements
        .filter((statement) => {
          const left = policy.statements.filter((each) => each !== statement);
          return needed(refusedBy(policy, left, requests)).length === 0;
        })
        .map(({ Sid }) => `${policy.of} ${Sid}`);
    });
    expect(idle.toSorted()).toEqual([
      "ecr.api EcrPull",
      "ecr.api EcrPullThroughCache",
      "ecr.dkr EcrPullThroughCache",
      "ecr.dkr EcrToken",
      "logs LogGroups",
      // The layers of the task's own images and of GuardDuty's are in one bucket.
      "s3 EcrPull",
      "s3 EnvironmentFileBuckets",
      "s3 RuntimeMonitoring",
      "s3 S3ReadOf",
    ]);
  });
});

/** Services whose things may have policies of their own, which are not in the Terraform: there a right less leaves it open. */
const mayBeGrantedElsewhere = ({ request: { action, resource } }: PlannedRequest) =>
  resource !== "*" && !/^(?:logs|ssm|ssmmessages):/.test(action);

describe("a part of the statements of a role that is taken away breaks the calls that need it, at the hop permissions", () => {
  it.each(rolePolicies)("of the $of, or leaves open what a policy of the thing itself may allow", (policy) => {
    const requests = planned.filter(({ by, isOfRole }) => isOfRole && by === policy.of);
    for (const { name, left } of removalsOf(policy.statements)) {
      const refused = refusedBy(policy, left, requests);
      const certain = servicesOf(needed(refused).filter((each) => !mayBeGrantedElsewhere(each)));
      const proof = withStatements(policy, left).prove();
      expect(brokenCalls(proof), name).toEqual(certain.map((service) => `${service} permissions`));
      const open = servicesOf(refused).filter((service) => !certain.includes(service) && isCalled(service));
      expect(withoutPermissions(proof), name).toEqual(open);
      const isSaid = proof.conflicts.some(({ code }) => code === "permissions-not-proved");
      if (open.length > 0) expect(isSaid, name).toBe(true);
    }
  });
});

/** A file system is mounted, and not called. */
const isCalled = (service: string) => service !== "elasticfilesystem";

/** The services of AWS's of whose calls it is not proved that the roles allow them. */
function withoutPermissions({ tasks }: Proof): readonly string[] {
  return tasks
    .flatMap(({ dependencies }) => dependencies)
    .filter(({ service, hops }) => isEndpointServiceName(service) && hops.every(({ hop }) => hop !== "permissions"))
    .map(({ service }) => service)
    .sort();
}

const GROUPS = ["aws_vpc_security_group_egress_rule", "aws_vpc_security_group_ingress_rule"] as const;
const rules = GROUPS.flatMap((type) => resourcesOf(made, type)).map(([address]) => ({
  rule: /_((?:egress|endpoints)-\w+)_\w+$/.exec(address)?.[1] ?? "",
  address,
}));

/** What each rule is for, by its construct, and the hop that ends without it. */
const PURPOSES: Readonly<Record<string, readonly [hop: string, services: readonly string[]]>> = {
  "egress-endpoints": ["task-security-group", interfaces],
  "egress-s3": ["task-security-group", ["s3"]],
  "egress-dynamodb": ["task-security-group", ["dynamodb"]],
  "egress-registry": ["task-security-group", ["registry.example.com"]],
  "egress-splunk": ["task-security-group", ["splunk.example.com:8088"]],
  "endpoints-ingress": ["endpoint-security-group", interfaces],
};

describe("a rule of a security group that is taken away breaks the calls that it is for", () => {
  it("and each has its purpose", () => {
    expect(rules.map(({ rule }) => rule).sort()).toEqual(Object.keys(PURPOSES).sort());
  });

  it.each(rules)("$rule", ({ rule, address }) => {
    const [hop, services] = PURPOSES[rule] ?? ["", []];
    const broken = brokenCalls(made.clone().remove(address).prove());
    expect(broken).toEqual(services.map((service) => `${service} ${hop}`).sort());
  });
});

const WIDE = /^(?:policy-too-wide|egress-to-anywhere|ingress-too-wide)$/;

/** What is said of whatever admits more than is asked. */
function wide(terraform: TerraformFixture): readonly string[] {
  return issuesOf(proveReachability([terraform.json], { leastPrivilege: true }))
    .filter(({ code }) => WIDE.test(code))
    .map(({ code, path, problem }) => `${code} ${path}: ${problem}`);
}

/** The two endpoints of ECR have one policy. */
const isOneOf = (service: string, of: string) =>
  service === of || (service.startsWith("ecr.") && of.startsWith("ecr."));

describe("what is made wider is named", () => {
  it.each([...endpointPolicies, ...rolePolicies])("at the $of: each statement that a request needs", (policy) => {
    const requests = planned.filter(({ service, by }) => isOneOf(service, policy.of) || by === policy.of);
    const isNeeded = (sid: string) => {
      const left = policy.statements.filter(({ Sid }) => Sid !== sid);
      return refusedBy(policy, left, requests).length > 0;
    };
    for (const { name, sid, left } of widenedOf(policy.statements)) {
      const found = wide(withStatements(policy, left));
      if (isNeeded(sid)) expect(found, name).toEqual([expect.stringContaining(`the statement "${sid}"`)]);
    }
  });

  it.each(endpointPolicies)("at the $of: AWS's policy in place of the generated one", ({ address }) => {
    expect(wide(made.clone().remove(address))).toEqual([expect.stringContaining("has AWS's policy")]);
  });

  it.each(rules)("$rule, for every address", ({ rule, address }) => {
    const others = { referenced_security_group_id: undefined, prefix_list_id: undefined };
    const found = wide(made.clone().set(address, { ...others, cidr_ipv4: "0.0.0.0/0" }));
    const code = rule === "endpoints-ingress" ? "ingress-too-wide" : "egress-to-anywhere";
    expect(found).toEqual([expect.stringContaining(code)]);
    expect(found[0]).toContain(address);
  });
});
