import { describe, expect, it } from "vitest";
import {
  container,
  interfaceEndpoint,
  isolatedNetwork,
  taskDefinition,
  withNatGateway,
} from "../support/isolated-network";
import { dependency, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const withImage = (image: string, network: TerraformFixture = isolatedNetwork()) =>
  network.add("aws_ecs_task_definition.orders", taskDefinition([container({ image })]));

describe("an image at the dual-stack host of ECR", () => {
  const image = "123456789012.dkr-ecr.eu-west-1.on.aws/orders:1";

  it("leaves open whether the endpoints answer, although the ways to them hold", () => {
    const proof = withImage(image).prove();
    expect(proof.verdict).toBe("unknown");
    for (const service of ["ecr.api", "ecr.dkr", "s3"]) expect(dependency(proof, service).verdict).toBe("proved");
    expect(issuesWith(proof, "ecr-host-unverified")).toMatchObject([{ severity: "note", leavesOpen: true }]);
  });

  it("is pulled over a way out", () => {
    const network = withNatGateway(isolatedNetwork()).set("aws_security_group.task", {
      egress: [{ protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0"] }],
    });
    for (const name of ["endpoint", "s3"]) network.remove(`aws_vpc_security_group_egress_rule.${name}`);
    const proof = withImage(image, network).prove();
    expect(issuesWith(proof, "ecr-host-unverified")).toEqual([]);
    expect(proof.verdict).toBe("proved");
  });

  it("needs the endpoint for the token, with a way out over IPv6 only as well", () => {
    const network = isolatedNetwork().remove("aws_vpc_endpoint.ecr_api").remove("aws_vpc_endpoint.ecr_dkr");
    network.add("aws_egress_only_internet_gateway.main", { vpc_id: "${aws_vpc.main.id}" }).add("aws_route.ipv6", {
      route_table_id: "${aws_route_table.app.id}",
      destination_ipv6_cidr_block: "::/0",
      egress_only_gateway_id: "${aws_egress_only_internet_gateway.main.id}",
    });
    const proof = withImage(image, network).prove();
    expect(proof.verdict).toBe("broken");
    expect(dependency(proof, "ecr.api").issue).toMatchObject({ code: "endpoint-missing" });
    expect(dependency(proof, "ecr.dkr").issue).toMatchObject({ code: "endpoint-missing" });
  });
});

describe("an image at the FIPS host of ECR", () => {
  const image = "123456789012.dkr.ecr-fips.eu-west-1.amazonaws.com/orders:1";

  it("does not arrive through the endpoint of the usual host", () => {
    const proof = withImage(image).prove();
    expect(dependency(proof, "ecr-fips.dkr").issue).toMatchObject({ code: "endpoint-missing" });
    expect(proof.verdict).toBe("broken");
  });

  it("is proved with both endpoints for the token, and left open with one", () => {
    const network = isolatedNetwork().add("aws_vpc_endpoint.ecr_dkr", interfaceEndpoint("ecr-fips.dkr"));
    expect(withImage(image, network).prove().verdict).toBe("unknown");
    network.add("aws_vpc_endpoint.ecr_fips_api", interfaceEndpoint("ecr-fips.api"));
    expect(withImage(image, network).prove().verdict).toBe("proved");
  });
});

describe("an image by the data source of ECR", () => {
  it.each([undefined, "210987654321"])("is pulled from its repository, with registry_id = %s", (registry_id) => {
    const network = withImage("${data.aws_ecr_image.orders.image_uri}");
    network.add("data.aws_ecr_image.orders", { repository_name: "orders", image_tag: "1", registry_id });
    const account = registry_id ?? "123456789012";
    const policy = (name: string) =>
      JSON.stringify({
        Statement: [
          {
            Effect: "Allow",
            Principal: "*",
            Action: "ecr:*",
            Resource: registry_id === undefined ? `*/${name}` : `arn:aws:ecr:eu-west-1:${account}:repository/${name}`,
          },
        ],
      });
    expect(network.prove().verdict).toBe("proved");
    network.set("aws_vpc_endpoint.ecr_dkr", { policy: policy("orders") });
    expect(dependency(network.prove(), "ecr.dkr").verdict).toBe("proved");
    network.set("aws_vpc_endpoint.ecr_dkr", { policy: policy("bills") });
    expect(dependency(network.prove(), "ecr.dkr").issue).toMatchObject({ code: "endpoint-policy-refuses" });
  });
});
