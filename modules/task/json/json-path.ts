/** The steps from the root of a JSON document to a value in it: names of members and indexes of elements. */
export type JsonPath = readonly (string | number)[];

/**
 * A JSON path as it is shown. The root is the empty text.
 *
 * @example formatJsonPath(["containerDefinitions", 0, "image"]) // "containerDefinitions[0].image"
 */
export function formatJsonPath(path: JsonPath): string {
  return path.map(formatStep).join("").replace(/^\./, "");
}

function formatStep(step: string | number): string {
  if (typeof step === "number") return `[${step}]`;
  return /^[A-Za-z_$][\w$-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}
