import type { AskFinding } from "../../asks/ask";
import type { AskContext } from "../../asks/ask-context";
import type { Issue } from "../../issues/issue";
import type { JsonValue } from "../../values/json-value";

/** Everything that has to be known of a kind of image. */
export interface ImageKind<Image> {
  /** What is wrong with one, as far as literals show. */
  check(image: Image, path: string): Iterable<Issue>;
  /** The image as a container definition names it. */
  write(image: Image): string;
  /** Fields of the container definition besides the image's name. */
  writeFields(image: Image): Readonly<Record<string, JsonValue>>;
  /** What pulling it asks. */
  asks(image: Image, path: string, context: AskContext): Iterable<AskFinding>;
}
