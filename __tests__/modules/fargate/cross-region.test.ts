import { expect, it } from "vitest";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateTask,
  type Network,
  VpcEndpoints,
} from "../../../modules";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { legacyNetwork } from "../../support/orders";
import { newStack, synth } from "../../support/synth";

const image = ContainerImage.ecr("123456789012.dkr.ecr.us-east-1.amazonaws.com/orders", { tag: "1.4.2" });
const task = { family: "orders", containers: { api: { image } } } satisfies FargateTask;
const services = EndpointPlan.forTasks([task]);

it("an image in another Region is refused where no endpoint leads there", () => {
  const scope = newStack();
  const error = configurationErrorOf(() => new VpcEndpoints(scope, "endpoints", { network: legacyNetwork, services }));
  expect(error.issues).toMatchObject([{ code: "other-region", path: "containers.api.image" }]);
});

it("an image in another Region can be pulled through endpoints that lead there, and only the others are created", () => {
  const network: Network = {
    ...legacyNetwork,
    endpoints: (["s3", "ecr.api", "ecr.dkr"] as const).map((service) => ({
      service,
      type: "Interface" as const,
      serviceRegion: "us-east-1",
      securityGroupIds: ["sg-us-east-1"],
    })),
  };
  const stack = synth((scope) => {
    const endpoints = new VpcEndpoints(scope, "endpoints", { network, services });
    new FargateService(scope, "service", { network, endpoints, task });
  });
  expect(stack.only("aws_vpc_endpoint").attributes["service_name"]).toBe("com.amazonaws.eu-west-1.logs");
  const egress = stack.all("aws_vpc_security_group_egress_rule").map(({ attributes }) => attributes);
  expect(egress.filter((rule) => rule["referenced_security_group_id"] === "sg-us-east-1")).toHaveLength(1);
});
