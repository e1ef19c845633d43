import { describe, expect, it } from "vitest";
import { sharedWays } from "../../../../modules/reachability/report/shared-ways";
import { isolatedNetwork } from "../support/isolated-network";
import { onlyTask, type TerraformFixture } from "../support/terraform-fixture";

function groups(fixture: TerraformFixture): string[] {
  return sharedWays(onlyTask(fixture.prove()).dependencies).map(({ dependencies }) =>
    dependencies.map(({ service }) => service).join(" "),
  );
}

describe("sharedWays", () => {
  it("puts services together whose ways differ in the endpoint alone", () => {
    expect(groups(isolatedNetwork())).toEqual(["s3", "ecr.api ecr.dkr logs"]);
  });

  it("keeps apart what differs in another resource or in what holds", () => {
    const policy = JSON.stringify({ Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] });
    expect(groups(isolatedNetwork().set("aws_vpc_endpoint.logs", { policy }))).toEqual([
      "s3",
      "ecr.api ecr.dkr",
      "logs",
    ]);
    const moved = isolatedNetwork().set("aws_vpc_endpoint.ecr_dkr", { subnet_ids: ["${aws_subnet.endpoint_a.id}"] });
    expect(groups(moved)).toEqual(["s3", "ecr.api logs", "ecr.dkr"]);
  });

  it("keeps apart what is not proved, also where it is the same", () => {
    const fixture = isolatedNetwork();
    for (const name of ["ecr_api", "ecr_dkr"]) fixture.set(`aws_vpc_endpoint.${name}`, { private_dns_enabled: false });
    expect(groups(fixture)).toEqual(["s3", "ecr.api", "ecr.dkr", "logs"]);
  });

  it("has the endpoints of all in their hop, and names none of them in another", () => {
    const [, way] = sharedWays(onlyTask(isolatedNetwork().prove()).dependencies);
    const endpoints = ["ecr_api", "ecr_dkr", "logs"].map((name) => `aws_vpc_endpoint.${name}`);
    expect(way?.stops[0]).toEqual({ title: "endpoint", verdict: "proved", resources: endpoints });
    expect(JSON.stringify(way?.stops.slice(1))).not.toContain("aws_vpc_endpoint.");
  });
});
