import type { TerraformResourceLifecycle } from "cdktf";
import type { FargateServiceProps } from "./fargate-service-props";

/** What Terraform says when it creates the service, and leaves alone from then on, because something else changes it. */
export function serviceLifecycle({ name, scaling, deployment }: FargateServiceProps): {
  readonly lifecycle?: TerraformResourceLifecycle;
} {
  const ignoreChanges = [
    ...(scaling === undefined ? [] : ["desired_count"]),
    ...(deployment?.byPipeline === true ? ["task_definition"] : []),
    // One that is the family's stays as it was made: a service with another name is another service.
    ...(name === undefined ? ["name"] : []),
  ];
  return ignoreChanges.length === 0 ? {} : { lifecycle: { ignoreChanges } };
}
