import type { DecodedText } from "../reachability/terraform/expressions/scope";

/** What reads the YAML of `yamldecode`, one document at most as Terraform has it. The parser is loaded with it. */
export async function yamlDecoder(): Promise<(text: string) => DecodedText> {
  const { parseYamlText } = await import("./yaml-parser.js");
  return (text) => {
    const reading = parseYamlText(text);
    if ("problem" in reading) return { because: `a text that yamldecode(…) is given is no YAML: ${reading.problem}` };
    const [document, ...others] = reading;
    if (others.length > 0) return { because: "a text that yamldecode(…) is given has several documents" };
    const [twice] = document?.duplicates ?? [];
    if (twice !== undefined) return { because: `a text that yamldecode(…) is given has ${twice.path.join(".")} twice` };
    return { value: document?.value ?? null };
  };
}
