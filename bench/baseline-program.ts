import { elementStatements } from "./element-source";
import { elementsOf, type JsonObject } from "./terraform-elements";

/** A class of a provider, as a program imports it. */
export interface ProviderClass {
  /** For example `"@cdktf/provider-aws/lib/vpc"`. */
  readonly module: string;
  /** For example `"Vpc"`. */
  readonly name: string;
}

/** How a baseline is written. */
export interface BaselineOptions {
  /** How often the stacks are made, by turns; a JavaScript expression. @default - each once, under its name */
  readonly copies?: string;
  /** Whether attributes of other elements are read from them, each once. @default false, everything is literal */
  readonly references?: boolean;
}

/**
 * The source of a program with nothing but cdktf and the provider that creates every provider, resource, data source and
 * output of some stacks. It is what the same Terraform costs without a library.
 *
 * @param configurations the stacks' Terraform JSON by name
 * @param classOf finds the class of a type, for example of `"aws_vpc"` or `"data.aws_caller_identity"`
 */
export function baselineProgram(
  configurations: Readonly<Record<string, JsonObject>>,
  classOf: (type: string) => ProviderClass,
  { copies, references = false }: BaselineOptions = {},
): string {
  const types = new Set(Object.values(configurations).flatMap((json) => elementsOf(json).map(({ type }) => type)));
  const classes = Array.from(types, (type) => ({ type, ...classOf(type) }));
  const classNames = new Map(classes.map(({ type, name }) => [type, name]));
  const stacks = Object.entries(configurations).map(([name, json]) =>
    [
      `  ${JSON.stringify(name)}: (stack: TerraformStack) => {`,
      ...elementStatements(json, elementsOf(json), classNames, references).map((line) => `    ${line}`),
      "  },",
    ].join("\n"),
  );
  return `import { App, TerraformOutput, TerraformStack } from "cdktf";
${classes.map(({ module, name }) => `import { ${name} } from ${JSON.stringify(module)};`).join("\n")}

const stacks = {
${stacks.join("\n")}
};

const app = new App();
${copies === undefined ? ONCE : byTurns(copies)}
app.synth();
`;
}

const ONCE = "for (const [name, create] of Object.entries(stacks)) create(new TerraformStack(app, name));";

function byTurns(copies: string): string {
  return `const makers = Object.values(stacks);
for (let i = 0; i < ${copies}; i += 1) makers[i % makers.length]?.(new TerraformStack(app, \`stack-\${i}\`));`;
}
