import { counted } from "../../modules/text/words";

/** How many resources a plan adds, changes and destroys, in the words of Terraform. */
const PLAN = /^Plan: (?:\d+ to import, )?(\d+) to add, (\d+) to change, (\d+) to destroy/;
const VERBS = ["to add", "to change", "to destroy"];
const BEGUN = /^(\S+)(?: \(.*?\))?: (?:Creating|Modifying|Destroying)\.\.\./;
const ENDED = /^(\S+)(?: \(.*?\))?: (?:Creation|Modifications|Destruction) complete after/;
const COMPLETE = /^(?:Apply|Destroy) complete! Resources: (.+)\.$/;

/** How far the stacks are that cdktf deploys or destroys side by side, out of the lines that it writes. */
export class TerraformProgress {
  private stack = "";
  private done = 0;
  private planned = 0;
  private readonly going = new Set<string>();

  /**
   * Takes the next line, without colors.
   *
   * @returns what a user wants to know at once
   */
  read(line: string): string | undefined {
    // Where lines of one stack follow each other, cdktf names it on the first one only.
    const [, stack = "", text = ""] = /^(\S*)\s{2,}(.*)$/.exec(line) ?? [];
    if (stack !== "") this.stack = stack;
    const plan = PLAN.exec(text);
    if (plan !== null) return this.plan(plan.slice(1).map(Number));
    const begun = BEGUN.exec(text)?.[1];
    if (begun !== undefined) this.going.add(`${begun} of ${this.stack}`);
    const ended = ENDED.exec(text)?.[1];
    if (ended !== undefined && this.going.delete(`${ended} of ${this.stack}`)) this.done++;
    if (text.startsWith("No changes.")) return `${this.stack}: nothing to change`;
    const complete = COMPLETE.exec(text)?.[1];
    return complete === undefined ? undefined : `${this.stack}: complete, ${withoutZeros(complete.split(", "))}`;
  }

  /** How many resources are done, and what is being waited for. */
  counter(): string {
    const [first, ...others] = this.going;
    const more = others.length === 0 ? "" : ` and ${counted(others.length, "other")}`;
    const waiting = first === undefined ? "" : `; in progress: ${first}${more}`;
    return this.planned === 0 ? "planning" : `${this.done} of ${counted(this.planned, "resource")}${waiting}`;
  }

  private plan(counts: readonly number[]): string {
    this.planned += counts.reduce((sum, count) => sum + count, 0);
    return `${this.stack}: ${withoutZeros(counts.map((count, index) => `${count} ${VERBS[index]}`))}`;
  }
}

function withoutZeros(parts: readonly string[]): string {
  const some = parts.filter((part) => !part.startsWith("0 "));
  return some.length === 0 ? "no resource to change" : some.join(", ");
}
