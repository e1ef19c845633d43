import type { JsonValue } from "../../values/json-value";
import type { FieldReader } from "../json/field-reader";
import type { TaskDefinitionContext } from "../json/task-definition-context";
import { classifyImage } from "./classify-image";
import type { ContainerImage } from "./container-image";
import { readEcrImage } from "./ecr-image";

/** The image of a container, and the field that the image has no room for. */
export interface ReadImage {
  readonly image: ContainerImage;
  readonly additionalFields: Readonly<Record<string, JsonValue>>;
}

/**
 * `image` and `repositoryCredentials` of a container.
 *
 * @param taskPath where the image stands in the task
 */
export function readImage(container: FieldReader, taskPath: string, context: TaskDefinitionContext): ReadImage {
  // A file that a pipeline completes with the image may leave it out.
  const name = container.text("image") ?? "";
  const fields = container.object("repositoryCredentials");
  const credentials = fields?.text("credentialsParameter");
  if (fields !== undefined) {
    context.paths.set(`${taskPath}.credentialsParameter`, fields.pathOf("credentialsParameter"));
  }
  const image = name === "" ? undefined : classifyImage(name, credentials);
  if (image === undefined) context.markUnknown(taskPath, "image", container.pathOf("image"), name);
  // Only an image in ECR can be pulled without an internet route, so the task goes on with that.
  const read = image ?? readEcrImage(name);
  const hasRoom = credentials === undefined || read.kind === "registry";
  return {
    image: read,
    additionalFields: hasRoom ? {} : { repositoryCredentials: { credentialsParameter: credentials } },
  };
}
