import { isJsonObject, type JsonObject } from "../../values/is-json-value";
import type { JsonValue } from "../../values/json-value";

/** How the fields of a document are spelled, by their ECS names. */
export interface Spelling {
  /** The name in the document, for example `"network_mode"` for `networkMode`. */
  inputName(ecsName: string): string;
  /** The ECS name of a name in the document. */
  ecsName(inputName: string): string;
  /** What a name in the document has, to be passed on with the names in it as ECS has them. */
  ecsValue(inputName: string, value: JsonValue): JsonValue;
  /** Whether `"30"` is a number, `30` a text, and a block is written as a list of one or as an object, as Terraform has it. */
  readonly convertsText: boolean;
  /** Whether a field is known in capitals and small letters of any kind. @default false */
  readonly ignoresCase?: boolean;
}

/** The name that a field has in an object, or would have. */
export function nameIn(object: JsonObject, ecsName: string, { inputName, ignoresCase = false }: Spelling): string {
  const name = inputName(ecsName);
  if (!ignoresCase || Object.hasOwn(object, name)) return name;
  return Object.keys(object).find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
}

/** The spelling of the ECS API: `networkMode`. */
export const ECS_SPELLING: Spelling = {
  inputName: (name) => name,
  ecsName: (name) => name,
  ecsValue: (_name, value) => value,
  convertsText: false,
};

/**
 * The spelling of container definitions in Terraform, whose provider reads their JSON with Go's package encoding/json: it takes a
 * field in other capitals. Source: https://pkg.go.dev/encoding/json#Unmarshal
 */
export const TERRAFORM_CONTAINER_SPELLING: Spelling = { ...ECS_SPELLING, ignoresCase: true };

/**
 * The arguments of Terraform's `aws_ecs_task_definition` that are not the ECS name in snake case.
 * Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition
 */
const TERRAFORM_NAMES: ReadonlyMap<string, string> = new Map([
  ["volumes", "volume"],
  ["configuredAtLaunch", "configure_at_launch"],
  ["sizeInGiB", "size_in_gib"],
  ["inferenceAccelerators", "inference_accelerator"],
  ["taskDefinitionArn", "arn"],
]);
const ECS_NAMES: ReadonlyMap<string, string> = new Map(
  [...TERRAFORM_NAMES].map(([ecs, terraform]) => [terraform, ecs]),
);

/** The spelling of Terraform's `aws_ecs_task_definition`: `network_mode`. */
export const TERRAFORM_SPELLING: Spelling = {
  inputName: (name) => TERRAFORM_NAMES.get(name) ?? name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
  ecsName: (name) => ECS_NAMES.get(name) ?? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  ecsValue: (_name, value) => value,
  convertsText: true,
};

/**
 * The properties of CloudFormation's `AWS::ECS::TaskDefinition` that are not the ECS name with a capital. Sources: the pages
 * Volume, EFSVolumeConfiguration, AuthorizationConfig and ProxyConfiguration below
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html
 */
const CLOUDFORMATION_NAMES: ReadonlyMap<string, string> = new Map([
  ["efsVolumeConfiguration", "EFSVolumeConfiguration"],
  ["fileSystemId", "FilesystemId"],
  ["iam", "IAM"],
  ["fsxWindowsFileServerVolumeConfiguration", "FSxWindowsFileServerVolumeConfiguration"],
  ["s3filesVolumeConfiguration", "S3FilesVolumeConfiguration"],
  ["properties", "ProxyConfigurationProperties"],
]);
const ECS_NAMES_OF_PROPERTIES: ReadonlyMap<string, string> = new Map(
  [...CLOUDFORMATION_NAMES].map(([ecs, property]) => [property, ecs]),
);

/** Properties whose members have names of the user's own. */
const OWN_NAMES: ReadonlySet<string> = new Set(["DockerLabels", "DriverOpts", "Labels", "Options"]);

/**
 * The spelling of CloudFormation, which converts texts and numbers into each other: `NetworkMode`. It warns of other capitals, and
 * creates the resource: https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1005
 */
export const CLOUDFORMATION_SPELLING: Spelling = {
  inputName: (name) => CLOUDFORMATION_NAMES.get(name) ?? name.charAt(0).toUpperCase() + name.slice(1),
  ecsName: ecsNameOfProperty,
  ecsValue: ecsValueOfProperty,
  convertsText: true,
  ignoresCase: true,
};

function ecsNameOfProperty(name: string): string {
  return ECS_NAMES_OF_PROPERTIES.get(name) ?? name.charAt(0).toLowerCase() + name.slice(1);
}

function ecsValueOfProperty(name: string, value: JsonValue): JsonValue {
  if (OWN_NAMES.has(name)) return value;
  if (Array.isArray(value)) return value.map((element: JsonValue) => ecsValueOfProperty("", element));
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value);
  return Object.fromEntries(
    members.map(([each, member]) => [ecsNameOfProperty(each), ecsValueOfProperty(each, member)]),
  );
}
