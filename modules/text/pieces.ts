/** A value in quotes, in brackets or in braces, or a word. */
const VALUE = String.raw`(?:"[^"\n]*"|\[[^\]\n]*\]|\{[^}\n]*\}|[^\s,;]+)`;

/** What follows the name of a program: options with their values, what stands for a name, files, pipes. */
const ARGUMENT = String.raw`(?:--?[a-z][\w-]*(?:[ =](?:'[^'\n]*'|[^\s,;-][^\s,;]*))?|[A-Z][A-Z_-]+(?![a-z])…?|[>|<] ?[^\s,;]+|[^\s,;]*[./=][^\s,;]*[\w/*])`;

/** What is typed as it stands: a command with its arguments, an expression, an assignment, a member of JSON. */
const CODE = new RegExp(
  [
    String.raw`\b(?:aws [a-z][\w-]* [a-z][\w-]*|(?:terraform|tofu|npm|npx|cdktf|private-fargate) [a-z][\w:-]*)(?: ${ARGUMENT})*`,
    String.raw`\$\{[^}\n]*\}`,
    String.raw`(?<![\w"])[\w.]+ = ${VALUE}`,
    String.raw`"[\w.-]+": ${VALUE}`,
  ].join("|"),
  "g",
);

/** Stands for a space within code. It is in no text: Unicode has it for what a program needs for itself. */
const HELD = "\uE000";

/** What a text for people may be broken between: its words, and code as a whole, so that it can be copied. */
export function piecesOf(text: string): string[] {
  return text
    .replaceAll(CODE, (code) => code.replaceAll(" ", HELD))
    .split(" ")
    .map((piece) => piece.replaceAll(HELD, " "));
}
