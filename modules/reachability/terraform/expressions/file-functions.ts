import { filePattern } from "./file-pattern";
import { textOf, whyOpen } from "./known-value";
import { type Scope, withNames } from "./scope";
import { literal, unknownValue, type Value } from "./value";

const FILE_FUNCTIONS = ["file", "fileexists", "fileset", "templatefile", "templatestring"] as const;

type FileFunction = (typeof FILE_FUNCTIONS)[number];

/** Whether a function reads a file, or carries out a template. */
export function isFileFunction(name: string): name is FileFunction {
  return FILE_FUNCTIONS.some((each) => each === name);
}

/**
 * The text of a file, a template in a file or a text carried out, whether there is a file, or which files there are.
 *
 * @param template carries out a template
 */
export function callFileFunction(
  name: FileFunction,
  [path, variables]: readonly Value[],
  scope: Scope,
  template: (text: string, scope: Scope) => Value,
): Value {
  if (name === "templatestring") return filled(path, "the template", variables, scope, template);
  const file = textOf(path);
  if (file === undefined) return (path && whyOpen(path)) ?? unknownValue(`which file ${name}(…) reads is not known`);
  if (name === "fileset") return filesOf(file, variables, scope);
  const read = scope.readFile?.(file) ?? { because: `${name}("${file}") is read by Terraform only` };
  if (name === "fileexists" && ("text" in read || read.isMissing === true)) return literal("text" in read);
  if ("because" in read) return unknownValue(read.because);
  if (name === "file") return literal(read.text);
  return filled(literal(read.text), file, variables, scope, template);
}

/** @param name what the template is called in a message */
function filled(
  text: Value | undefined,
  name: string,
  variables: Value | undefined,
  { budget }: Scope,
  template: (text: string, scope: Scope) => Value,
): Value {
  const written = textOf(text);
  if (written === undefined) return (text && whyOpen(text)) ?? unknownValue(`the text of ${name} is not known`);
  if (variables?.kind !== "object")
    return (variables && whyOpen(variables)) ?? unknownValue(`what ${name} is given is not known`);
  const names = new Map(Object.entries(variables.members));
  const nothing = (variable: string) => unknownValue(`${name} is given no ${variable}`);
  return template(written, withNames({ budget, lookUp: nothing }, names));
}

/** The files of a folder that a pattern takes, in the order of a set of texts. */
function filesOf(folder: string, pattern: Value | undefined, { listFiles }: Scope): Value {
  const all = listFiles?.(folder);
  const takes = pattern && filePattern(textOf(pattern) ?? "?");
  if (all === undefined || takes === undefined)
    return unknownValue(`which files fileset("${folder}", …) gives is known to Terraform only`);
  const items = all.filter(takes).sort((a, b) => (a < b ? -1 : 1));
  return { kind: "list", items: items.map(literal), isSet: true };
}
