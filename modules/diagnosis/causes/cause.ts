import type { HopName } from "../../reachability/model/proof";
import type { Manner, RefusingPolicy } from "../input/evidence";

/** What a cause is told of the call. */
export interface CallWords {
  /** The service, or what stands for several. */
  readonly service: string;
  /** Its Region, or a word that stands for it. */
  readonly region: string;
  /** Its host, or a word that stands for it. */
  readonly host: string;
  /** The action, or what stands for those of the service. */
  readonly action: string;
  /** The role that asks. */
  readonly role: "execution role" | "task role";
  /** Name of the endpoint service, for example `"com.amazonaws.eu-west-1.logs"`. */
  readonly serviceName: string;
}

/** Why a call fails. */
export interface Cause {
  /** What it is, in one clause. */
  says(call: CallWords): string;
  /** What tells it from the others. */
  tells(call: CallWords): string;
  /** The command that shows it, or the place in the console. */
  look(call: CallWords): string;
  /** What to do. */
  fix(call: CallWords): string;
  /** The step of a call at which the proof finds it. @default - the proof does not know it */
  readonly hop?: HopName;
  /** How the failure shows itself then. Empty where that tells nothing. */
  readonly shows: readonly Manner[];
  /** The addresses to which the name of the service leads then, none where it leads nowhere. @default - any */
  readonly address?: "public" | "private" | "none";
  /** What a message says that refused the call. @default - that tells nothing */
  readonly refusedBy?: readonly RefusingPolicy[];
}
