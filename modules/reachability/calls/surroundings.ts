import { arnPartition } from "../../aws/region";
import { type SymbolicText, UNKNOWN_TEXT } from "../model/symbol";

/** Where a task runs, as ARNs have it. */
export interface Surroundings {
  /** @default - not known */
  readonly region?: string;
  readonly account: SymbolicText;
}

/** Something in an ARN of the task's Region and account. */
export interface OwnThing {
  /** For example `"logs"`. */
  readonly service: string;
  /** For example `"log-group:/orders"`. */
  readonly resource: SymbolicText;
  /** Region of the thing. @default - the task's */
  readonly region?: string;
}

/** The ARN of something of the task's own account. */
export function ownArn({ service, resource, region }: OwnThing, surroundings: Surroundings): SymbolicText {
  const where = region ?? surroundings.region;
  return `arn:${partitionText(where)}:${service}:${where ?? UNKNOWN_TEXT}:${surroundings.account}:${resource}`;
}

/** The partition of a Region, as ARNs have it. */
export function partitionText(region: string | undefined): SymbolicText {
  return region === undefined ? UNKNOWN_TEXT : arnPartition(region);
}
