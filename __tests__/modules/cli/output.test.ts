import { spawnSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Output, type OutputStream } from "../../../modules/cli/output";

/** A stream that keeps what is written to it. */
class KeptStream implements OutputStream {
  readonly isTTY: boolean;
  text = "";
  fail: (error: unknown) => void = () => {};

  constructor(isTTY: boolean) {
    this.isTTY = isTTY;
  }

  write(text: string | Uint8Array, taken?: () => void): void {
    this.text += Buffer.from(text).toString();
    taken?.();
  }

  on(_event: "error", listener: (error: unknown) => void): void {
    this.fail = listener;
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe("Output", () => {
  let folder = "";
  const open: number[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "output-"));
  });
  afterEach(() => {
    for (const descriptor of open.splice(0)) closeSync(descriptor);
    rmSync(folder, { recursive: true });
  });

  function opened(path: string, flags: number): number {
    const descriptor = openSync(path, flags);
    open.push(descriptor);
    return descriptor;
  }

  /** A pipe with a name, whose ends do not wait for each other. */
  function pipe() {
    const path = join(folder, "pipe");
    expect(spawnSync("mkfifo", [path]).status).toBe(0);
    const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    return { reader, writer: opened(path, constants.O_WRONLY | constants.O_NONBLOCK) };
  }

  function withoutStream(): never {
    throw new Error("Node's stream is not wanted here");
  }

  it("writes all to a file, without Node's stream", async () => {
    const file = join(folder, "answer.txt");
    const output = new Output(opened(file, constants.O_WRONLY | constants.O_CREAT), withoutStream);
    for (const text of ["first, ", "", "then “é”\n"]) output.write(text);
    await output.taken();
    expect(output.screen).toBeUndefined();
    expect(readFileSync(file, "utf8")).toBe("first, then “é”\n");
  });

  it("leaves to Node's stream what a pipe has no room for, and all that follows", async () => {
    const { reader, writer } = pipe();
    const stream = new KeptStream(false);
    const output = new Output(writer, () => stream);
    const answer = "0123456789".repeat(30_000);
    output.write(answer);
    output.write("end");
    await output.taken();
    const bytes = Buffer.alloc(answer.length);
    const inPipe = bytes.subarray(0, readSync(reader, bytes)).toString();
    closeSync(reader);
    expect(inPipe.length).toBeGreaterThan(0);
    expect(stream.text.length).toBeGreaterThan("end".length);
    expect(`${inPipe}${stream.text}`).toBe(`${answer}end`);
  });

  it("bears a reader that has left", () => {
    const { reader, writer } = pipe();
    closeSync(reader);
    const output = new Output(writer, withoutStream);
    expect(() => output.write("nobody reads this")).not.toThrow();
  });

  it("says any other failure", () => {
    const readOnly = opened(__filename, constants.O_RDONLY);
    expect(() => new Output(readOnly, withoutStream).write("text")).toThrow("EBADF");
  });

  it.each([{ isTTY: true }, { isTTY: false }])(
    "writes to a device by Node's stream, where isTTY is $isTTY",
    ({ isTTY }) => {
      const stream = new KeptStream(isTTY);
      const output = new Output(opened("/dev/null", constants.O_WRONLY), () => stream);
      output.write("text");
      expect(stream.text).toBe("text");
      expect(output.screen).toBe(isTTY ? stream : undefined);
      expect(() => stream.fail(failure("EPIPE"))).not.toThrow();
      expect(() => stream.fail(failure("EIO"))).toThrow("EIO");
    },
  );
});
