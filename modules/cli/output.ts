import { fstatSync, writeSync } from "node:fs";
import type { StatusStream } from "./status-line";

/** What is needed of a stream of Node's. */
export interface OutputStream extends StatusStream {
  /** @default false */
  readonly isTTY?: boolean;
  hasColors?(): boolean;
  write(text: string | Uint8Array, taken?: () => void): unknown;
  on(event: "error", listener: (error: unknown) => void): unknown;
}

/**
 * Standard output or standard error. Node needs some milliseconds to set up its stream, which is why most answers do without:
 * it is there where somebody looks on, and where a pipe does not take all at once.
 */
export class Output {
  readonly #descriptor: number;
  readonly #openStream: () => OutputStream;
  #stream: OutputStream | undefined;

  /** @param openStream Node's stream for the descriptor; Node sets it up with the first use */
  constructor(descriptor: number, openStream: () => OutputStream) {
    this.#descriptor = descriptor;
    this.#openStream = openStream;
    if (isDevice(descriptor)) this.#stream = this.#open();
  }

  /** Where somebody looks on. @returns `undefined` for a file and for a pipe */
  get screen(): OutputStream | undefined {
    return this.#stream?.isTTY ? this.#stream : undefined;
  }

  write(text: string): void {
    const rest = this.#stream === undefined ? this.#leftOf(Buffer.from(text)) : text;
    if (rest.length > 0) this.#stream?.write(rest);
  }

  /** What a pipe has no room for at the moment, which is left to the stream: that waits. */
  #leftOf(bytes: Uint8Array): Uint8Array {
    let rest = bytes;
    try {
      while (rest.length > 0) rest = rest.subarray(writeSync(this.#descriptor, rest));
    } catch (error) {
      if (codeOf(error) === "EAGAIN") this.#stream = this.#open();
      else ignoreClosedPipe(error);
    }
    return rest;
  }

  /** Whoever reads has taken what was written, or has left. */
  async taken(): Promise<void> {
    const stream = this.#stream;
    if (stream !== undefined) await new Promise<void>((resolve) => stream.write("", () => resolve()));
  }

  #open(): OutputStream {
    const stream = this.#openStream();
    stream.on("error", ignoreClosedPipe);
    return stream;
  }
}

/** Whether a descriptor may be a terminal. To ask Node whether it is one sets up as much as a stream. */
function isDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return true;
  }
}

/** A reader that has seen enough, such as `head`, closes the pipe. That is no failure. */
function ignoreClosedPipe(error: unknown): void {
  if (codeOf(error) !== "EPIPE") throw error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
