import { oneLine } from "./one-line";

/** How messages about failures start, with which a new one begins. */
const STARTS =
  /(?<![\w.])(?=(?:ResourceInitializationError|CannotPull(?:ECR|Image)?(?:Container)?Error|CannotPullContainer|DockerTimeoutError|CannotStartContainerError|An error occurred \(|Error: (?!response from daemon)|Unexpected EC2 error|Task failed to start))/g;

/** A line that begins a new record of a log. */
const RECORD = /^\s*(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]|level=|\(service )/m;

/** Characters of a message. What is longer is many, which are told apart by their lines. */
const LONGEST_MESSAGE = 5000;

/** The messages in a text, each on one line. A line that was wrapped belongs to the one before it. */
export function splitMessages(text: string): readonly string[] {
  const records: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const last = records.at(-1);
    if (last === undefined || RECORD.test(line) || line.trim() === "") records.push(line);
    else records[records.length - 1] = `${last}\n${line}`;
  }
  return records
    .flatMap((record) => (record.length > LONGEST_MESSAGE ? record.split("\n") : record))
    .flatMap((record) => oneLine(record).split(STARTS))
    .flatMap((each) => each.trim().slice(0, LONGEST_MESSAGE) || []);
}
