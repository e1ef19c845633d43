import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { issue } from "../../../../modules/issues/issue";
import type { DependencyProof, TaskProof } from "../../../../modules/reachability/model/proof";
import { isOpenElsewhere } from "../../../../modules/reachability/proof/networks-elsewhere";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { explainProof } from "../../../../modules/reachability/report/explain-proof";
import { proofAsJson } from "../../../../modules/reachability/report/proof-as-json";
import { readNetworkSnapshot } from "../../../../modules/snapshot/read-network-snapshot";
import { isolatedNetwork } from "../support/isolated-network";
import { type Block, issuesWith, TerraformFixture } from "../support/terraform-fixture";

const VPC = "vpc-0123456789abcdef0";
const NETWORK = ["aws_vpc", "aws_subnet", "aws_route_table", "aws_route_table_association", "aws_vpc_endpoint"];

/** The service of the isolated network, in a VPC and subnets of which there are only names. */
function serviceIn(vpc: string, subnets: readonly string[], more: Block = {}): TerraformFixture {
  const { resource, ...others } = JSON.parse(JSON.stringify(isolatedNetwork().json));
  const kept = Object.entries(resource).filter(([type]) => !NETWORK.includes(type));
  return new TerraformFixture({ ...others, resource: Object.fromEntries(kept), ...more })
    .remove("aws_vpc_security_group_egress_rule.s3")
    .set("aws_security_group.task", { vpc_id: vpc })
    .set("aws_security_group.endpoint", { vpc_id: vpc })
    .set("aws_ecs_service.orders", {
      network_configuration: { subnets, security_groups: ["${aws_security_group.task.id}"] },
    });
}

const notes = (fixture: TerraformFixture) => issuesWith(fixture.prove(), "network-elsewhere");

describe("a network that is elsewhere", () => {
  it("is said once for a task, with the snapshot to take, and calls that hang on it take one line", () => {
    const fixture = serviceIn(VPC, ["subnet-0a000000000000010"]);
    expect(notes(fixture)).toMatchObject([
      {
        severity: "note",
        path: "aws_ecs_service.orders",
        problem: `aws_ecs_service.orders runs in ${VPC}, which is not created here`,
        fix: `take a snapshot of the VPC, and check with it: private-fargate snapshot --vpc ${VPC} > network.json; private-fargate check PATH --network network.json`,
      },
    ]);
    const proof = fixture.prove();
    expect(explainProof(proof, { brief: true })).toContain(
      "orders (aws_ecs_service.orders): unknown, 0 of 4 services proved\n  unknown  s3, ecr.api, ecr.dkr, logs\n\n",
    );
    expect(explainProof(proof)).toContain(
      "note endpoint-unknown: whether the VPC vpc-0123456789abcdef0 has an endpoint",
    );
    expect(proofAsJson(proof).tasks).toMatchObject([{ elsewhere: [{ kind: "vpc", address: VPC, id: VPC }] }]);
  });

  it("is said once for all tasks in it", () => {
    const fixture = serviceIn(VPC, ["subnet-0a000000000000010"]);
    fixture.add("aws_ecs_service.more", { ...fixture.at("aws_ecs_service.orders"), name: "more" });
    expect(notes(fixture)).toMatchObject([
      { problem: `aws_ecs_service.orders, aws_ecs_service.more run in ${VPC}, which is not created here` },
    ]);
  });

  it.each([
    {
      vpc: "${data.aws_vpc.main.id}",
      more: { data: { aws_vpc: { main: { tags: { Name: "main" } } } } },
      place: "data.aws_vpc.main",
      fix: /^check with a snapshot of the VPC, and where that does not tell what is looked up, check a plan: private-fargate /,
    },
    {
      vpc: "${data.aws_vpc.main.id}",
      more: { data: { aws_vpc: { main: { id: VPC } } } },
      place: VPC,
      fix: /^take a snapshot of the VPC, and check with it: private-fargate snapshot --vpc vpc-0123456789abcdef0 /,
    },
    {
      vpc: "${var.vpc_id}",
      more: { variable: { vpc_id: { type: "string" } } },
      place: "${var.vpc_id}",
      fix: /^write the value of \$\{var\.vpc_id\} into terraform\.tfvars /,
    },
    {
      vpc: "${data.terraform_remote_state.network.outputs.vpc_id}",
      more: { data: { terraform_remote_state: { network: { backend: "s3" } } } },
      place: "${data.terraform_remote_state.network.outputs.vpc_id}",
      fix: /^check it together with the configuration whose outputs .* private-fargate check PATH OTHER_PATH$/,
    },
  ])("says how the proof gets to know $place", ({ vpc, more, place, fix }) => {
    expect(notes(serviceIn(vpc, ["subnet-0a000000000000010"], more))).toMatchObject([
      {
        problem: `aws_ecs_service.orders runs in ${place}, which is not created here`,
        fix: expect.stringMatching(fix),
      },
    ]);
  });

  it("names subnets, where the VPC is created here", () => {
    const variables = ["${var.a}", "${var.b}"];
    const fixture = isolatedNetwork().set("aws_ecs_service.orders", {
      network_configuration: { subnets: variables, security_groups: ["${aws_security_group.task.id}"] },
    });
    expect(notes(fixture)).toMatchObject([
      { problem: "aws_ecs_service.orders runs in ${var.a}, ${var.b}, which are not created here" },
    ]);
  });

  it("is said in a program of the library with what makes a network of a snapshot", () => {
    const inputs = [serviceIn(VPC, ["subnet-0a000000000000010"]).json];
    const { conflicts } = proveReachability(inputs, { fixes: "library" });
    expect(conflicts.find(({ code }) => code === "network-elsewhere")?.fix).toContain("existingNetwork(");
  });

  it("is not said where all is created here, where it is in a snapshot, nor beside the snapshot of another VPC", () => {
    expect(notes(isolatedNetwork())).toEqual([]);
    const sample = (name: string) => readFileSync(join(__dirname, "../../../../docs/samples", name), "utf8");
    const proved = (snapshot: string) =>
      proveReachability([JSON.parse(sample("service.tf.json"))], {
        networks: [readNetworkSnapshot(JSON.parse(snapshot))],
      }).conflicts.map(({ code }) => code);
    expect(proved(sample("network.json"))).not.toContain("network-elsewhere");
    const ofAnother = proved(
      sample("network.json").replaceAll(VPC, "vpc-0fedcba9876543210").replaceAll("subnet-0", "subnet-f"),
    );
    expect(ofAnother).toContain("snapshot-of-other-vpc");
    expect(ofAnother).not.toContain("network-elsewhere");
  });
});

describe("isOpenElsewhere", () => {
  const task = (kind: "vpc" | "subnet"): TaskProof => ({
    ...{ task: "orders", address: "aws_ecs_service.orders", verdict: "unknown", dependencies: [], issues: [] },
    elsewhere: [{ kind, address: "data.somewhere.else" }],
  });
  const call = (code: "endpoint-unknown" | "dns-servers-unknown", path = "data.somewhere.else"): DependencyProof => ({
    ...{ service: "logs", verdict: "unknown", hops: [] },
    issue: issue(code, { severity: "note", path, problem: "it is not known", fix: "look" }),
  });

  it("is so where nobody knows the endpoints of a VPC, or anything of a subnet", () => {
    expect(isOpenElsewhere(call("endpoint-unknown"), task("vpc"))).toBe(true);
    expect(isOpenElsewhere(call("dns-servers-unknown"), task("subnet"))).toBe(true);
  });

  it("is not so for what else is not known of a VPC whose endpoints are created here, nor for another place", () => {
    expect(isOpenElsewhere(call("dns-servers-unknown"), task("vpc"))).toBe(false);
    expect(isOpenElsewhere(call("endpoint-unknown", "aws_vpc.main"), task("vpc"))).toBe(false);
    expect(isOpenElsewhere({ ...call("endpoint-unknown"), verdict: "broken" }, task("vpc"))).toBe(false);
  });
});

describe("where a task runs, which is not known", () => {
  const fixOf = (fixture: TerraformFixture) =>
    issuesWith(fixture.prove(), "task-network-unknown").map(({ fix }) => fix);

  it("is in a snapshot where the subnets have ids, and the VPC has none", () => {
    const fixture = serviceIn("${nobody.knows}", ["subnet-0a000000000000010"]).set("aws_ecs_service.orders", {
      network_configuration: { subnets: ["subnet-0a000000000000010"], security_groups: ["sg-0a000000000000010"] },
    });
    expect(fixOf(fixture)).toEqual([
      expect.stringContaining("aws ec2 describe-subnets --subnet-ids subnet-0a000000000000010"),
    ]);
  });

  it("is in a snapshot, or in a plan, where the subnets are looked up", () => {
    const fixture = serviceIn(VPC, [], { data: { aws_subnets: { all: {} } } }).set("aws_ecs_service.orders", {
      network_configuration: { subnets: "${data.aws_subnets.all.ids}", security_groups: [] },
    });
    expect(fixOf(fixture)).toEqual([expect.stringMatching(/^check with a snapshot of the VPC, and where /)]);
  });

  it("is in the same Terraform, or in what is applied, where nothing is looked up and the subnets are created", () => {
    const runsIn = (network: Block) =>
      isolatedNetwork().set("aws_ecs_service.orders", { network_configuration: network });
    for (const network of [
      { subnets: ["${aws_subnet.app_a.id}"], security_groups: "${nobody.knows}" },
      { subnets: [], security_groups: ["${aws_security_group.task.id}"] },
      { subnets: "${nobody.knows}" },
    ]) {
      expect(fixOf(runsIn(network))).toEqual([
        expect.stringMatching(/^give the task definition and the network in the same Terraform/),
      ]);
    }
  });
});
