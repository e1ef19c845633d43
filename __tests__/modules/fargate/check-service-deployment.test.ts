import { describe, expect, it } from "vitest";
import type { FargateServiceProps, ServiceDeployment } from "../../../modules";
import { checkServiceDeployment } from "../../../modules/fargate/check-service-deployment";
import { codesOf } from "../../support/configuration-error-of";
import { legacyNetwork, ordersTask } from "../../support/orders";
import { balancedService } from "../../support/scaled-service";
import { synth } from "../../support/synth";

const issuesOf = (deployment: ServiceDeployment, props: Partial<FargateServiceProps> = {}) => [
  ...checkServiceDeployment({ network: legacyNetwork, task: ordersTask, deployment, ...props }),
];
const PENDING = Number.NEGATIVE_INFINITY;

describe("the percentages of a deployment", () => {
  it.each<[ServiceDeployment, Partial<FargateServiceProps>]>([
    [{}, {}],
    [{ minimumPercent: 0, maximumPercent: 100 }, {}],
    [{ minimumPercent: 50, maximumPercent: 100 }, { desiredCount: 2 }],
    [{ maximumPercent: 150 }, { desiredCount: 2 }],
    [{ maximumPercent: 150 }, { desiredCount: 0 }],
    [{ maximumPercent: 150 }, { desiredCount: PENDING }],
    [{ minimumPercent: PENDING, maximumPercent: 100 }, {}],
    [{ maximumPercent: 150 }, { scaling: { min: 2, max: 4, cpu: 60 } }],
  ])("leave room to replace tasks by %j with %j", (deployment, props) => {
    expect(issuesOf(deployment, props)).toEqual([]);
  });

  it.each<[ServiceDeployment, Partial<FargateServiceProps>, string]>([
    [{ maximumPercent: 100 }, {}, "minimumPercent is 100, and maximumPercent is 100"],
    [{ minimumPercent: 90, maximumPercent: 80 }, {}, "minimumPercent is 90, and maximumPercent is 80"],
    [{ minimumPercent: 120 }, {}, "minimumPercent is 120"],
    [
      { maximumPercent: 150 },
      {},
      "of 1 task none may stop with a minimumPercent of 100, and none may be added with a maximumPercent of 150",
    ],
    [
      { minimumPercent: 90, maximumPercent: 110 },
      { scaling: { min: 5, max: 20, cpu: 60 } },
      "of 5 tasks none may stop with a minimumPercent of 90, and none may be added with a maximumPercent of 110",
    ],
  ])("leave none by %j with %j", (deployment, props, problem) => {
    expect(issuesOf(deployment, props)).toMatchObject([{ code: "deployment-invalid", problem }]);
  });
});

describe("the settings of a deployment", () => {
  it.each<[string, ServiceDeployment]>([
    ["alarms.names", { alarms: { names: [] } }],
    ["zoneRebalancing", { zoneRebalancing: true, minimumPercent: 0, maximumPercent: 100 }],
    ["circuitBreaker", JSON.parse('{ "circuitBreaker": "on" }')],
    ["propagateTags", JSON.parse('{ "propagateTags": "NONE" }')],
  ])("are what ECS takes: %s is not", (name, deployment) => {
    expect(issuesOf(deployment)).toMatchObject([{ code: "deployment-invalid", path: `deployment.${name}` }]);
  });

  it.each([
    ["minimumPercent", -1],
    ["maximumPercent", 150.5],
  ])("are whole numbers: %s of %d is none", (name, value) => {
    const program = () => synth((scope) => balancedService(scope, { deployment: { [name]: value } }));
    expect(codesOf(program)).toEqual(["property-malformed"]);
  });
});
