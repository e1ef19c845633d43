import { PLAN, type RecognizedInput } from "./recognized-input";

/** Whether a text that is not JSON has members or a list as YAML has them: names without quotation marks, or no brackets. */
export function looksLikeYaml(text: string): boolean {
  return (/^\s*[[{]/.test(text) ? MEMBER_IN_BRACES : MEMBER_OR_ELEMENT).test(text);
}

const MEMBER_IN_BRACES = /(?:^|[{,])\s*[A-Za-z_][\w-]*\s*:\s/m;
const MEMBER_OR_ELEMENT = /^(?:\s*(?:-\s+)*["']?[A-Za-z_][\w.:/-]*["']?\s*:(?:\s|$)|-\s)/m;

/** What a text is that is neither JSON nor YAML. */
export function recognizeText(text: string): RecognizedInput | undefined {
  const [line = ""] = text.split(/\r?\n/).filter((each) => each.trim() !== "");
  if (line === "") return EMPTY;
  return TEXTS.find(({ sign }) => sign.test(text))?.input(line.trim());
}

const CHECK_FOLDER = "check the configuration: private-fargate check DIRECTORY";

const EMPTY: RecognizedInput = {
  what: "empty: there is nothing in the file or on standard input",
  next: "run the command that writes it by itself, and mend what it reports",
};

const TEXTS: readonly { readonly sign: RegExp; readonly input: (line: string) => RecognizedInput }[] = [
  {
    sign: /^\s*(?:An error occurred \(|aws: error|usage: aws |Unable to locate credentials|Unable to parse config|You must specify a region|Could not connect to the endpoint|The config profile|Error when retrieving)/,
    input: (line) => ({ what: `an error of the AWS CLI, "${line}"`, next: "mend that, and run both commands again" }),
  },
  {
    sign: /^TASKDEFINITION\t|^\|\s+DescribeTaskDefinition\s/m,
    input: () => ({
      what: "the answer of the AWS CLI as text or as a table",
      next: "add --output json to the command",
    }),
  },
  {
    sign: /^(?:resource|data|module|variable|provider|terraform|locals|output)\b[^\n=:.]*\{/m,
    input: () => ({ what: "a configuration of Terraform in HCL", next: CHECK_FOLDER }),
  },
  {
    sign: /^#!.*\b(?:sh|bash|zsh|node|ruby|perl|python\d?)\b/,
    input: (line) => ({
      what: `a script, "${line}"`,
      next: `read what it registered: aws ecs describe-task-definition --task-definition FAMILY | ${PLAN}`,
    }),
  },
  {
    sign: /^```/m,
    input: () => ({ what: "a page of Markdown", next: "give what stands between the lines of three backquotes" }),
  },
  {
    sign: /^(?:module\.exports\s*=|export\s+(?:default|const)\s|const\s+\w+\s*=|import\s+[\w{*][^\n]*\sfrom\s+['"])/m,
    input: () => ({
      what: "a module of JavaScript",
      next: `make JSON of what it exports: node -p 'JSON.stringify(require("./FILE"))' | ${PLAN}`,
    }),
  },
  {
    sign: /^(?:local\s+\w+\s*=|function\s*\(|import\s*['"])|(?:^|[\s([+,:])std\.\w+/m,
    input: () => ({ what: "Jsonnet", next: `make JSON of it: jsonnet FILE | ${PLAN}` }),
  },
  {
    sign: /^\s*<(?:!doctype|html|\?xml)/i,
    input: () => ({
      what: "a page in HTML or XML",
      next: "look at it: it may be the sign-in page of a proxy or a registry",
    }),
  },
];
