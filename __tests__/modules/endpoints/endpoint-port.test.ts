import { describe, expect, it } from "vitest";
import { FargateService, VpcEndpoints } from "../../../modules";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { legacyNetwork, ordersTask } from "../../support/orders";
import { newStack, synth } from "../../support/synth";

const services = ["s3", "ecr.api", "ecr.dkr", "logs"] as const;

describe("the ports of endpoints", () => {
  it("are those of the catalog, and each is opened on both sides", () => {
    const stack = synth((scope) => {
      const endpoints = new VpcEndpoints(scope, "endpoints", {
        network: legacyNetwork,
        services: [...services, "cassandra"],
      });
      new FargateService(scope, "service", { network: legacyNetwork, endpoints, task: ordersTask });
    });
    const portsOf = (type: string) =>
      Object.fromEntries(stack.all(type).map(({ path, attributes }) => [path, attributes["to_port"]]));
    expect(portsOf("aws_vpc_security_group_ingress_rule")).toEqual({
      "service/endpoints-ingress": 443,
      "service/endpoints-ingress-9142": 9142,
    });
    expect(portsOf("aws_vpc_security_group_egress_rule")).toEqual({
      "service/security-group/egress-endpoints": 443,
      "service/security-group/egress-endpoints-9142": 9142,
      "service/security-group/egress-s3": 443,
    });
  });

  it("are those of the settings where they name some", () => {
    const { ports } = new VpcEndpoints(newStack(), "endpoints", {
      network: legacyNetwork,
      services: ["logs", "sqs"],
      settings: { sqs: { ports: [8443, 443] } },
    });
    expect(ports).toEqual([443, 8443]);
  });

  it("have to be named where AWS documents none", () => {
    const program = (ports?: readonly number[]) => () =>
      new VpcEndpoints(newStack(), "endpoints", {
        network: legacyNetwork,
        services: ["email-smtp"],
        ...(ports === undefined ? {} : { settings: { "email-smtp": { ports } } }),
      }).ports;
    expect(configurationErrorOf(program([])).issues).toMatchObject([
      { code: "endpoint-ports-unknown", path: "settings.email-smtp.ports" },
    ]);
    expect(program([587])()).toEqual([587]);
  });
});
