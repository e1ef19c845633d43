/** A value in quotes, in brackets or in braces, or a word. Repetitions have an end everywhere, so that no text takes long. */
const VALUE = String.raw`(?:"[^"\n]{0,200}"|\[[^\]\n]{0,200}\]|\{[^}\n]{0,200}\}|[^\s,;]{1,200})`;

/** What follows the name of a program: options with their values, what stands for a name, pipes, files. */
const ARGUMENT = [
  String.raw`--?[a-z][\w-]{0,40}(?:[ =](?:'[^'\n]{0,200}'|[^\s,;-][^\s,;]{0,200}))?`,
  "[A-Z][A-Z_-]{1,40}(?![a-z])…?",
  String.raw`[>|<] ?[^\s,;]{1,200}`,
  String.raw`(?=[^\s,;]{0,100}[./=])[^\s,;]{0,200}[\w/*]`,
].join("|");

/** What is typed as it stands: a command with its arguments, an expression, an assignment, a member of JSON. */
const CODE = new RegExp(
  [
    String.raw`\b(?:aws [a-z][\w-]{0,40} [a-z][\w-]{0,60}|(?:terraform|tofu|npm|npx|cdktf|private-fargate) [a-z][\w:-]{0,40})(?: (?:${ARGUMENT})){0,20}`,
    String.raw`\$\{[^}\n]{0,200}\}`,
    String.raw`(?<![\w".])[\w.]{1,80} = ${VALUE}`,
    String.raw`"[\w.-]{1,80}": ${VALUE}`,
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
