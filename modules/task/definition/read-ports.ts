import { issue } from "../../issues/issue";
import { isPendingNumber } from "../../values/pending";
import type { PortMapping } from "../container";
import type { FieldReader } from "../json/field-reader";
import { given } from "../json/given";
import { isWord } from "../json/json-types";
import type { ReadingIssues } from "../json/reading-issues";
import type { TaskDefinitionContext } from "../json/task-definition-context";
import { unknownWord } from "../json/unknown-word";

const PROTOCOLS = ["tcp", "udp"] as const;

/**
 * `portMappings` of a container.
 *
 * @param taskPath where the ports stand in the task
 */
export function readPorts(
  container: FieldReader,
  taskPath: string,
  context: TaskDefinitionContext,
): readonly PortMapping[] | undefined {
  const mappings = container.objects("portMappings");
  if (mappings !== undefined) context.paths.set(taskPath, container.pathOf("portMappings"));
  return mappings?.flatMap((mapping) => readPort(mapping, context) ?? []);
}

function readPort(mapping: FieldReader, { issues }: TaskDefinitionContext): PortMapping | undefined {
  const containerPort = mapping.number("containerPort");
  const hostPort = mapping.number("hostPort");
  if (containerPort === undefined) {
    reportMissing(mapping, issues);
    return undefined;
  }
  // ECS describes a task definition with 0 where the host port is not given.
  const isOther = hostPort !== undefined && hostPort !== 0 && hostPort !== containerPort;
  if (isOther && !isPendingNumber(hostPort) && !isPendingNumber(containerPort)) {
    issues.report(
      mapping.pathOf("hostPort"),
      issue("host-port-differs", {
        problem: `the host port is ${hostPort}, the container port ${containerPort}`,
        fix: `leave hostPort out, or write ${containerPort}`,
      }),
    );
  }
  return {
    containerPort,
    ...given({
      protocol: readProtocol(mapping, issues),
      appProtocol: mapping.word("appProtocol", ["http", "http2", "grpc"]),
      name: mapping.text("name"),
    }),
  };
}

/**
 * ECS registers tcp for another word such as "http". Capitals do not matter here, whatever ECS makes of them.
 * Source: https://github.com/hashicorp/terraform-provider-aws/issues/3645
 */
function readProtocol(mapping: FieldReader, issues: ReadingIssues): PortMapping["protocol"] {
  const written = mapping.text("protocol");
  const protocol = PROTOCOLS.find((each) => each === written?.toLowerCase()) ?? written;
  if (protocol === undefined || isWord(protocol, PROTOCOLS)) return protocol;
  if (protocol === "") return undefined;
  issues.report(mapping.pathOf("protocol"), {
    ...unknownWord(protocol, PROTOCOLS),
    severity: "warning",
    why: "ECS registers tcp in its place",
  });
  return "tcp";
}

/** Where the mapping is a range of ports, that is left over, and reported with what else is. */
function reportMissing(mapping: FieldReader, issues: ReadingIssues): void {
  if (mapping.value("containerPort") !== undefined) return;
  if (Object.hasOwn(mapping.rest(), "containerPortRange")) {
    issues.report(
      mapping.pathOf("containerPortRange"),
      issue("field-not-kept", {
        problem: "the mapping is a range of ports, for which a task has no room",
        why: "a task definition made from the task does not have it; the plan does not depend on it",
        fix: "write a mapping for each port, or add the range to the task definition afterwards",
      }),
    );
    return;
  }
  issues.report(
    mapping.path,
    issue("field-missing", {
      problem: "containerPort is missing",
      why: "a port mapping is the port on which the container listens",
      fix: 'add "containerPort"',
    }),
  );
}
