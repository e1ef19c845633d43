import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../modules/reachability/prove-reachability";
import { sampleStack } from "./support/sample-stacks";
import { issuesOf, onlyTask } from "./support/terraform-fixture";

describe.each([
  ["single-subnet", ["s3", "ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm"]],
  ["dedicated-endpoint-subnets", ["s3", "ecr.api", "ecr.dkr", "logs"]],
])("the sample stack %s", (name, services) => {
  it("is proved, each hop of it, and without anything unknown", () => {
    const proof = sampleStack(name).prove();
    expect(proof.verdict).toBe("proved");
    const { dependencies } = onlyTask(proof);
    expect(dependencies.map(({ service }) => service)).toEqual(services);
    for (const { verdict, hops } of dependencies) {
      expect(verdict).toBe("proved");
      expect(hops.length).toBeGreaterThan(4);
      expect(hops.filter((hop) => hop.verdict !== "proved")).toEqual([]);
    }
    expect(issuesOf(proof).filter(({ severity }) => severity !== "warning")).toEqual([]);
  });

  it("is broken by the removal of any endpoint, and of any rule", () => {
    const fixture = sampleStack(name);
    const types = ["aws_vpc_endpoint", "aws_vpc_security_group_ingress_rule"];
    const addresses = types.flatMap((type) =>
      Object.keys(fixture.json.resource[type] ?? {}).map((id) => `${type}.${id}`),
    );
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) expect(fixture.clone().remove(address).prove().verdict).toBe("broken");
  });
});

describe("the sample stacks together", () => {
  it("are proved as each is by itself, with addresses that tell the stacks apart", () => {
    const names = ["single-subnet", "dedicated-endpoint-subnets"];
    const proof = proveReachability(names.map((name) => sampleStack(name).json));
    expect(proof.verdict).toBe("proved");
    expect(proof.tasks.map(({ address }) => address.split("/")[0])).toEqual(names);
  });
});
