import type { DocComment } from "./doc-comment";
import { type Links, linkedText } from "./links";

/** A doc comment as paragraphs: what it says, of parameters, of the result, of errors, and its examples. */
export function renderComment(comment: DocComment, links: Links): readonly string[] {
  const parameters = Array.from(comment.parameters, ([name, text]) => `- \`${name}\`: ${text}`);
  return [
    comment.text,
    parameters.join("\n"),
    comment.default === undefined ? "" : `Default: ${comment.default}.`,
    comment.returns === undefined ? "" : `Returns ${comment.returns}.`,
    ...comment.throws.map((thrown) => `Throws ${linkedError(thrown)}.`),
    ...comment.examples.map(renderExample),
  ]
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => (paragraph.startsWith("```") ? paragraph : linkedText(paragraph, links)));
}

function linkedError(thrown: string): string {
  return thrown.replace(/^\w+/, "{@link $&}");
}

/** A program stands in a fence of its own in the comment. What does not is a part of one. */
function renderExample(example: string): string {
  return example.startsWith("```") ? example : `\`\`\`typescript\n${example}\n\`\`\``;
}
