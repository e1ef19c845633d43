import { asObject, type JsonObject, objectAt, type TerraformElement } from "./terraform-elements";

/** Keys under which the names of the user stand, not Terraform's. */
const MAPS = new Set(["tags"]);

/** A plain reference in a string, for example `${aws_vpc.network_vpc_12AB34CD.id}`. */
const REFERENCE = /\$\{((?:data\.)?\w+\.[\w-]+)\.(\w+)\}/g;

/**
 * The statements that make the elements and outputs of a configuration, in an order in which each stands after what it
 * refers to.
 *
 * @param classNames the class of each type
 * @param references whether what refers to another element is read from it, each attribute once, as a program written by
 * hand does; otherwise everything is literal
 */
export function elementStatements(
  configuration: JsonObject,
  elements: readonly TerraformElement[],
  classNames: ReadonlyMap<string, string>,
  references: boolean,
): string[] {
  const indexOf = new Map(references ? elements.map(({ address }, index) => [address, index]) : []);
  const read = new Map<string, string>();
  const source = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(source).join(", ")}]`;
    if (typeof value === "object" && value !== null) {
      return `{ ${Object.entries(value)
        .map(([key, inner]) => `${JSON.stringify(key)}: ${source(inner)}`)
        .join(", ")} }`;
    }
    return typeof value === "string" ? stringSource(value) : JSON.stringify(value);
  };
  const stringSource = (text: string): string => {
    const names: string[] = [];
    // Characters that JSON.stringify leaves alone mark where the variables go.
    const marked = text.replace(REFERENCE, (reference, address: string, attribute: string) => {
      const index = indexOf.get(address);
      if (index === undefined) return reference;
      const name = `element${index}_${attribute}`;
      read.set(name, `const ${name} = element${index}.${camelCase(attribute)};`);
      names.push(name);
      return "\u0001";
    });
    const literals = marked.split("\u0001").map((literal) => JSON.stringify(literal));
    return literals.flatMap((literal, index) => [literal, names[index] ?? []].flat()).join(" + ");
  };

  const ordered = [...elements].sort((a, b) => depth(a, elements, indexOf) - depth(b, elements, indexOf));
  const creations = ordered.flatMap((element) => {
    const { "//": _metadata, depends_on: dependsOn, ...attributes } = element.attributes;
    const variable = `element${elements.indexOf(element)}`;
    const reads = new Map(read);
    const config = source(camelCased(attributes));
    const before = [...read].filter(([name]) => !reads.has(name)).map(([, statement]) => statement);
    const dependencies = Array.isArray(dependsOn) ? dependsOn.map((address) => indexOf.get(String(address))) : [];
    const creation = `new ${classNames.get(element.type)}(stack, ${JSON.stringify(element.id)}, ${config})`;
    if (dependencies.length === 0) return [...before, `const ${variable} = ${creation};`];
    return references
      ? [
          ...before,
          `const ${variable} = ${creation.slice(0, -2)}, "dependsOn": [${dependencies.map((index) => `element${index}`).join(", ")}] });`,
        ]
      : [`const ${variable} = ${creation};`, `${variable}.addOverride("depends_on", ${JSON.stringify(dependsOn)});`];
  });
  const reads = new Set(read.keys());
  const outputs = Object.entries(objectAt(configuration, "output")).map(
    ([name, output]) =>
      `new TerraformOutput(stack, ${JSON.stringify(name)}, ${source({ ...asObject(output), staticId: true })});`,
  );
  const late = [...read].filter(([name]) => !reads.has(name)).map(([, statement]) => statement);
  return [...creations, ...late, ...outputs];
}

/** How many elements stand in a row before this one. */
function depth(
  { attributes }: TerraformElement,
  elements: readonly TerraformElement[],
  indexOf: ReadonlyMap<string, number>,
): number {
  const { "//": _metadata, depends_on: dependsOn, ...others } = attributes;
  const addresses = [
    ...(Array.isArray(dependsOn) ? dependsOn.map(String) : []),
    ...Array.from(JSON.stringify(others).matchAll(REFERENCE), ([, address]) => address ?? ""),
  ];
  const before = [...new Set(addresses)].flatMap((address) => elements[indexOf.get(address) ?? -1] ?? []);
  return Math.max(-1, ...before.map((element) => depth(element, elements, indexOf))) + 1;
}

function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [camelCase(key), MAPS.has(key) ? inner : camelCased(inner)]),
  );
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
