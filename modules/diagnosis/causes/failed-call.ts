/** How a call reaches the other side. */
export type CallKind = "interface" | "gateway" | "mount" | "host" | "none";

/** A call that failed, as far as a message tells. */
export interface FailedCall {
  /**
   * What is called, named as in the proof: AWS's short names, `"efs"`, or a host outside of AWS. Several where the message
   * leaves open which; none where nothing was called.
   */
  readonly services: readonly string[];
  /** Actions of IAM. Empty where the message does not tell. */
  readonly actions: readonly string[];
  readonly by: "execution-role" | "task-role" | "deployment";
  /** @default - the message names none */
  readonly region?: string;
  /** @default - the message names none */
  readonly host?: string;
}

/** How a service is reached where nobody has decided otherwise. */
export function kindOf(service: string | undefined): CallKind {
  if (service === undefined) return "none";
  if (service === "s3" || service === "dynamodb") return "gateway";
  if (service === "efs") return "mount";
  // Names of services that have several parts are short; a host has a domain.
  return isHost(service) ? "host" : "interface";
}

function isHost(service: string): boolean {
  return service.split(".").length > 2 || /\.(?:com|io|aws|net|org|dev)$/.test(service);
}
