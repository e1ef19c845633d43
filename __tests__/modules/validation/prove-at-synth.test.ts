import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { App, Aspects, Testing } from "cdktf";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  acceptFinding,
  ContainerImage,
  EndpointPlan,
  FargateService,
  type Network,
  Peer,
  PrivateNetwork,
  proveReachability,
  VpcEndpoints,
} from "../../../modules";
import { existingVpc } from "../../support/existing-vpc";
import { legacyNetwork, ordersTask } from "../../support/orders";
import { newStack } from "../../support/synth";

const ordersPlan = EndpointPlan.forTasks([ordersTask]);

const directories: string[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** An app that writes into a directory of its own. */
function newApp(): App {
  const outdir = mkdtempSync(join(tmpdir(), "private-fargate-"));
  directories.push(outdir);
  return new App({ outdir });
}

/** A stack with the orders service, in two zones. */
function ordersStack(app: App, name = "shop") {
  const stack = newStack(app, name);
  const network = new PrivateNetwork(stack, "network", {
    region: "eu-west-1",
    availabilityZones: ["eu-west-1a", "eu-west-1b"],
  });
  const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: ordersPlan });
  const service = new FargateService(stack, "orders", { network, endpoints, task: ordersTask });
  return { stack, network, endpoints, service };
}

function endpointOf({ endpoints }: ReturnType<typeof ordersStack>, service: "ecr.api" | "logs"): VpcEndpoint {
  const endpoint = endpoints.interfaces.get(service)?.endpoint;
  if (endpoint === undefined) throw new Error(`there is no endpoint for ${service}`);
  return endpoint;
}

/** What `app.synth()` throws. */
function failureOf(app: App): string {
  try {
    app.synth();
  } catch (error) {
    return String(error);
  }
  throw new Error("the synthesis did not fail");
}

interface Manifest {
  readonly stacks: Readonly<
    Record<string, { annotations: readonly { constructPath: string; level: string; message: string }[] }>
  >;
}

function annotationsOf(app: App, stack = "shop") {
  const manifest: Manifest = JSON.parse(readFileSync(join(app.outdir, "manifest.json"), "utf8"));
  return manifest.stacks[stack]?.annotations ?? [];
}

describe("app.synth()", () => {
  it("passes where every call arrives, and has nothing to remark", () => {
    const app = newApp();
    ordersStack(app);
    app.synth();
    expect(annotationsOf(app)).toEqual([]);
  });

  it("fails with one report that names the resource, its construct, every call that does not arrive, and what to type", () => {
    const app = newApp();
    const { network } = ordersStack(app);
    network.vpc.addOverride("enable_dns_support", false);
    const failure = failureOf(app);
    expect(failure).toContain("found 1 problem");
    expect(failure).toMatch(/vpc-dns-support-off: enable_dns_support of aws_vpc\.network_vpc_\w+ is off/);
    expect(failure).toContain("construct: shop/network/vpc");
    expect(failure).toContain("calls that do not arrive: orders to s3, ecr.api, ecr.dkr, logs");
    expect(failure).toMatch(/fix: set enable_dns_support = true on aws_vpc\.network_vpc_/);
  });

  it("sees what was emitted: an override, and a resource that was written by hand", () => {
    const app = newApp();
    const orders = ordersStack(app);
    endpointOf(orders, "ecr.api").addOverride("private_dns_enabled", false);
    new VpcEndpoint(orders.stack, "second", {
      vpcId: orders.network.vpcId,
      serviceName: "com.amazonaws.eu-west-1.logs",
      vpcEndpointType: "Interface",
      privateDnsEnabled: true,
      subnetIds: orders.network.subnets.map(({ id }) => id),
    });
    const failure = failureOf(app);
    expect(failure).toContain("found 2 problems");
    expect(failure).toContain("private-dns-off: private DNS is off for aws_vpc_endpoint.endpoints_ecr-api_");
    expect(failure).toMatch(/private-dns-conflict: .*aws_vpc_endpoint\.second/);
  });

  it("names a fault once that one change mends, with all calls that it stops", () => {
    const app = newApp();
    ordersStack(app);
    const rules = app.node.findAll().filter((node) => node instanceof VpcSecurityGroupIngressRule);
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) for (const port of ["from_port", "to_port"]) rule.addOverride(port, 80);
    const failure = failureOf(app);
    expect(failure).toContain("found 1 problem");
    expect(failure).toContain("calls that do not arrive: orders to ecr.api, ecr.dkr, logs");
  });

  it("warns of what admits more than is asked where a task wants that, and of egress to every address always", () => {
    const warned = (leastPrivilege: boolean) => {
      const app = newApp();
      const stack = newStack(app, "shop");
      const network = new PrivateNetwork(stack, "network", {
        region: "eu-west-1",
        availabilityZones: ["eu-west-1a", "eu-west-1b"],
      });
      const endpoints = new VpcEndpoints(stack, "endpoints", {
        network,
        services: ordersPlan,
        policies: "aws-default",
      });
      const securityGroup = { egress: { all: { peer: Peer.cidr("0.0.0.0/0"), port: "all" } } } as const;
      const task = ordersTask;
      new FargateService(stack, "orders", { network, endpoints, task, securityGroup, leastPrivilege });
      app.synth();
      return new Set(annotationsOf(app).map(({ message }) => message.split(":")[0]));
    };
    expect(warned(false)).toEqual(new Set(["egress-to-anywhere"]));
    expect(warned(true)).toEqual(new Set(["egress-to-anywhere", "policy-too-wide"]));
  });

  it("sees what an Aspect changes", () => {
    const app = newApp();
    const { stack } = ordersStack(app);
    Aspects.of(stack).add({
      visit: (node) => {
        if (node instanceof VpcEndpoint) node.addOverride("private_dns_enabled", false);
      },
    });
    expect(failureOf(app)).toContain("private-dns-off");
  });

  it("proves the stacks of an app together, and once", () => {
    const app = newApp();
    const shared = ordersStack(app, "shared");
    const other = newStack(app, "other");
    new FargateService(other, "billing", {
      network: shared.network,
      endpoints: shared.endpoints,
      task: { ...ordersTask, family: "billing" },
    });
    ordersStack(app, "third").network.vpc.addOverride("enable_dns_hostnames", false);
    const failure = failureOf(app);
    expect(failure).toContain("found 1 problem");
    expect(failure).toContain("vpc-dns-hostnames-off: enable_dns_hostnames of third/aws_vpc.network_vpc_");
    expect(failure.match(/the proof of reachability/g)).toHaveLength(1);
  });

  it("reaches endpoints in another stack of the app", () => {
    const app = newApp();
    const { network, endpoints } = ordersStack(app, "shared");
    const other = newStack(app, "other");
    new FargateService(other, "billing", { network, endpoints, task: { ...ordersTask, family: "billing" } });
    app.synth();
    expect(annotationsOf(app, "other")).toEqual([]);
  });

  it("shows warnings as warnings, at the construct that they are about", () => {
    const app = newApp();
    const stack = newStack(app, "shop");
    const network = new PrivateNetwork(stack, "network", { region: "eu-west-1", availabilityZones: ["eu-west-1a"] });
    const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: ordersPlan });
    new FargateService(stack, "orders", { network, endpoints, task: ordersTask });
    app.synth();
    expect(annotationsOf(app)).toEqual([
      {
        constructPath: "shop/orders/service",
        level: "@cdktf/warn",
        message: expect.stringMatching(/^one-zone-only: aws_ecs_service\.orders_service_\w+ runs in one zone only/),
      },
    ]);
  });

  it("shows what it cannot know as information: what to assure", () => {
    const app = newApp();
    const stack = newStack(app, "shop");
    const network: Network = {
      ...legacyNetwork,
      endpoints: (["ecr.api", "ecr.dkr", "logs", "s3"] as const).map((service) => ({
        service,
        type: "Interface",
        securityGroupIds: ["sg-0123456789abcdef0"],
      })),
    };
    new FargateService(stack, "orders", { network, task: ordersTask });
    app.synth();
    const annotations = annotationsOf(app).filter(({ constructPath }) => constructPath === "shop");
    expect(annotations).toEqual([
      {
        constructPath: "shop",
        level: "@cdktf/info",
        message: expect.stringMatching(
          /^dns-servers-unknown: .*\(orders to s3, ecr\.api, ecr\.dkr, logs\).* assure that /,
        ),
      },
    ]);
  });

  it("shows once what is proved on the word of the user", () => {
    const app = newApp();
    new FargateService(newStack(app, "shop"), "orders", { network: existingVpc, task: ordersTask });
    app.synth();
    expect(annotationsOf(app)).toEqual([
      {
        constructPath: "shop/orders/task-definition",
        level: "@cdktf/info",
        message: expect.stringMatching(
          /^On your word, as the network "legacy" says it: vpc-0123456789abcdef0 has enable_dns_support on; /,
        ),
      },
    ]);
  });

  it("believes the user where the existing network leads out to an image from elsewhere", () => {
    const app = newApp();
    const stack = newStack(app, "shop");
    new FargateService(stack, "web", {
      network: { ...legacyNetwork, networkAcls: "allow-all", wayOut: "nat-gateway" },
      task: { family: "web", containers: { web: { image: ContainerImage.registry("nginx:1.29") } } },
      securityGroup: { egress: { internet: { peer: Peer.cidr("0.0.0.0/0"), port: 443 } } },
    });
    app.synth();
    const { verdict, assumptions } = proveReachability([
      JSON.parse(readFileSync(join(app.outdir, "stacks/shop/cdk.tf.json"), "utf8")),
    ]);
    expect(verdict).toBe("proved");
    expect(assumptions?.map(({ text }) => text)).toContain("the route table rtb-0a leads 0.0.0.0/0 to a NAT gateway");
  });

  it("does not repeat what a constructor has shown", () => {
    const app = newApp();
    const stack = newStack(app, "shop");
    const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/nginx", {
      tag: "1.29",
      pullThroughCache: true,
    });
    const task = { family: "web", containers: { web: { image } } };
    const zones = ["eu-west-1a", "eu-west-1b"];
    const network = new PrivateNetwork(stack, "network", { region: "eu-west-1", availabilityZones: zones });
    const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
    new FargateService(stack, "web", { network, endpoints, task });
    app.synth();
    const codes = annotationsOf(app).map(({ message }) => message.split(":")[0]);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes).toEqual([...new Set(codes)]);
  });

  it("does without where the app skips validations", () => {
    const app = new App({ outdir: newApp().outdir, skipValidation: true });
    ordersStack(app).network.vpc.addOverride("enable_dns_support", false);
    app.synth();
    expect(annotationsOf(app)).toEqual([]);
  });

  it("proves HCL as well as JSON", () => {
    vi.stubEnv("SYNTH_HCL_OUTPUT", "true");
    const app = newApp();
    ordersStack(app).network.vpc.addOverride("enable_dns_support", false);
    expect(failureOf(app)).toContain("vpc-dns-support-off");
    expect(readdirSync(join(app.outdir, "stacks/shop"))).toContain("cdk.tf");
  });
});

describe("Testing.synth with validations", () => {
  it("proves as well", () => {
    const { stack, network } = ordersStack(Testing.app());
    Testing.synth(stack, true);
    network.vpc.addOverride("enable_dns_support", false);
    expect(() => Testing.synth(stack, true)).toThrow("vpc-dns-support-off");
    Testing.synth(stack);
  });
});

describe("an accepted finding", () => {
  it("does not fail the synthesis, stays in the metadata, and is shown with its reason", () => {
    const app = newApp();
    const { network } = ordersStack(app);
    network.vpc.addOverride("enable_dns_hostnames", false);
    acceptFinding(network.vpc, { code: "vpc-dns-hostnames-off", reason: "our own resolver answers" });
    app.synth();
    const json = JSON.parse(readFileSync(join(app.outdir, "stacks/shop/cdk.tf.json"), "utf8"));
    expect(json["//"].privateFargate.accepted).toEqual([
      {
        code: "vpc-dns-hostnames-off",
        resource: expect.stringMatching(/^aws_vpc\.network_vpc_/),
        reason: "our own resolver answers",
      },
    ]);
    expect(annotationsOf(app)).toEqual([
      {
        constructPath: "shop/network/vpc",
        level: "@cdktf/info",
        message: expect.stringContaining("accepted: our own resolver answers"),
      },
    ]);
  });

  it("silences nothing else", () => {
    const app = newApp();
    const orders = ordersStack(app);
    orders.network.vpc.addOverride("enable_dns_hostnames", false);
    endpointOf(orders, "logs").addOverride("policy", JSON.stringify({ Statement: [] }));
    acceptFinding(orders.network.vpc, { code: "vpc-dns-support-off", reason: "the wrong code" });
    expect(failureOf(app)).toContain("vpc-dns-hostnames-off");
  });

  it("is a warning where there is no such finding", () => {
    const app = newApp();
    const { network } = ordersStack(app, "shop");
    ordersStack(app, "other");
    acceptFinding(network.vpc, { code: "vpc-dns-hostnames-off", reason: "not so any more" });
    app.synth();
    expect(annotationsOf(app)).toEqual([
      {
        constructPath: "shop/network/vpc",
        level: "@cdktf/warn",
        message: expect.stringContaining("acceptance-unused"),
      },
    ]);
  });

  it("needs a reason", () => {
    const { network } = ordersStack(newApp());
    expect(() => acceptFinding(network.vpc, { code: "vpc-dns-hostnames-off", reason: " " })).toThrow(
      /acceptance-without-reason: .*"vpc-dns-hostnames-off" is accepted for aws_vpc\.network_vpc_\w+ without a reason/,
    );
  });
});
