/** A way in which somebody may have a message in hand. */
export interface Variation {
  readonly name: string;
  readonly vary: (text: string) => string;
}

const ARN = "arn:aws:ecs:eu-west-1:123456789012";

const describedTask = (text: string) => ({
  taskArn: `${ARN}:task/shop/0123456789abcdef0123456789abcdef`,
  taskDefinitionArn: `${ARN}:task-definition/orders:7`,
  group: "service:orders-service",
  lastStatus: "STOPPED",
  stopCode: "TaskFailedToStart",
  stoppedReason: text,
  overrides: { containerOverrides: [{ name: "api", environment: [{ name: "PASSWORD", value: "correct horse" }] }] },
  containers: [{ name: "api", lastStatus: "STOPPED", reason: text }],
});

function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; start += columns) lines.push(text.slice(start, start + columns));
  return lines;
}

function filled(text: string, columns: number): readonly string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last.length + word.length < columns) lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Variations that leave a message what it is. */
export const VARIATIONS: readonly Variation[] = [
  {
    name: "what describe-tasks prints",
    vary: (text) => JSON.stringify({ tasks: [describedTask(text)], failures: [] }, undefined, 4),
  },
  {
    name: "what describe-services prints",
    vary: (text) =>
      JSON.stringify({
        services: [
          {
            serviceArn: `${ARN}:service/shop/orders`,
            events: [{ id: "1", message: `(service orders) (task 1) ${text}` }],
          },
        ],
      }),
  },
  {
    name: "an event of EventBridge in a queue behind a topic",
    vary: (text) => {
      const event = { "detail-type": "ECS Task State Change", region: "eu-west-1", detail: describedTask(text) };
      return JSON.stringify({ Records: [{ body: JSON.stringify({ Message: JSON.stringify(event) }) }] });
    },
  },
  { name: "a line of a log", vary: (text) => `2026-11-28T17:00:00.123Z [ERROR] task orders: ${text}` },
  {
    name: "a log of JSON lines",
    vary: (text) => `{"level":"info","msg":"started"}\n${JSON.stringify({ level: "error", msg: text })}\n`,
  },
  { name: "text in a text of JSON", vary: (text) => JSON.stringify(text) },
  { name: "the text of a member, as it is escaped", vary: (text) => `"stoppedReason": ${JSON.stringify(text)},` },
  {
    name: "an error of Terraform",
    vary: (text) => ["╷", ...filled(`Error: ${text}`, 70).map((line) => `│ ${line}`), "╵"].join("\n"),
  },
  { name: "lines that a terminal has filled", vary: (text) => filled(text, 60).join("\n") },
  { name: "colours of a terminal", vary: (text) => `\u001b[31m${text}\u001b[0m\r\n` },
  { name: "curly quotes", vary: (text) => text.replaceAll(/'(?=\w+\/|t\b)/g, "’").replaceAll(/"([^"]*)"/g, "“$1”") },
  { name: "another Region", vary: (text) => text.replaceAll(/(?:eu-west|us-east)-1/g, "ap-southeast-3") },
  {
    name: "another partition",
    vary: (text) =>
      text
        .replaceAll(/(?:eu-west|us-east)-1/g, "cn-north-1")
        .replaceAll("amazonaws.com/", "amazonaws.com.cn/")
        .replaceAll("arn:aws:", "arn:aws-cn:"),
  },
  { name: "a table of the AWS CLI", vary: (text) => `|  stoppedReason  |  ${text}  |` },
];

/** As ECS cuts a reason. */
export const cutOff = (text: string) => text.slice(0, 255);

/** As a terminal breaks it, within words. */
export const broken = (text: string) => wrapped(text, 80).join("\n");
