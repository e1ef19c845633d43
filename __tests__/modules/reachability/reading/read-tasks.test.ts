import { describe, expect, it } from "vitest";
import { startersOf } from "../../../../modules/reachability/model/starters";
import {
  container,
  interfaceEndpoint,
  isolatedNetwork,
  policy,
  rule,
  taskDefinition,
  withNatGateway,
  withTaskRole,
} from "../support/isolated-network";
import { dependency, issuesOf, issuesWith, onlyTask } from "../support/terraform-fixture";

const SERVICE = "aws_ecs_service.orders";
const NETWORK = {
  subnets: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
  security_groups: ["${aws_security_group.task.id}"],
};

describe("what runs a task", () => {
  it("is a service with a launch type, a strategy, or neither", () => {
    const none = isolatedNetwork().set(SERVICE, { launch_type: undefined });
    expect(none.prove().tasks).toHaveLength(1);
    const spot = none.clone().set(SERVICE, { capacity_provider_strategy: [{ capacity_provider: "FARGATE_SPOT" }] });
    expect(spot.prove().tasks).toHaveLength(1);
  });

  it.each([
    [{ launch_type: "EC2" }],
    [{ launch_type: "EXTERNAL" }],
    [{ launch_type: undefined, capacity_provider_strategy: { capacity_provider: "own" } }],
  ])("is not one with %j", (changes) => {
    expect(isolatedNetwork().set(SERVICE, changes).prove().tasks).toEqual([]);
  });

  it("is a rule of EventBridge and a schedule as well", () => {
    const target = {
      task_definition_arn: "${aws_ecs_task_definition.orders.arn}",
      launch_type: "FARGATE",
      network_configuration: NETWORK,
    };
    const fixture = isolatedNetwork()
      .remove(SERVICE)
      .add("aws_cloudwatch_event_target.nightly", { arn: "${aws_ecs_cluster.main.arn}", ecs_target: target })
      .add("aws_scheduler_schedule.hourly", { target: [{ arn: "x", ecs_parameters: [target] }] });
    const { tasks, verdict } = fixture.prove();
    expect(verdict).toBe("proved");
    expect(tasks.flatMap(startersOf)).toEqual(["aws_cloudwatch_event_target.nightly", "aws_scheduler_schedule.hourly"]);
  });

  it("names its task definition in any way that ECS takes", () => {
    for (const attribute of ["arn", "arn_without_revision", "id", "family"]) {
      const name = `\${aws_ecs_task_definition.orders.${attribute}}`;
      expect(isolatedNetwork().set(SERVICE, { task_definition: name }).prove().verdict).toBe("proved");
    }
    expect(isolatedNetwork().set(SERVICE, { task_definition: "orders:7" }).prove().verdict).toBe("proved");
  });
});

describe("a list or a block of which Terraform fills in the whole", () => {
  const DEFINITION = "aws_ecs_task_definition.orders";
  const verdict = (change: Record<string, unknown>) => isolatedNetwork().set(DEFINITION, change).prove().verdict;
  const ofContainer = (field: string, value: unknown) => verdict(taskDefinition([container({ [field]: value })]));
  const WHOLES = ["${var.x}", "a-${var.x}", ["${var.x}"]];

  it.each(["secrets", "environmentFiles", "logConfiguration", "firelensConfiguration", "repositoryCredentials"])(
    "leaves open what the task calls, where it decides that: %s of a container",
    (field) => {
      for (const whole of WHOLES) expect(ofContainer(field, whole)).toBe("unknown");
      const proof = isolatedNetwork()
        .set(DEFINITION, taskDefinition([container({ [field]: "${var.x}" })]))
        .prove();
      expect(issuesWith(proof, "field-unresolved")).toMatchObject([{ severity: "warning", leavesOpen: true }]);
    },
  );

  it("leaves open which volumes there are", () => {
    for (const whole of WHOLES) expect(verdict({ volume: whole })).toBe("unknown");
  });

  it.each(["environment", "portMappings", "mountPoints", "dependsOn", "healthCheck", "command", "entryPoint"])(
    "is no matter where it decides nothing: %s of a container",
    (field) => {
      expect(ofContainer(field, "${var.x}")).toBe("proved");
    },
  );

  it("is noted once where it says what the task runs on", () => {
    for (const whole of ["${var.x}", "FARGATE${var.x}"]) {
      const proof = isolatedNetwork().set(DEFINITION, { requires_compatibilities: whole }).prove();
      expect(proof.verdict).toBe("proved");
      expect(issuesOf(proof)).toMatchObject([{ code: "field-unresolved" }]);
    }
  });

  it("is no text: a list with an expression in it where a text belongs is of the wrong type", () => {
    for (const image of [["${var.x}"], [["${var.x}"]]]) {
      expect(
        issuesOf(
          isolatedNetwork()
            .set(DEFINITION, taskDefinition([container({ image })]))
            .prove(),
        ),
      ).toMatchObject([{ code: "field-type-wrong" }]);
    }
  });
});

describe("what a service adds to its task", () => {
  it("is ECS Exec, with the logging of the cluster", () => {
    const fixture = withTaskRole(isolatedNetwork())
      .set(SERVICE, { enable_execute_command: true, cluster: "${aws_ecs_cluster.main.arn}" })
      .add("aws_ecs_cluster.main", {
        name: "main",
        configuration: { execute_command_configuration: { kms_key_id: "${aws_kms_key.exec.arn}", logging: "DEFAULT" } },
      })
      .add("aws_kms_key.exec", {});
    expect(dependency(fixture.prove(), "ssmmessages").issue?.code).toBe("endpoint-missing");
    expect(dependency(fixture.prove(), "kms").issue?.code).toBe("endpoint-missing");
    fixture.add("aws_vpc_endpoint.exec", interfaceEndpoint("ssmmessages"));
    fixture.add("aws_vpc_endpoint.kms", interfaceEndpoint("kms"));
    expect(fixture.prove().verdict).toBe("proved");
  });

  const withExec = (cluster: unknown, privateFargate: unknown = {}) =>
    withTaskRole(isolatedNetwork())
      .set("aws_ecs_task_definition.orders", { "//": { privateFargate } })
      .set(SERVICE, { enable_execute_command: true, cluster })
      .add("aws_vpc_endpoint.exec", interfaceEndpoint("ssmmessages"))
      .add("aws_vpc_endpoint.kms", interfaceEndpoint("kms"));
  const ELSEWHERE = "arn:aws:ecs:eu-west-1:123456789012:cluster/shared";

  it.each<[string, unknown]>([
    ["a cluster that is elsewhere", ELSEWHERE],
    ["a cluster of a variable", "${var.cluster}"],
    ["no cluster, which is the default one", undefined],
  ])("is ECS Exec of %s, whose logging is not known", (_, cluster) => {
    const proof = withExec(cluster).prove();
    expect(proof.verdict).toBe("unknown");
    expect(issuesOf(proof)).toMatchObject([{ code: "execute-command-logging-unknown", leavesOpen: true }]);
    expect(dependency(proof, "ssmmessages").verdict).toBe("proved");
    expect(dependency(proof, "logs").verdict).toBe("proved");
  });

  it("is what a comment says of a cluster that is elsewhere", () => {
    const said = (executeCommand: unknown, cluster: unknown = ELSEWHERE) =>
      withExec(cluster, { executeCommand }).prove();
    expect(said(true).verdict).toBe("proved");
    expect(dependency(said({ kmsKeyId: "0a1b2c3d" }), "kms").verdict).toBe("proved");
    const bucket = said({ s3BucketName: "sessions" }).tasks[0]?.dependencies.find(({ service }) => service === "s3");
    expect(bucket?.verdict).toBe("proved");
    expect(said("on").verdict).toBe("unknown");
  });

  it("is what the cluster has, whatever a comment says", () => {
    const fixture = withExec("${aws_ecs_cluster.own.arn}", { executeCommand: { kmsKeyId: "0a1b2c3d" } });
    fixture.add("aws_ecs_cluster.own", { name: "own" });
    expect(onlyTask(fixture.prove()).dependencies.map(({ service }) => service)).not.toContain("kms");
  });

  it.each<[string, unknown]>([
    ["the configuration", "${var.configuration}"],
    ["the block", { execute_command_configuration: "${var.block}" }],
    ["the logging", { execute_command_configuration: { kms_key_id: "0a1b", logging: "${var.logging}" } }],
    [
      "the destination",
      { execute_command_configuration: { kms_key_id: "0a1b", logging: "OVERRIDE", log_configuration: "${var.log}" } },
    ],
  ])("is not guessed where only Terraform knows %s of the cluster", (part, configuration) => {
    const fixture = withExec("${aws_ecs_cluster.own.arn}");
    fixture.add("aws_ecs_cluster.own", { name: "own", configuration });
    const proof = fixture.prove();
    expect(issuesWith(proof, "execute-command-logging-unknown")).toHaveLength(1);
    expect(proof.verdict).toBe("unknown");
    const services = onlyTask(proof).dependencies.map(({ service }) => service);
    expect(services.includes("kms")).toBe(part === "the logging" || part === "the destination");
  });

  it("is Service Connect where it is enabled", () => {
    const on = { enabled: true, namespace: "orders" };
    const proof = isolatedNetwork().set(SERVICE, { service_connect_configuration: on }).prove();
    expect(proof.verdict).toBe("unknown");
    expect(issuesOf(proof)).toMatchObject([{ code: "service-connect-unverified", severity: "note" }]);
    const off = isolatedNetwork().set(SERVICE, { service_connect_configuration: { ...on, enabled: false } });
    expect(off.prove().verdict).toBe("proved");
  });

  it.each(["${var.mesh}", ["${var.mesh}"]])("may be Service Connect where an expression says so: %j", (mesh) => {
    const proof = isolatedNetwork().set(SERVICE, { service_connect_configuration: mesh }).prove();
    expect(proof.verdict).toBe("unknown");
    expect(issuesOf(proof)).toMatchObject([
      { code: "service-connect-unknown", path: "aws_ecs_service.orders.service_connect_configuration" },
    ]);
  });

  it("is Service Connect over a way out as well, and through an endpoint that lets the call in", () => {
    const on = { service_connect_configuration: { enabled: true, namespace: "orders" } };
    const everywhere = rule("task", { cidr_ipv4: "0.0.0.0/0" });
    const withNat = withNatGateway(isolatedNetwork()).add("aws_vpc_security_group_egress_rule.all", everywhere);
    expect(withNat.set(SERVICE, on).prove().verdict).toBe("proved");
    const agent = interfaceEndpoint("ecs-agent");
    expect(isolatedNetwork().add("aws_vpc_endpoint.agent", agent).set(SERVICE, on).prove().verdict).toBe("proved");
    const closed = isolatedNetwork()
      .add("aws_security_group.closed", { vpc_id: "${aws_vpc.main.id}" })
      .add("aws_vpc_endpoint.agent", { ...agent, security_group_ids: ["${aws_security_group.closed.id}"] });
    expect(closed.set(SERVICE, on).prove().verdict).toBe("broken");
  });

  it("is what the proxy of Service Connect logs with, and what its secret options are fetched from", () => {
    const proxy = (log_configuration: unknown) => {
      const definition = taskDefinition([container({ logConfiguration: undefined })]);
      return isolatedNetwork()
        .remove("aws_vpc_endpoint.logs")
        .add("aws_vpc_endpoint.agent", interfaceEndpoint("ecs-agent"))
        .add("aws_ecs_task_definition.orders", definition)
        .set(SERVICE, { service_connect_configuration: { enabled: true, namespace: "orders", log_configuration } })
        .prove();
    };
    expect(proxy(undefined).verdict).toBe("proved");
    const logs = dependency(proxy({ log_driver: "awslogs", options: { "awslogs-group": "/proxy" } }), "logs");
    expect(logs.issue?.code).toBe("endpoint-missing");
    const token = { name: "splunk-token", value_from: "arn:aws:ssm:eu-west-1:123456789012:parameter/token" };
    for (const secret_option of [token, [token]]) {
      const splunk = proxy([{ log_driver: "splunk", options: { "splunk-url": "https://x" }, secret_option }]);
      expect(dependency(splunk, "ssm").issue?.code).toBe("endpoint-missing");
    }
    for (const unread of [
      "${var.logs}",
      { log_driver: "${var.driver}" },
      { log_driver: "awslogs", options: "${var.o}" },
    ]) {
      const proof = proxy(unread);
      expect(proof.verdict).toBe("unknown");
      expect(issuesWith(proof, "log-driver-unresolved")).toMatchObject([{ severity: "note", leavesOpen: true }]);
      expect(issuesWith(proof, "log-driver-unresolved")[0]?.path).toContain(`${SERVICE}.service_connect_configuration`);
    }
  });

  it("is the platform version", () => {
    const old = isolatedNetwork().set(SERVICE, { platform_version: "1.3.0" });
    expect(onlyTask(old.prove()).dependencies.map(({ service }) => service)).not.toContain("ecr.api");
  });
});

describe("what a task definition says about itself in a comment", () => {
  const annotated = (privateFargate: unknown, image?: string) => {
    const definition = taskDefinition([container(image === undefined ? {} : { image })]);
    return isolatedNetwork()
      .add("aws_vpc_security_group_egress_rule.office", rule("task", { cidr_ipv4: "192.168.0.0/16" }))
      .add("aws_ecs_task_definition.orders", { ...definition, "//": { privateFargate } })
      .prove();
  };

  it("is what the application calls", () => {
    expect(dependency(annotated({ uses: ["sqs"] }), "sqs").issue?.code).toBe("endpoint-missing");
    expect(annotated({ uses: "sqs" }).verdict).toBe("proved");
  });

  it("is which hosts it reaches", () => {
    const image = "registry.example.com/orders:1";
    expect(annotated({}, image).verdict).toBe("broken");
    expect(annotated({ reachableHosts: ["registry.example.com"] }, image).verdict).toBe("proved");
  });

  it("is FIPS mode and runtime monitoring", () => {
    expect(dependency(annotated({ fips: true }), "ecr-fips.api").verdict).toBe("broken");
    expect(annotated({ runtimeMonitoring: true }).verdict).toBe("proved");
  });
});

describe("the ports that a task definition names in a comment", () => {
  const calling = (service: string, ports: unknown, allowed: number) => {
    const onPort = { from_port: allowed, to_port: allowed };
    const fixture = isolatedNetwork()
      .set("aws_ecs_task_definition.orders", { "//": { privateFargate: { uses: [service], ports } } })
      .add("aws_vpc_endpoint.mail", interfaceEndpoint(service));
    for (const type of ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"]) {
      fixture.add(`${type}.mail`, { ...fixture.at(`${type}.endpoint`), ...onPort });
    }
    return dependency(fixture.prove(), service);
  };

  it.each(["email-smtp", "mail-manager-smtp.auth.fips"])("are those on which it calls %s", (service) => {
    expect(calling(service, { [service]: [587] }, 587).verdict).toBe("proved");
    const { issue } = calling(service, { [service]: [2587] }, 587);
    expect(issue?.code).toBe("task-egress-missing");
    expect(issue?.problem).toContain("TCP 2587");
  });

  it.each([{}, { "email-smtp": [] }, { "email-smtp": ["587"] }, { "email-smtp": [0] }, { sqs: [587] }, [587]])(
    "are left out where they are written as %j",
    (ports) => {
      expect(calling("email-smtp", ports, 587).issue?.problem).toContain("TCP 25 ");
    },
  );

  it("are those that network ACLs have to let pass", () => {
    const entry = {
      protocol: "tcp",
      rule_no: 1,
      action: "deny",
      cidr_block: "0.0.0.0/0",
      from_port: 587,
      to_port: 587,
    };
    const all = { ...entry, protocol: "-1", rule_no: 2, action: "allow", from_port: 0, to_port: 0 };
    const fixture = isolatedNetwork()
      .set("aws_ecs_task_definition.orders", {
        "//": { privateFargate: { uses: ["email-smtp"], ports: { "email-smtp": [587] } } },
      })
      .add("aws_vpc_endpoint.mail", interfaceEndpoint("email-smtp"))
      .add("aws_network_acl.app", {
        vpc_id: "${aws_vpc.main.id}",
        subnet_ids: ["${aws_subnet.app_a.id}"],
        egress: [entry, all],
        ingress: [all],
      });
    for (const type of ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"]) {
      fixture.add(`${type}.mail`, { ...fixture.at(`${type}.endpoint`), from_port: 587, to_port: 587 });
    }
    expect(dependency(fixture.prove(), "email-smtp").issue?.code).toBe("network-acl-blocks");
    fixture.set("aws_network_acl.app", { egress: [all] });
    expect(dependency(fixture.prove(), "email-smtp").verdict).toBe("proved");
  });
});

describe("the task role", () => {
  const withRole = (more: (fixture: ReturnType<typeof isolatedNetwork>) => void) => {
    const fixture = isolatedNetwork().add("aws_iam_role.task", { name: "orders-task", assume_role_policy: "{}" });
    fixture.set("aws_ecs_task_definition.orders", { task_role_arn: "${aws_iam_role.task.arn}" });
    more(fixture);
    return fixture;
  };
  const allow = (action: string) => policy({ Effect: "Allow", Action: action, Resource: "*" });

  it.each<[string, (fixture: ReturnType<typeof isolatedNetwork>) => void]>([
    [
      "of its own",
      (f) => f.add("aws_iam_role_policy.p", { role: "${aws_iam_role.task.id}", policy: allow("sqs:SendMessage") }),
    ],
    [
      "named by the role's name",
      (f) => f.add("aws_iam_role_policy.p", { role: "orders-task", policy: allow("sqs:*") }),
    ],
    ["inline", (f) => f.set("aws_iam_role.task", { inline_policy: [{ name: "p", policy: allow("sqs:SendMessage") }] })],
    [
      "that is attached",
      (f) =>
        f
          .add("aws_iam_policy.p", { policy: "${data.aws_iam_policy_document.p.json}" })
          .add("data.aws_iam_policy_document.p", { statement: { actions: ["sqs:SendMessage"], resources: ["*"] } })
          .add("aws_iam_role_policy_attachment.p", {
            role: "${aws_iam_role.task.name}",
            policy_arn: "${aws_iam_policy.p.arn}",
          }),
    ],
  ])("hints at what the application calls by a policy %s", (_, more) => {
    const proof = withRole(more).prove();
    expect(issuesWith(proof, "task-role-hint")).toMatchObject([{ severity: "note" }]);
    expect(proof.verdict).toBe("proved");
  });

  it("hints at nothing by denials, and by policies of other roles", () => {
    const fixture = withRole((f) =>
      f
        .add("aws_iam_role_policy.p", {
          role: "${aws_iam_role.task.id}",
          policy: policy({ Effect: "Deny", Action: "sqs:*", Resource: "*" }),
        })
        .add("aws_iam_role_policy.q", { role: "${aws_iam_role.execution.id}", policy: allow("sqs:*") }),
    );
    expect(issuesWith(fixture.prove(), "task-role-hint")).toEqual([]);
  });
});

describe("what is not known of a task", () => {
  it.each([
    ["the task definition", { task_definition: "${var.definition}" }, "task-unknown"],
    ["the subnets", { network_configuration: { ...NETWORK, subnets: "${var.subnets}" } }, "task-network-unknown"],
    [
      "the security groups",
      { network_configuration: { ...NETWORK, security_groups: "${var.groups}" } },
      "task-network-unknown",
    ],
    [
      "the network",
      { network_configuration: { subnets: ["subnet-0"], security_groups: ["sg-0"] } },
      "task-network-unknown",
    ],
  ])("%s leaves it unknown, and says so", (_, changes, code) => {
    const proof = isolatedNetwork().set(SERVICE, changes).prove();
    expect(proof.verdict).toBe("unknown");
    expect(issuesWith(proof, code)).toMatchObject([{ severity: "note", path: SERVICE }]);
  });

  it("an image of a variable leaves it unknown, and what is known is proved", () => {
    const fixture = isolatedNetwork().add(
      "aws_ecs_task_definition.orders",
      taskDefinition([container(), container({ name: "proxy", image: "${var.image}" })]),
    );
    const proof = fixture.prove();
    expect(proof.verdict).toBe("unknown");
    expect(onlyTask(proof).dependencies.every(({ verdict }) => verdict === "proved")).toBe(true);
    expect(
      onlyTask(proof)
        .issues.map(({ path }) => path)
        .join(),
    ).toContain("aws_ecs_task_definition.orders.container_definitions[1].image");
  });
});

describe("what no endpoint can give", () => {
  it("breaks the task, with the path in the task definition", () => {
    const fixture = isolatedNetwork().add(
      "aws_ecs_task_definition.orders",
      taskDefinition([container({ image: "ghcr.io/orders/api:1" })]),
    );
    const proof = fixture.prove();
    expect(proof.verdict).toBe("broken");
    expect(issuesWith(proof, "registry-unreachable")).toMatchObject([
      { path: "aws_ecs_task_definition.orders.container_definitions[0].image" },
    ]);
  });
});
