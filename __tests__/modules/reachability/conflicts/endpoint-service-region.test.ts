import { describe, expect, it } from "vitest";
import { container, interfaceEndpoint, isolatedNetwork, taskDefinition } from "../support/isolated-network";
import { issuesWith } from "../support/terraform-fixture";

describe("the Region of an endpoint's service", () => {
  const withApi = (change: Record<string, unknown>) =>
    isolatedNetwork().add("aws_vpc_endpoint.far", {
      ...interfaceEndpoint("kms"),
      service_name: "com.amazonaws.us-east-1.kms",
      ...change,
    });

  it("is said where it is another than the VPC's", () => {
    expect(issuesWith(withApi({}).prove(), "endpoint-service-region")).toMatchObject([
      { path: "aws_vpc_endpoint.far" },
    ]);
    expect(issuesWith(withApi({ service_region: "us-east-1" }).prove(), "endpoint-service-region")).toEqual([]);
    const own = withApi({ service_name: "com.amazonaws.eu-west-1.kms" });
    expect(issuesWith(own.prove(), "endpoint-service-region")).toEqual([]);
  });

  it("is the VPC's own for a gateway endpoint", () => {
    const gateway = withApi({
      ...{ service_name: "com.amazonaws.us-east-1.dynamodb", service_region: "us-east-1" },
      ...{ vpc_endpoint_type: "Gateway", subnet_ids: undefined, security_group_ids: undefined },
    });
    expect(issuesWith(gateway.prove(), "endpoint-service-region")).toHaveLength(1);
  });

  it("keeps a task from an image of another Region as long as it is not said", () => {
    const image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:1";
    const fixture = isolatedNetwork().add("aws_ecs_task_definition.orders", taskDefinition([container({ image })]));
    for (const service of ["ecr.api", "ecr.dkr", "s3"]) {
      fixture.add(`aws_vpc_endpoint.far_${service.replace(".", "_")}`, {
        ...interfaceEndpoint(service),
        ...{ service_name: `com.amazonaws.us-east-1.${service}`, service_region: "us-east-1" },
      });
    }
    expect(fixture.prove().verdict).toBe("proved");
    fixture.set("aws_vpc_endpoint.far_ecr_dkr", { service_region: undefined });
    expect(fixture.prove().verdict).toBe("broken");
    expect(issuesWith(fixture.prove(), "endpoint-service-region")).toMatchObject([
      { path: "aws_vpc_endpoint.far_ecr_dkr" },
    ]);
  });
});
