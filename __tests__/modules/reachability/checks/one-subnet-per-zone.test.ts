import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { dependency, hop } from "../support/terraform-fixture";

const LOGS = "aws_vpc_endpoint.logs";

describe("I9: one subnet for each zone", () => {
  it("holds with two zones", () => {
    expect(hop(isolatedNetwork().prove(), "logs", "zones")).toMatch(/^proved/);
  });

  it("breaks with two subnets of one zone", () => {
    const fixture = isolatedNetwork().set("aws_subnet.endpoint_b", { availability_zone: "eu-west-1a" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "endpoint-subnets-share-zone",
      path: LOGS,
    });
  });

  it("knows that the elements of a list of zones differ", () => {
    const fixture = isolatedNetwork().add("data.aws_availability_zones.all", {});
    for (const [index, name] of ["app_a", "app_b"].entries()) {
      const zone = `\${data.aws_availability_zones.all.names[${index}]}`;
      fixture.set(`aws_subnet.${name}`, { availability_zone: zone });
      fixture.set(`aws_subnet.${name.replace("app", "endpoint")}`, { availability_zone: zone });
    }
    expect(fixture.prove().verdict).toBe("proved");
    fixture.set("aws_subnet.endpoint_b", { availability_zone: "${data.aws_availability_zones.all.names[0]}" });
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("endpoint-subnets-share-zone");
  });
});
