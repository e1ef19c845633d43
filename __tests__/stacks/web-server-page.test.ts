import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createStacks } from "../../stacks";
import { synthApp } from "../support/synth";
import { temporaryDirectory, writeFile, writeScript } from "../support/temporary-directory";

const PROVIDER = "private-link-provider";

/** The web server's script as the stack hands it to the instance. */
function script(settings: Readonly<Record<string, unknown>> = {}): string {
  const stack = synthApp(createStacks, { stacks: [PROVIDER], [PROVIDER]: settings }).get(PROVIDER);
  return String(stack?.only("aws_instance").attributes["user_data"]);
}

/**
 * Runs a script as an instance does when it starts, but in a directory that is thrown away: package and service manager
 * write down what they are asked for, and the package `httpd` brings the web server's directory.
 */
function run(text: string, { dnf = "" } = {}) {
  const root = temporaryDirectory();
  const html = join(root, "var/www/html");
  const bin = join(root, "bin");
  mkdirSync(bin);
  writeScript(bin, "dnf", `echo "dnf $*" >> '${root}/calls'`, dnf, `case "$*" in *httpd*) mkdir -p '${html}';; esac`);
  writeScript(bin, "systemctl", `echo "systemctl $*" >> '${root}/calls'`);
  const file = writeFile(root, "user-data", text.replaceAll("/var/www/html", html));
  const { status, stderr } = spawnSync("bash", [file], {
    cwd: root,
    encoding: "utf8",
    env: { PATH: `${bin}:/usr/bin:/bin` },
  });
  const page = join(html, "index.html");
  const calls = readFileSync(join(root, "calls"), "utf8").trimEnd().split("\n");
  return { status, stderr, calls, page: existsSync(page) ? readFileSync(page, "utf8") : undefined };
}

describe("the web server's first start", () => {
  it("installs httpd, writes the walkthrough's page, and starts the service, now and at every start", () => {
    expect(run(script())).toEqual({
      status: 0,
      stderr: "",
      calls: ["dnf install -y httpd", "systemctl enable --now httpd"],
      page: "<html><h1> Welcome to Hangyuzs Server 1 </h1></html>\n",
    });
  });

  it.each(['it\'s $HOME `date` %s \\n "quoted"', "two\nlines", ""])("writes another page as it is: %j", (page) => {
    expect(run(script({ page }))).toMatchObject({ status: 0, page: `${page}\n` });
  });

  it("starts no service where the package does not come", () => {
    const { status, calls, page } = run(script(), { dnf: "exit 1" });
    expect(status).toBe(1);
    expect(calls).toEqual(["dnf install -y httpd"]);
    expect(page).toBeUndefined();
  });

  it("starts with the line by which cloud-init knows a script", () => {
    expect(script()).toMatch(/^#!\/bin\/bash\n/);
  });
});
