import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateService,
  type PolicyStatement,
  VpcEndpoints,
  type VpcEndpointsProps,
} from "../../../modules";
import { codesOf } from "../../support/configuration-error-of";
import { legacyNetwork, ordersTask } from "../../support/orders";
import { newStack, parsed, ref, synth } from "../../support/synth";

const importer: PolicyStatement = {
  sid: "Importer",
  principal: "*",
  actions: ["logs:PutLogEvents"],
  resources: ["*"],
};

/** The endpoints of a service, and whoever else they are to admit. */
function endpoints(props: Partial<VpcEndpointsProps> = {}, allowed: readonly PolicyStatement[] = []) {
  return synth((stack) => {
    const services = EndpointPlan.forTasks([ordersTask]);
    const made = new VpcEndpoints(stack, "endpoints", { network: legacyNetwork, services, ...props });
    new FargateService(stack, "service", { network: legacyNetwork, endpoints: made, task: ordersTask });
    if (allowed.length > 0) made.allow("logs", ...allowed);
  });
}

const sidsOf = (document: unknown) =>
  [(parsed(document) as { Statement: readonly { Sid: string }[] }).Statement].flat().map(({ Sid }) => Sid);

describe("the policies of endpoints", () => {
  it("are resources of their own, for which the task definition waits", () => {
    const stack = endpoints();
    const policies = stack.all("aws_vpc_endpoint_policy");
    expect(policies.map(({ path }) => path)).toEqual([
      "endpoints/ecr-api/policy",
      "endpoints/ecr-dkr/policy",
      "endpoints/logs/policy",
      "endpoints/s3/policy",
    ]);
    expect(stack.at("endpoints/logs/policy").attributes["vpc_endpoint_id"]).toBe(
      ref(stack.at("endpoints/logs/Resource"), "id"),
    );
    expect(stack.only("aws_ecs_task_definition").attributes["depends_on"]).toEqual(
      expect.arrayContaining(policies.map(({ address }) => address)),
    );
    for (const { attributes } of stack.all("aws_vpc_endpoint")) expect(attributes).not.toHaveProperty("policy");
  });

  it("are AWS's where that is asked for", () => {
    expect(endpoints({ policies: "aws-default" }).all("aws_vpc_endpoint_policy")).toEqual([]);
  });

  it("are AWS's where nobody is given the endpoints", () => {
    const stack = synth((scope) => {
      new VpcEndpoints(scope, "endpoints", { network: legacyNetwork, services: ["sqs"] });
    });
    expect(stack.all("aws_vpc_endpoint_policy")).toEqual([]);
  });

  it("stay as they are given, in the endpoint", () => {
    const policy = [{ principal: "*" as const, actions: ["logs:*"], resources: ["*"] }];
    const stack = endpoints({ settings: { logs: { policy } } });
    expect(stack.all("aws_vpc_endpoint_policy").map(({ path }) => path)).not.toContain("endpoints/logs/policy");
    expect(parsed(stack.at("endpoints/logs/Resource").attributes["policy"])).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: ["logs:*"], Resource: ["*"] }],
    });
  });

  it("take statements until synthesis, the generated and the given", () => {
    const generated = endpoints({}, [importer]);
    expect(sidsOf(generated.at("endpoints/logs/policy").attributes["policy"])).toEqual(["Logs", "Importer"]);
    const policy = [{ sid: "Own", principal: "*" as const, actions: ["logs:*"], resources: ["*"] }];
    const given = endpoints({ settings: { logs: { policy } } }, [importer]);
    expect(sidsOf(given.at("endpoints/logs/Resource").attributes["policy"])).toEqual(["Own", "Importer"]);
    expect(endpoints({ policies: "aws-default" }, [importer]).all("aws_vpc_endpoint_policy")).toEqual([]);
  });

  it("can be read", () => {
    const made = new VpcEndpoints(newStack(), "endpoints", { network: legacyNetwork, services: ["logs"] });
    expect(made.interfaces.get("logs")?.policy).toEqual([]);
    made.allow("logs", importer);
    expect(made.interfaces.get("logs")?.policy).toEqual([importer]);
  });

  it("say where there is no such endpoint, and no such kind of policies", () => {
    const made = new VpcEndpoints(newStack(), "endpoints", { network: legacyNetwork, services: ["logs"] });
    expect(codesOf(() => made.allow("sqs", importer))).toEqual(["endpoint-missing"]);
    const props = { network: legacyNetwork, services: ["logs"], policies: "least" } as const;
    // @ts-expect-error plain JavaScript may say any word
    expect(codesOf(() => new VpcEndpoints(newStack(), "endpoints", props))).toEqual(["property-malformed"]);
  });
});
