import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { answers, isMotoServer, startMotoServer, stopMotoServer } from "../../../scripts/emulator/moto-server";
import { temporaryDirectory, writeScript } from "../../support/temporary-directory";

/** A small HTTP server that behaves like moto_server on the command line, but may refuse its first ports. */
function fakeMoto(directory: string, refusals = 0): string {
  const server = `require("node:http").createServer((_, response) => response.end("{}"))
    .listen(Number(process.argv.at(-1)), "127.0.0.1", () => console.log("Running on http://127.0.0.1:" + process.argv.at(-1)))`;
  return writeScript(
    directory,
    "moto_server",
    `echo "$*" >> "${directory}/attempts"`,
    `if [ $(wc -l < "${directory}/attempts") -le ${refusals} ]; then echo "Address already in use" >&2; exit 1; fi`,
    `exec "${process.execPath}" -e '${server}' moto_server "$@"`,
  );
}

describe("startMotoServer", () => {
  test("waits until the server answers; stopMotoServer ends it", async () => {
    const directory = temporaryDirectory();
    const server = await startMotoServer(fakeMoto(directory), join(directory, "moto.log"));
    try {
      expect(await answers(server.port)).toBe(true);
      expect(isMotoServer(server)).toBe(true);
      expect(isMotoServer({ ...server, port: server.port + 1 })).toBe(false);
    } finally {
      await stopMotoServer(server);
    }
    expect(isMotoServer(server)).toBe(false);
    expect(await answers(server.port)).toBe(false);
  });

  test("takes another port where the first was taken in the meantime", async () => {
    const directory = temporaryDirectory();
    const server = await startMotoServer(fakeMoto(directory, 2), join(directory, "moto.log"));
    await stopMotoServer(server);
    const attempts = readFileSync(join(directory, "attempts"), "utf8").trim().split("\n");
    expect(attempts).toHaveLength(3);
    expect(attempts[2]).toBe(`-H 127.0.0.1 -p ${server.port}`);
  });

  test("gives up when every port is taken", async () => {
    const directory = temporaryDirectory();
    await expect(startMotoServer(fakeMoto(directory, 99), join(directory, "moto.log"))).rejects.toThrow(
      /ended with exit code 1 before it answered.*\s+Address already in use/,
    );
  });

  test("a server that ends at once is told with what it wrote", async () => {
    const directory = temporaryDirectory();
    const command = writeScript(directory, "moto_server", "echo \"No module named 'moto'\" >&2", "exit 3");
    await expect(startMotoServer(command, join(directory, "moto.log"))).rejects.toThrow(
      /exit code 3 before it answered.*\s+No module named 'moto'/,
    );
  });

  test("a command that does not exist is told", async () => {
    const directory = temporaryDirectory();
    await expect(startMotoServer(join(directory, "none"), join(directory, "moto.log"))).rejects.toThrow(
      /did not start: .*ENOENT/,
    );
  });
});

test("a process that is no moto server is not taken for one, and not stopped", async () => {
  const own = { pid: process.pid, port: 5000 };
  expect(isMotoServer(own)).toBe(false);
  await stopMotoServer(own);
});
