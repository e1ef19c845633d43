import type { Connection } from "./call";

/** A call of a task to a host outside of AWS. */
export interface HostCall extends Connection {
  /** The host, for example `"registry.example.com"`. */
  readonly host: string;
  /** What is called there, for messages: `the registry of "nginx"`. */
  readonly name: string;
}
