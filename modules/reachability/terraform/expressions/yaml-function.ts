import { decoded } from "./json-functions";
import { whyOpen } from "./known-value";
import type { Scope } from "./scope";
import { unknownValue, type Value } from "./value";

/** What a YAML text says, which whoever hands in the configuration reads. */
export function callYamlDecode([text]: readonly Value[], { decodeYaml }: Scope): Value {
  if (text === undefined || decodeYaml === undefined)
    return unknownValue("yamldecode(…) is carried out by Terraform only");
  let because: string | undefined;
  const value = decoded(text, (yaml) => {
    const read = decodeYaml(yaml);
    if ("value" in read) return read;
    because = read.because;
    return undefined;
  });
  return value ?? whyOpen(text) ?? unknownValue(because ?? "what yamldecode(…) is given is not known");
}
