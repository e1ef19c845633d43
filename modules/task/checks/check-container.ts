import { isPort } from "../../aws/limits";
import { type Issue, issue } from "../../issues/issue";
import { asWritten, shownName } from "../../text/words";
import { isPending, isPendingNumber } from "../../values/pending";
import type { Container } from "../container";
import { checkImage } from "../images/check-image";
import { checkLogDriver } from "../log-drivers/check-log-driver";
import type { LogDriverContext } from "../log-drivers/log-driver-kind";
import { checkOptions, OPTION_NAMES } from "../options/container-options";
import { portMapping } from "../port-mapping";
import { checkSecret } from "../secrets/check-secret";
import { checkContainerSettings } from "./check-container-settings";

/** Everything that is wrong with one container of a task. */
export function* checkContainer(name: string, container: Container, logs: LogDriverContext): Generator<Issue> {
  const path = `containers.${name}`;
  yield* checkName(name, path);
  yield* checkImage(container.image, `${path}.image`);
  if (container.logDriver !== undefined) yield* checkLogDriver(container.logDriver, `${path}.logDriver`, logs);
  yield* checkPorts(container, path);
  yield* checkVariables(container, path);
  yield* checkContainerSettings(container, path);
  yield* checkOptions(container, path);
  yield* checkAdditionalFields(container, path);
}

function* checkName(name: string, path: string): Generator<Issue> {
  if (isPending(name) || /^[A-Za-z0-9_-]{1,255}$/.test(name)) return;
  yield issue("container-name-invalid", {
    path,
    problem: `"${name}" is not a container name`,
    fix: `name it "${name.replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, 255) || "app"}"`,
  });
}

function* checkPorts(container: Container, path: string): Generator<Issue> {
  for (const [index, port] of (container.ports ?? []).entries()) {
    const number = portMapping(port).containerPort;
    if (isPendingNumber(number) || isPort(number)) continue;
    yield issue("port-out-of-range", {
      path: `${path}.ports[${index}]`,
      problem: `${asWritten(number)} is not a port`,
      fix: "write the number of the port that the container listens on, for example 8080",
    });
  }
}

function* checkVariables(container: Container, path: string): Generator<Issue> {
  for (const [variable, secret] of Object.entries(container.secrets ?? {})) {
    yield* checkSecret(secret, `${path}.secrets.${variable}`);
    if (container.environment?.[variable] === undefined) continue;
    yield issue("variable-duplicate", {
      path: `${path}.secrets.${variable}`,
      problem: `the variable ${shownName(variable)} is in environment and in secrets`,
      fix: `remove ${shownName(variable)} from environment`,
    });
  }
}

/** The ECS fields that {@link Container} has a name for, and those names. */
const OWN_FIELDS: ReadonlyMap<string, string> = new Map([
  ["name", "the container's key in containers"],
  ["image", "image"],
  ["command", "command"],
  ["entrypoint", "entryPoint"],
  ["environment", "environment"],
  ["secrets", "secrets"],
  ["portmappings", "ports"],
  ["essential", "essential"],
  ["logconfiguration", "logDriver"],
  ["healthcheck", "healthCheck"],
  ["readonlyrootfilesystem", "readonlyRootFilesystem"],
  ["user", "user"],
  ["workingdirectory", "workingDirectory"],
  ["environmentfiles", "environmentFiles"],
  ["mountpoints", "mountPoints"],
  ["dependson", "dependsOn"],
  ["firelensconfiguration", "firelens"],
  ["cpu", "cpu"],
  ["memory", "memory"],
  ["memoryreservation", "memoryReservation"],
  ["stoptimeout", "stopTimeout"],
]);

function* checkAdditionalFields(container: Container, path: string): Generator<Issue> {
  for (const field of Object.keys(container.additionalFields ?? {})) {
    const own =
      OPTION_NAMES.find((name) => name === field && container[name] !== undefined) ??
      ownField(field.toLowerCase(), container);
    if (own === undefined) continue;
    yield issue("additional-field-known", {
      path: `${path}.additionalFields.${field}`,
      problem: `"${field}" is not an additional field`,
      fix: `use ${own} instead`,
    });
  }
}

/** Credentials belong to an image of another registry; beside an image in ECR they have no meaning, and do no harm. */
function ownField(field: string, { image }: Container): string | undefined {
  if (field !== "repositorycredentials") return OWN_FIELDS.get(field);
  return image.kind === "registry" ? "ContainerImage.registry(name, { credentialsParameter })" : undefined;
}
