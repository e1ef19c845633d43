/** How the fields of a document are spelled, by their ECS names. */
export interface Spelling {
  /** The name in the document, for example `"network_mode"` for `networkMode`. */
  inputName(ecsName: string): string;
  /** The ECS name of a name in the document. */
  ecsName(inputName: string): string;
  /** Whether `"30"` is a number and a block is written as a list of one or as an object, as Terraform has it. */
  readonly convertsText: boolean;
}

/** The spelling of the ECS API: `networkMode`. */
export const ECS_SPELLING: Spelling = {
  inputName: (name) => name,
  ecsName: (name) => name,
  convertsText: false,
};

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
  convertsText: true,
};
