import type { Issue } from "../issue";
import { isUnresolved } from "../unresolved";
import { checkSecret } from "./check-secret";
import { type ContainerImage, parseEcrRepositoryUrl } from "./container-image";
import type { Container } from "./fargate-task";
import { LOG_DRIVER_KINDS } from "./log-driver";

/** Everything that is wrong with one container of a task. */
export function checkContainer(name: string, container: Container, report: (issue: Issue) => void): void {
  const path = `containers.${name}`;
  checkName(name, path, report);
  checkImage(container.image, `${path}.image`, report);
  checkLogDriver(container, `${path}.logDriver`, report);
  checkPorts(container, path, report);
  checkVariables(container, path, report);
  checkAdditionalFields(container, path, report);
}

type Report = (issue: Issue) => void;

function checkName(name: string, path: string, report: Report): void {
  if (/^[A-Za-z0-9_-]{1,255}$/.test(name)) return;
  report({
    code: "container-name-invalid",
    path,
    problem: `"${name}" is not a container name`,
    why: "ECS takes 1 to 255 letters, digits, hyphens and underscores",
    fix: `name it "${name.replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, 255) || "app"}"`,
  });
}

function checkImage(image: ContainerImage, path: string, report: Report): void {
  if (image.kind === "registry") {
    if (image.name !== "") return;
    report({
      code: "image-empty",
      path,
      problem: "the image has no name",
      why: "a container is started from an image",
      fix: "push the image to ECR and write ContainerImage.ecr(repository)",
    });
    return;
  }
  if (image.kind !== "ecr") {
    report({
      code: "image-kind-unknown",
      path,
      problem: `${JSON.stringify(image)} is not a container image`,
      why: "the kind of registry decides how the image is reached, so it is declared",
      fix: "write ContainerImage.ecr(repository, { tag }) or ContainerImage.registry(name)",
    });
    return;
  }
  if (isUnresolved(image.repositoryUrl) || parseEcrRepositoryUrl(image.repositoryUrl) !== undefined) return;
  report({
    code: "image-repository-malformed",
    path,
    problem: `"${image.repositoryUrl}" is not the URL of an ECR repository`,
    why: "it is the account, dkr.ecr, the Region, the domain and the repository's name, without a tag",
    fix: 'write it as "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders" and the tag as { tag: "1.4.2" }, or use ContainerImage.registry(name)',
  });
}

function checkLogDriver(container: Container, path: string, report: Report): void {
  const driver = container.logDriver;
  if (driver === undefined || LOG_DRIVER_KINDS.some((kind) => kind === driver.kind)) return;
  report({
    code: "log-driver-unknown",
    path,
    problem: `${JSON.stringify(driver)} is not a log driver`,
    why: "where the logs go decides which endpoint they need",
    fix: "write LogDriver.awslogs() or LogDriver.none()",
  });
}

function checkPorts(container: Container, path: string, report: Report): void {
  for (const [index, port] of (container.ports ?? []).entries()) {
    const number = typeof port === "number" ? port : port.containerPort;
    if (isUnresolved(number) || (Number.isInteger(number) && number >= 1 && number <= 65535)) continue;
    report({
      code: "port-out-of-range",
      path: `${path}.ports[${index}]`,
      problem: `${number} is not a port`,
      why: "ports are whole numbers from 1 to 65535",
      fix: "write the port that the container listens on, for example 8080",
    });
  }
}

function checkVariables(container: Container, path: string, report: Report): void {
  for (const [variable, secret] of Object.entries(container.secrets ?? {})) {
    checkSecret(secret, `${path}.secrets.${variable}`, report);
    if (container.environment?.[variable] === undefined) continue;
    report({
      code: "variable-duplicate",
      path: `${path}.secrets.${variable}`,
      problem: `the variable ${variable} is in environment and in secrets`,
      why: "ECS refuses a container definition that sets a variable twice",
      fix: `remove ${variable} from environment`,
    });
  }
}

/** The ECS fields that {@link Container} has a name for, and those names. */
const OWN_FIELDS: ReadonlyMap<string, string> = new Map([
  ["name", "the key in containers"],
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
]);

function checkAdditionalFields(container: Container, path: string, report: Report): void {
  for (const field of Object.keys(container.additionalFields ?? {})) {
    const own = OWN_FIELDS.get(field.toLowerCase());
    if (own === undefined) continue;
    report({
      code: "additional-field-known",
      path: `${path}.additionalFields.${field}`,
      problem: `"${field}" is not an additional field`,
      why: "the plan reads it, so it is written once, where it is checked",
      fix: `use ${own} of the container`,
    });
  }
}
