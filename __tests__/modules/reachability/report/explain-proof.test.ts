import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { explainProof } from "../../../../modules/reachability/report/explain-proof";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { sampleStack } from "../support/sample-stacks";

const LOGS = "aws_vpc_endpoint.logs";

describe("explainProof", () => {
  it("shows each service with the way of its calls and the resources on it, those of one manner together", () => {
    expect(explainProof(isolatedNetwork().prove())).toBe(
      `proved: 1 task, 4 services

orders (aws_ecs_service.orders): proved, 4 of 4 services proved
  proved  s3
    endpoint                   aws_vpc_endpoint.s3
    DNS                        aws_vpc.main
    task's security group      aws_vpc_security_group_egress_rule.s3
    network ACL                the network ACLs let the call and its answer pass
    route                      aws_route_table.app
    endpoint policy            the endpoint has no policy, which admits everything
  proved  ecr.api, ecr.dkr, logs
    endpoint                   aws_vpc_endpoint.ecr_api
                               aws_vpc_endpoint.ecr_dkr
                               aws_vpc_endpoint.logs
    DNS                        aws_vpc.main
    task's security group      aws_vpc_security_group_egress_rule.endpoint
    network ACL                the network ACLs let the call and its answer pass
    route                      the local route leads to it
    endpoint's security group  aws_vpc_security_group_ingress_rule.endpoint
    endpoint policy            the endpoint has no policy, which admits everything
    zones                      the endpoint is in aws_subnet.endpoint_a, aws_subnet.endpoint_b
    permissions                aws_iam_role.execution`,
    );
  });

  it("shows the first broken hop with its resource, why it breaks and what to type", () => {
    const text = explainProof(isolatedNetwork().set(LOGS, { private_dns_enabled: false }).prove());
    expect(text).toContain("orders (aws_ecs_service.orders): broken, 3 of 4 services proved\n");
    expect(text).toContain(`
  broken  logs
    endpoint                   aws_vpc_endpoint.logs
    DNS: broken                aws_vpc_endpoint.logs
    error private-dns-off: private DNS is off for aws_vpc_endpoint.logs
      why: `);
    expect(text).toMatch(/^ {6}fix: set private_dns_enabled = true on aws_vpc_endpoint\.logs$/m);
    expect(text).toMatch(/^broken: 1 task, 4 services \(3 proved, 1 broken\)\n/);
  });

  it("names the resource where the problem does not", () => {
    const proof = isolatedNetwork().prove();
    const issue = {
      code: "registry-unreachable",
      path: "aws_ecs_task_definition.orders",
      problem: "p",
      why: "w",
      fix: "f",
    } as const;
    const [task] = proof.tasks;
    if (task === undefined) throw new Error("there is a task");
    expect(explainProof({ ...proof, tasks: [{ ...task, issues: [issue] }] })).toContain(
      "\n  error registry-unreachable: aws_ecs_task_definition.orders: p\n    why: w\n    fix: f",
    );
  });

  it("shows everything that is not known, and what to assure", () => {
    const fixture = isolatedNetwork().set(LOGS, { private_dns_enabled: "${var.dns}", policy: "${var.policy}" });
    const text = explainProof(fixture.prove());
    expect(text).toContain("\n    DNS: unknown               aws_vpc_endpoint.logs\n");
    expect(text).toContain(
      "\n    note private-dns-unknown: whether private DNS is on for aws_vpc_endpoint.logs is not known\n",
    );
    expect(text).toContain("\n      fix: assure that private_dns_enabled of aws_vpc_endpoint.logs is true\n");
    expect(text.match(/^ {4}also: .*aws_vpc_endpoint\.logs/gm)).toHaveLength(1);
    expect(text).toMatch(/^unknown: 1 task, 4 services \(3 proved, 1 unknown\)\n/);
  });

  it("shows what is accepted with the reason", () => {
    const { json } = isolatedNetwork().set(LOGS, { private_dns_enabled: false });
    const accepted = [{ code: "private-dns-off", resource: LOGS, reason: "a resolver answers" }];
    const text = explainProof(proveReachability([json], { accepted }));
    expect(text).toContain("\n  accepted  logs\n");
    expect(text).toContain("\n    accepted private-dns-off: private DNS is off for aws_vpc_endpoint.logs\n");
    expect(text).toMatch(/^ {6}accepted: a resolver answers$/m);
    expect(text).toMatch(/^proved: 1 task, 4 services \(3 proved, 1 accepted\)\n/);
  });

  it("shows conflicts, then warnings, each with why and fix", () => {
    const fixture = isolatedNetwork()
      .set("aws_subnet.app_b", { cidr_block: "10.0.1.128/25" })
      .add("aws_vpc_endpoint.sqs", interfaceEndpoint("sqs"));
    const text = explainProof(fixture.prove());
    const [conflicts, warnings] = [text.indexOf("\n\nConflicts\n"), text.indexOf("\n\nWarnings\n")];
    expect(conflicts).toBeGreaterThan(0);
    expect(warnings).toBeGreaterThan(conflicts);
    expect(text.slice(conflicts, warnings)).toMatch(/ {2}error subnets-overlap: .*\n {4}why: .*\n {4}fix: /);
    expect(text.slice(warnings)).toMatch(/ {2}warning endpoint-unused: .*\n {4}why: /);
    expect(text).toMatch(/^broken: 1 task \(1 proved\), 4 services \(4 proved\), 1 conflict, 1 warning\n/);
  });

  it("says that there is no task", () => {
    expect(explainProof({ verdict: "unknown", tasks: [], conflicts: [] })).toBe(
      "unknown: no task\n\nThere is no Fargate task.",
    );
  });

  it("keeps lines within 100 columns, addresses that are longer apart", () => {
    const fixture = isolatedNetwork()
      .remove("aws_vpc_endpoint.ecr_dkr")
      .set(LOGS, { private_dns_enabled: "${var.dns}" });
    const own = explainProof(fixture.prove()).split("\n");
    expect(own.filter((line) => line.length > 100)).toEqual([]);
    const long = explainProof(sampleStack("single-subnet").prove())
      .split("\n")
      .filter((line) => line.length > 100);
    for (const line of long) expect(line).toMatch(/^(?: {4}[a-zA-Z' ]+ {2}| +)aws_\S+$/);
  });
});
